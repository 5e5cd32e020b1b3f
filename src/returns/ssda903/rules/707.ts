import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { outlastsCare, periodsOfCare } from '../periods-of-care.ts';

export default rule({
  code: '707',
  message: 'Child ceased to be looked after but there is a DoLO without an end date.',
  years: since('2026-27'),
  needs: ['Episodes'],
  fields: { DoLo: ['DOLO_END'] },
  wrong: (child) => {
    const periods = periodsOfCare(child);
    return child.DoLo.filter((order) =>
      outlastsCare({ from: order.DOLO_START, to: order.DOLO_END, isOpen: isBlank(order, 'DOLO_END') }, periods),
    );
  },
  passes: [{ Episodes: [{ DECOM: '2026-06-01', DEC: '2026-06-10' }], DoLo: [{ DOLO_START: '2026-06-05', DOLO_END: '2026-06-10' }] }],
  fails: [{ Episodes: [{ DECOM: '2026-06-01', DEC: '2026-06-10' }], DoLo: [{ DOLO_START: '2026-06-05' }] }],
});
