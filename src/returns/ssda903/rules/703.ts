import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '703',
  message: 'The date that the DoLO started is after the end of the collection year.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_START'] },
  wrong: ({ DoLo }, { end }) => DoLo.filter(({ DOLO_START }) => after(DOLO_START, end)),
  passes: [{ DoLo: [{ DOLO_START: '2027-03-31' }, {}] }],
  fails: [{ DoLo: [{ DOLO_START: '2027-04-01' }] }],
});
