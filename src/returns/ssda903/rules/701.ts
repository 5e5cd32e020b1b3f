import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '701',
  message: 'The end date of the DoLO is not a valid date.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_END'] },
  wrong: ({ DoLo }) => DoLo.filter((order) => isUnreadable(order, 'DOLO_END')),
  passes: [{ DoLo: [{ DOLO_END: '2026-06-01' }, {}] }],
  fails: [{ DoLo: [{ DOLO_END: '2026/06/01' }] }],
});
