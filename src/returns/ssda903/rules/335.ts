import { oneOf, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** E1, A1 and A2 are codes of earlier years. */
export default rule({
  code: '335',
  message:
    'The current foster value (0) suggests that child is not adopted by current foster carer, but last placement is A2, A3, or A5. Or the current foster value (1) suggests that child is adopted by current foster carer, but last placement is A1, A4 or A6.',
  years: since('2022-23'),
  needs: ['AD1', 'Episodes'],
  fields: { Episodes: ['PLACE'], AD1: ['FOSTER_CARE'] },
  wrong: ({ Episodes, AD1 }) =>
    everyPair(Episodes, AD1).filter(
      ([{ PLACE, REC }, { FOSTER_CARE }]) =>
        oneOf(REC, ['E1', ...codes.adopted]) &&
        ((oneOf(PLACE, ['A2', 'A3', 'A5']) && FOSTER_CARE === '0') || (oneOf(PLACE, ['A1', 'A4', 'A6']) && FOSTER_CARE === '1')),
    ),
  passes: [
    { Episodes: [{ PLACE: 'A3', REC: 'E12' }], AD1: [{ FOSTER_CARE: '1' }] },
    { Episodes: [{ PLACE: 'A3', REC: 'X1' }], AD1: [{ FOSTER_CARE: '0' }] },
  ],
  fails: [
    { Episodes: [{ PLACE: 'A3', REC: 'E12' }], AD1: [{ FOSTER_CARE: '0' }] },
    { Episodes: [{ PLACE: 'A4', REC: 'E11' }], AD1: [{ FOSTER_CARE: '1' }] },
  ],
});
