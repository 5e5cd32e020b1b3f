import { isMissing, oneOf, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** A row without a review has none to take part in. */
export default rule({
  code: '167',
  message: 'Data entry for participation is invalid or blank.',
  years: since('2022-23'),
  fields: { Reviews: ['REVIEW_CODE'] },
  wrong: ({ Reviews }) =>
    Reviews.filter((review) =>
      isMissing(review.REVIEW_CODE) ? !isBlank(review, 'REVIEW') : !oneOf(review.REVIEW_CODE, codes.reviewParticipation),
    ),
  passes: [{ Reviews: [{ REVIEW: '2022-06-01', REVIEW_CODE: 'PN3' }, {}] }],
  fails: [{ Reviews: [{ REVIEW: '2022-06-01' }] }, { Reviews: [{ REVIEW: '2022-06-01', REVIEW_CODE: 'pn0' }] }],
});
