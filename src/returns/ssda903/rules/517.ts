import { since } from '../../rule/years.ts';
import { adoptersOtherThan } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '517',
  message:
    'If reporting legal status of adopters is L3 then the genders of adopters should be coded as MF. MF = the adopting couple are male and female.',
  years: since('2022-23'),
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  wrong: adoptersOtherThan('L3', ['MF']),
  passes: [
    {
      AD1: [
        { LS_ADOPTR: 'L3', SEX_ADOPTR: 'MF' },
        { LS_ADOPTR: 'L2', SEX_ADOPTR: 'MM' },
      ],
    },
  ],
  fails: [{ AD1: [{ LS_ADOPTR: 'L3', SEX_ADOPTR: 'FF' }] }],
});
