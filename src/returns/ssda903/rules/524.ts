import { since } from '../../rule/years.ts';
import { adoptersOtherThan, sameSexCouples } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '524',
  message:
    'If reporting legal status of adopters is L12 then the genders of adopters should be coded as MM or FF. MM = the adopting couple are both males. FF = the adopting couple are both females',
  years: since('2022-23'),
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  wrong: adoptersOtherThan('L12', sameSexCouples),
  passes: [
    {
      AD1: [
        { LS_ADOPTR: 'L12', SEX_ADOPTR: 'FF' },
        { LS_ADOPTR: 'L11', SEX_ADOPTR: 'MF' },
      ],
    },
  ],
  fails: [{ AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: 'MF' }] }],
});
