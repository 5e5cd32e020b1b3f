import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { overlapping } from '../overlaps.ts';

/** An order also may not start before another has ended: it was still open on that day. Which of the two is shown, rule 574 has. */
export default rule({
  code: '705',
  message: 'A DoLO cannot start when the previous DoLO is still open.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_START', 'DOLO_END'] },
  wrong: ({ DoLo }) => overlapping(DoLo, (row) => ({ from: row.DOLO_START, to: row.DOLO_END, isOpen: isBlank(row, 'DOLO_END') })),
  passes: [{ DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-07-01' }, { DOLO_START: '2026-07-01' }] }],
  fails: [
    { DoLo: [{ DOLO_START: '2026-06-01' }, { DOLO_START: '2026-07-01' }] },
    { DoLo: [{ DOLO_START: '2026-06-01' }, { DOLO_START: '2026-07-01', DOLO_END: '2026-08-01' }] },
    {
      DoLo: [
        { DOLO_START: '2026-06-01', DOLO_END: '2026-07-02' },
        { DOLO_START: '2026-07-01', DOLO_END: '2026-08-01' },
      ],
    },
  ],
});
