import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { duringDeprivationOfLiberty } from '../deprivation-of-liberty.ts';
import { rule } from '../looked-after-return.ts';

/** K2: children’s home. Z12 and Z13: other placements. */
export default rule({
  code: '709',
  message: 'Child with a DoLO is in an unexpected placement type.',
  years: since('2026-27'),
  needs: ['DoLo', 'Episodes'],
  fields: { DoLo: ['DOLO_START'], Episodes: ['PLACE'] },
  wrong: (child) => duringDeprivationOfLiberty(child).filter(([, { PLACE }]) => !oneOf(PLACE, ['K2', 'Z12', 'Z13'])),
  passes: [
    { DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-06-20' }], Episodes: [{ DECOM: '2026-05-01', PLACE: 'K2' }] },
    { DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-06-20' }], Episodes: [{ DECOM: '2026-06-21', PLACE: 'U1' }] },
  ],
  fails: [{ DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-06-20' }], Episodes: [{ DECOM: '2026-05-01', PLACE: 'U1' }] }],
});
