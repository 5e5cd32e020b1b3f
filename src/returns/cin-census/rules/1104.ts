import { before, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where present, DateOfInitialCPC (N00110) must be on or after the CINreferralDate (N00100) of its episode. */
export default rule({
  code: '1104',
  message: 'The date of the initial child protection conference cannot be before the referral date',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['DateOfInitialCPC'], CINdetails: ['CINreferralDate'] },
  wrong: ({ Section47, CINdetails }) =>
    linked(Section47, CINdetails, 'CINdetailsID').filter(([enquiry, details]) => before(enquiry.DateOfInitialCPC, details.CINreferralDate)),
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      Section47: [
        { CINdetailsID: '1', DateOfInitialCPC: '2022-07-01' },
        { CINdetailsID: '2', DateOfInitialCPC: '2022-06-30' },
      ],
    },
  ],
  fails: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      Section47: [{ CINdetailsID: '1', DateOfInitialCPC: '2022-06-30' }],
    },
  ],
});
