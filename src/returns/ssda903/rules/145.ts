import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '145',
  message: 'Category of need code is not a valid code.',
  years: since('2022-23'),
  fields: { Episodes: ['CIN'] },
  wrong: ({ Episodes }) => Episodes.filter(({ CIN }) => isGiven(CIN) && !oneOf(CIN, codes.categoriesOfNeed)),
  passes: [{ Episodes: [{ CIN: 'N1' }, {}] }],
  fails: [{ Episodes: [{ CIN: 'N9' }] }],
});
