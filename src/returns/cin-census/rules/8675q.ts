import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { awaitsConference } from '../conditions.ts';
import { beforeEndOfCensusMinus } from '../periods.ts';

const isTooEarly = beforeEndOfCensusMinus(15);

/**
 * If DateOfInitialCPC (N00110) is not present and ICPCnotRequired (N00111) equals false, S47ActualStartDate (N00148) should not be before
 * the ReferenceDate (N00603) minus 15 working days.
 */
export default rule({
  code: '8675Q',
  message:
    'Please check and either amend data or provide a reason: S47 Enquiry started more than 15 working days before the end of the census year. However, there is no date of Initial Child Protection Conference.',
  level: 'query',
  years: since('2022-23'),
  fields: { Section47: ['DateOfInitialCPC', 'S47ActualStartDate', 'ICPCnotRequired'] },
  wrong: ({ Section47 }, census) =>
    Section47.filter((enquiry) => awaitsConference(enquiry) && isTooEarly(enquiry.S47ActualStartDate, census)),
  passes: [
    {
      Section47: [
        { S47ActualStartDate: '2023-03-13', ICPCnotRequired: 'false' },
        { S47ActualStartDate: '2023-03-01', ICPCnotRequired: 'true' },
        { S47ActualStartDate: '2023-03-01', DateOfInitialCPC: '2023-03-20', ICPCnotRequired: 'false' },
      ],
    },
  ],
  fails: [{ Section47: [{ S47ActualStartDate: '2023-03-10', ICPCnotRequired: 'false' }] }],
});
