import { before, consecutive, isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '705',
  message: 'A DoLO cannot start when the previous DoLO is still open.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_START', 'DOLO_END'] },
  wrong: ({ DoLo }) =>
    consecutive(DoLo, 'DOLO_START')
      .filter(
        ([previous, order]) => isGiven(order.DOLO_START) && (isBlank(previous, 'DOLO_END') || before(order.DOLO_START, previous.DOLO_END)),
      )
      .map(([, order]) => order),
  passes: [{ DoLo: [{ DOLO_START: '2026-06-01', DOLO_END: '2026-07-01' }, { DOLO_START: '2026-07-01' }] }],
  fails: [{ DoLo: [{ DOLO_START: '2026-06-01' }, { DOLO_START: '2026-07-01' }] }],
});
