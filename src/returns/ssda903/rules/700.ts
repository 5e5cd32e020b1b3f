import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '700',
  message: 'The start date of the DoLO is not a valid date.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_START'] },
  wrong: ({ DoLo }) => DoLo.filter(({ DOLO_START }) => isMissing(DOLO_START)),
  passes: [{ DoLo: [{ DOLO_START: '2026-06-01' }] }],
  fails: [{ DoLo: [{}] }, { DoLo: [{ DOLO_START: '2026/06/01' }] }],
});
