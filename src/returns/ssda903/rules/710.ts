import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { duringDeprivationOfLiberty } from '../deprivation-of-liberty.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '710',
  message:
    "Child with a DoLO can not be placed in secure children's homes, with parents, young offender institutions, or supported accommodation.",
  years: since('2026-27'),
  needs: ['DoLo', 'Episodes'],
  fields: { DoLo: ['DOLO_START'], Episodes: ['PLACE'] },
  wrong: (child) => duringDeprivationOfLiberty(child).filter(([, { PLACE }]) => oneOf(PLACE, ['K1', 'P1', 'R5', 'K3'])),
  passes: [{ DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-06-20' }], Episodes: [{ DECOM: '2026-05-01', PLACE: 'K2' }] }],
  fails: [{ DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-06-20' }], Episodes: [{ DECOM: '2026-05-01', PLACE: 'K1' }] }],
});
