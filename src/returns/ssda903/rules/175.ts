import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '175',
  message: 'The number of adopter(s) code is not a valid code.',
  years: since('2022-23'),
  fields: { AD1: ['NB_ADOPTR'] },
  wrong: ({ AD1 }) => AD1.filter(({ NB_ADOPTR }) => isGiven(NB_ADOPTR) && !oneOf(NB_ADOPTR, ['1', '2'])),
  passes: [{ AD1: [{ NB_ADOPTR: '2' }, {}] }],
  fails: [{ AD1: [{ NB_ADOPTR: '0' }] }],
});
