import { onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** On the day of birth as well, as rule 708 has it. */
export default rule({
  code: '586',
  message: 'Dates of missing periods are before child’s date of birth.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_START'] },
  wrong: ({ Missing }) => Missing.filter(({ MIS_START, DOB }) => onOrBefore(MIS_START, DOB)),
  passes: [{ Missing: [{ DOB: '2010-06-01', MIS_START: '2022-06-01' }, { DOB: '2010-06-01' }] }],
  fails: [{ Missing: [{ DOB: '2010-06-01', MIS_START: '2010-05-31' }] }],
});
