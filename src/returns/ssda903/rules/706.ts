import { inOrder, isBlank, isGiven, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** The recorded example shows the latest order of this year; where there is none, the child’s Header is shown. */
export default rule({
  code: '706',
  message: 'There is an open DoLO in last year’s return and there is no corresponding DoLO recorded at the start of this year..',
  years: since('2026-27'),
  needs: ['DoLo', 'DoLo_last'],
  fields: { DoLo: ['DOLO_START'], Header: ['CHILD'] },
  wrong: ({ DoLo, DoLo_last, Header }) => {
    const open = DoLo_last.find((order) => isGiven(order.DOLO_START) && isBlank(order, 'DOLO_END'));
    const orders = inOrder(DoLo, 'DOLO_START');
    if (open === undefined || sameDay(orders[0]?.DOLO_START, open.DOLO_START)) return [];
    return orders.length === 0 ? Header : orders.slice(-1);
  },
  passes: [{ DoLo: [{ DOLO_START: '2026-03-01' }], DoLo_last: [{ DOLO_START: '2026-03-01' }] }],
  fails: [
    { DoLo: [{ DOLO_START: '2026-04-01' }], DoLo_last: [{ DOLO_START: '2026-03-01' }] },
    { DoLo: [], DoLo_last: [{ DOLO_START: '2026-03-01' }], Header: [{}] },
  ],
});
