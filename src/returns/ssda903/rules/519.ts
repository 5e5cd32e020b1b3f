import { since } from '../../rule/years.ts';
import { adoptersOtherThan, couples } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '519',
  message:
    'Data entered on the legal status of adopters shows civil partnership couple, but data entered on genders of adopters does not show it as a couple.',
  years: since('2022-23'),
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  wrong: adoptersOtherThan('L2', couples),
  passes: [
    {
      AD1: [
        { LS_ADOPTR: 'L2', SEX_ADOPTR: 'MF' },
        { LS_ADOPTR: 'L0', SEX_ADOPTR: 'M1' },
      ],
    },
  ],
  fails: [{ AD1: [{ LS_ADOPTR: 'L2', SEX_ADOPTR: 'M1' }] }, { AD1: [{ LS_ADOPTR: 'L2' }] }],
});
