import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '177',
  message: 'The legal status of adopter(s) code is not a valid code.',
  years: since('2022-23'),
  fields: { AD1: ['LS_ADOPTR'] },
  wrong: ({ AD1 }) => AD1.filter(({ LS_ADOPTR }) => isGiven(LS_ADOPTR) && !oneOf(LS_ADOPTR, codes.legalStatusOfAdopters)),
  passes: [{ AD1: [{ LS_ADOPTR: 'L11' }, {}] }],
  fails: [{ AD1: [{ LS_ADOPTR: 'L1' }] }],
});
