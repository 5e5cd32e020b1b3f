import { after, isGiven, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Within a Section47 group, if DateOfInitialCPC (N00110) is present, S47ActualStartDate (N00148) must be present and on or before it. */
export default rule({
  code: '8615',
  message: 'Section 47 Enquiry Start Date must be present and cannot be later than the date of the initial Child Protection Conference',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['S47ActualStartDate', 'DateOfInitialCPC'] },
  wrong: ({ Section47 }) =>
    Section47.filter(
      ({ S47ActualStartDate, DateOfInitialCPC }) =>
        isGiven(DateOfInitialCPC) && (isMissing(S47ActualStartDate) || after(S47ActualStartDate, DateOfInitialCPC)),
    ),
  passes: [{ Section47: [{ S47ActualStartDate: '2022-05-26', DateOfInitialCPC: '2022-05-26' }, {}] }],
  fails: [
    { Section47: [{ S47ActualStartDate: '2022-05-27', DateOfInitialCPC: '2022-05-26' }] },
    { Section47: [{ DateOfInitialCPC: '2022-05-26' }] },
  ],
});
