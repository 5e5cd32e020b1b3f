import { before, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where present, S47ActualStartDate (N00148) must be on or after the CINreferralDate (N00100) of its episode. */
export default rule({
  code: '2889',
  message: 'The S47 start date cannot be before the referral date.',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['S47ActualStartDate'], CINdetails: ['CINreferralDate'] },
  wrong: ({ Section47, CINdetails }) =>
    linked(Section47, CINdetails, 'CINdetailsID').filter(([enquiry, details]) =>
      before(enquiry.S47ActualStartDate, details.CINreferralDate),
    ),
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      Section47: [
        { CINdetailsID: '1', S47ActualStartDate: '2022-07-01' },
        { CINdetailsID: '2', S47ActualStartDate: '2022-06-30' },
      ],
    },
  ],
  fails: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      Section47: [{ CINdetailsID: '1', S47ActualStartDate: '2022-06-30' }],
    },
  ],
});
