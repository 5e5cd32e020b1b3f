import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '176',
  message: 'The gender of adopter(s) at the date of adoption code is not a valid code.',
  years: since('2022-23'),
  fields: { AD1: ['SEX_ADOPTR'] },
  wrong: ({ AD1 }) => AD1.filter(({ SEX_ADOPTR }) => isGiven(SEX_ADOPTR) && !oneOf(SEX_ADOPTR, codes.sexOfAdopters)),
  passes: [{ AD1: [{ SEX_ADOPTR: 'MM' }, {}] }],
  fails: [{ AD1: [{ SEX_ADOPTR: 'm1' }] }],
});
