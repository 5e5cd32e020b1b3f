import { onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '708',
  message: 'Dates of DoLOs are before child’s date of birth.',
  years: since('2026-27'),
  fields: { DoLo: ['DOLO_START'] },
  wrong: ({ DoLo }) => DoLo.filter(({ DOLO_START, DOB }) => onOrBefore(DOLO_START, DOB)),
  passes: [{ DoLo: [{ DOB: '2010-06-01', DOLO_START: '2026-06-01' }, {}] }],
  fails: [{ DoLo: [{ DOB: '2010-06-01', DOLO_START: '2010-06-01' }] }],
});
