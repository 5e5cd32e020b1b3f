import { isGiven, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isTrue, rule } from '../census.ts';

/**
 * If CINclosureDate (N00102) is present, all instances of the Section47 group must either include the DateOfInitialCPC (N00110) or
 * include ICPCnotRequired (N00111) with a value of true or 1: the one or the other, not both.
 */
export default rule({
  code: '8868',
  message: 'CIN episode is shown as closed, however Section 47 enquiry is not shown as completed by ICPC date or ICPC not required flag',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINclosureDate'], Section47: ['DateOfInitialCPC', 'ICPCnotRequired'] },
  wrong: ({ CINdetails, Section47 }) =>
    linked(CINdetails, Section47, 'CINdetailsID').filter(
      ([details, enquiry]) => isGiven(details.CINclosureDate) && isGiven(enquiry.DateOfInitialCPC) === isTrue(enquiry.ICPCnotRequired),
    ),
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-10-26' }],
      Section47: [{ CINdetailsID: '1', ICPCnotRequired: 'true' }],
    },
    { CINdetails: [{ CINdetailsID: '1' }], Section47: [{ CINdetailsID: '1', ICPCnotRequired: 'false' }] },
  ],
  fails: [
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-10-26' }],
      Section47: [{ CINdetailsID: '1', ICPCnotRequired: 'false' }],
    },
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-10-26' }],
      Section47: [{ CINdetailsID: '1', DateOfInitialCPC: '2022-06-26', ICPCnotRequired: 'true' }],
    },
  ],
});
