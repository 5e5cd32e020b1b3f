import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { sameSexCouples } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '520',
  message:
    'Data entry on the legal status of adopters shows different gender married couple but data entry on genders of adopters shows it as a same gender couple.',
  years: since('2022-23'),
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  wrong: ({ AD1 }) => AD1.filter(({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L11' && oneOf(SEX_ADOPTR, sameSexCouples)),
  passes: [
    {
      AD1: [
        { LS_ADOPTR: 'L11', SEX_ADOPTR: 'MF' },
        { LS_ADOPTR: 'L12', SEX_ADOPTR: 'MM' },
      ],
    },
  ],
  fails: [{ AD1: [{ LS_ADOPTR: 'L11', SEX_ADOPTR: 'FF' }] }],
});
