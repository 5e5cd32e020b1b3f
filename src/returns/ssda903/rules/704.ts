import { after, before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '704',
  message: 'The date that the DoLO ended is before the start or after the end of the collection year.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_END'] },
  wrong: ({ DoLo }, { start, end }) => DoLo.filter(({ DOLO_END }) => before(DOLO_END, start) || after(DOLO_END, end)),
  passes: [{ DoLo: [{ DOLO_END: '2026-04-01' }, {}] }],
  fails: [{ DoLo: [{ DOLO_END: '2026-03-31' }] }, { DoLo: [{ DOLO_END: '2027-04-01' }] }],
});
