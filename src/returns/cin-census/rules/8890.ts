import { grouped } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isOpenEnquiry } from '../conditions.ts';
import { startedDuringAnother } from '../periods.ts';

/**
 * Within one CINdetails group, each S47ActualStartDate (N00148) must not fall on or between the S47ActualStartDate and DateOfInitialCPC
 * (N00110) of any other Section47 group; or, where that is missing and the ICPCnotRequired (N00111) flag is not true, the
 * S47ActualStartDate and the ReferenceDate (N00603).
 */
export default rule({
  code: '8890',
  message: 'A Section 47 enquiry is shown as starting when there is another Section 47 Enquiry ongoing',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['S47ActualStartDate'] },
  wrong: ({ Section47 }, { referenceDate }) =>
    grouped(Section47, ({ CINdetailsID }) => CINdetailsID ?? '').flatMap((group) =>
      startedDuringAnother(group, (enquiry) => ({
        from: enquiry.S47ActualStartDate,
        to: isOpenEnquiry(enquiry) ? referenceDate : enquiry.DateOfInitialCPC,
      })),
    ),
  passes: [
    {
      Section47: [
        { CINdetailsID: '1', S47ActualStartDate: '2022-05-26', DateOfInitialCPC: '2022-06-09' },
        { CINdetailsID: '1', S47ActualStartDate: '2022-06-10', ICPCnotRequired: 'true' },
        { CINdetailsID: '1', S47ActualStartDate: '2022-07-10' },
        { CINdetailsID: '2', S47ActualStartDate: '2022-07-11' },
      ],
    },
  ],
  fails: [
    { Section47: [{ S47ActualStartDate: '2022-05-26', DateOfInitialCPC: '2022-06-09' }, { S47ActualStartDate: '2022-06-09' }] },
    {
      Section47: [
        { CINdetailsID: '1', S47ActualStartDate: '2022-05-26', DateOfInitialCPC: '2022-06-09' },
        { CINdetailsID: '1', S47ActualStartDate: '2022-06-09' },
      ],
    },
    {
      Section47: [
        { CINdetailsID: '1', S47ActualStartDate: '2022-05-26', ICPCnotRequired: 'false' },
        { CINdetailsID: '1', S47ActualStartDate: '2022-06-09' },
      ],
    },
  ],
});
