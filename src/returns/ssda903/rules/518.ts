import { since } from '../../rule/years.ts';
import { adoptersOtherThan, sameSexCouples } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '518',
  message:
    'If reporting legal status of adopters is L4 then the genders of adopters should be coded as MM or FF. MM = the adopting couple are both males. FF = the adopting couple are both females.',
  years: since('2022-23'),
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  wrong: adoptersOtherThan('L4', sameSexCouples),
  passes: [
    {
      AD1: [
        { LS_ADOPTR: 'L4', SEX_ADOPTR: 'MM' },
        { LS_ADOPTR: 'L3', SEX_ADOPTR: 'MF' },
      ],
    },
  ],
  fails: [{ AD1: [{ LS_ADOPTR: 'L4', SEX_ADOPTR: 'MF' }] }],
});
