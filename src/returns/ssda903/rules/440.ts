import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '440',
  message:
    'Participation method indicates child was under 4 years old at the time of the review, but date of birth and review date indicates the child was 4 years old or over.',
  years: since('2022-23'),
  fields: { Reviews: ['DOB', 'REVIEW', 'REVIEW_CODE'] },
  wrong: ({ Reviews }) => Reviews.filter(({ DOB, REVIEW, REVIEW_CODE }) => REVIEW_CODE === 'PN0' && isAged(DOB, 4, REVIEW)),
  passes: [{ Reviews: [{ DOB: '2018-06-02', REVIEW: '2022-06-01', REVIEW_CODE: 'PN0' }] }],
  fails: [{ Reviews: [{ DOB: '2018-06-01', REVIEW: '2022-06-01', REVIEW_CODE: 'PN0' }] }],
});
