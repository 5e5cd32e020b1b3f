import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '166',
  message: 'Date of review is invalid or blank.',
  years: since('2022-23'),
  fields: { Reviews: ['REVIEW'] },
  wrong: ({ Reviews }) => Reviews.filter(({ REVIEW }) => isMissing(REVIEW)),
  passes: [{ Reviews: [{ REVIEW: '2022-06-01' }] }],
  fails: [{ Reviews: [{}] }, { Reviews: [{ REVIEW: '31/02/2022' }] }],
});
