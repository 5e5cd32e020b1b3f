import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** PN0 says that the child was under 4. */
const fromFour = codes.reviewParticipation.filter((code) => code !== 'PN0');

export default rule({
  code: '441',
  message:
    'Participation method indicates child was 4 years old or over at the time of the review, but the date of birth and review date indicates the child was under 4 years old.',
  years: since('2022-23'),
  fields: { Reviews: ['DOB', 'REVIEW', 'REVIEW_CODE'] },
  wrong: ({ Reviews }) => Reviews.filter(({ DOB, REVIEW, REVIEW_CODE }) => oneOf(REVIEW_CODE, fromFour) && isUnder(DOB, 4, REVIEW)),
  passes: [{ Reviews: [{ DOB: '2018-06-01', REVIEW: '2022-06-01', REVIEW_CODE: 'PN1' }] }],
  fails: [{ Reviews: [{ DOB: '2018-06-02', REVIEW: '2022-06-01', REVIEW_CODE: 'PN1' }] }],
});
