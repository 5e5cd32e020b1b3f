import { consecutive, isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Open is an order without an end. That orders overlap of which both have ended, this rule does not ask. */
export default rule({
  code: '705',
  message: 'A DoLO cannot start when the previous DoLO is still open.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_START', 'DOLO_END'] },
  wrong: ({ DoLo }) =>
    consecutive(
      DoLo.filter(({ DOLO_START }) => isGiven(DOLO_START)),
      'DOLO_START',
    )
      .filter(([previous]) => isBlank(previous, 'DOLO_END'))
      .map(([, order]) => order),
  passes: [
    { DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-07-01' }, { DOLO_START: '2026-07-01' }] },
    { DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-07-02' }, { DOLO_START: '2026-07-01' }] },
    { DoLo: [{}, { DOLO_START: '2026-07-01' }] },
  ],
  fails: [
    { DoLo: [{ DOLO_START: '2026-06-01' }, { DOLO_START: '2026-07-01' }] },
    { DoLo: [{ DOLO_START: '2026-07-01', DOLO_END: '2026-08-01' }, { DOLO_START: '2026-06-01' }] },
  ],
});
