import { onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** On the same day as well: an order lasts a day at least. */
export default rule({
  code: '702',
  message: 'The date that the DoLO ended is before the date that it started.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_START', 'DOLO_END'] },
  wrong: ({ DoLo }) => DoLo.filter(({ DOLO_START, DOLO_END }) => onOrBefore(DOLO_END, DOLO_START)),
  passes: [{ DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-06-02' }, { DOLO_START: '2026-06-01' }] }],
  fails: [{ DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-06-01' }] }],
});
