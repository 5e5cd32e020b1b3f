import { grouped } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { awaitsConference } from '../conditions.ts';
import { outsideCensus } from '../periods.ts';

/**
 * If a Section47 group does not contain the DateOfInitialCPC (N00110) and ICPCnotRequired (N00111) is false, the S47ActualStartDate
 * (N00148) must be on or between [Start_Of_Census_Year] and ReferenceDate (N00603). Enquiries begun on one day are shown together.
 */
export default rule({
  code: '8740',
  message:
    'For a Section 47 Enquiry that has not held the Initial Child Protection Conference by the end of the census year, the start date must fall within the census year',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['S47ActualStartDate', 'DateOfInitialCPC', 'ICPCnotRequired'] },
  wrong: ({ Section47 }, census) => {
    const outside = Section47.filter((enquiry) => awaitsConference(enquiry) && outsideCensus(enquiry.S47ActualStartDate, census));
    return grouped(outside, ({ S47ActualStartDate }) => S47ActualStartDate);
  },
  passes: [
    {
      Section47: [
        { S47ActualStartDate: '2022-04-01', ICPCnotRequired: 'false' },
        { S47ActualStartDate: '2022-03-31', ICPCnotRequired: 'true' },
        { ICPCnotRequired: 'false' },
      ],
    },
  ],
  fails: [{ Section47: [{ S47ActualStartDate: '2022-03-31', ICPCnotRequired: 'false' }] }],
});
