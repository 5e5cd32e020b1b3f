import { since } from '../../rule/years.ts';
import { adoptersOtherThan, singleAdopters } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '514',
  message:
    'Data entry on the legal status of adopters shows a single adopter but data entry for the numbers of adopters shows it as a couple.',
  years: since('2022-23'),
  fields: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  wrong: adoptersOtherThan('L0', singleAdopters),
  passes: [
    {
      AD1: [
        { LS_ADOPTR: 'L0', SEX_ADOPTR: 'F1' },
        { LS_ADOPTR: 'L2', SEX_ADOPTR: 'MM' },
      ],
    },
  ],
  fails: [{ AD1: [{ LS_ADOPTR: 'L0', SEX_ADOPTR: 'MF' }] }],
});
