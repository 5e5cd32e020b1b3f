import { before, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where present, CINPlanStartDate (N00689) must be on or after the CINreferralDate (N00100) of its episode. */
export default rule({
  code: '4015',
  message: 'The CIN Plan start date cannot be before the referral date',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate'], CINdetails: ['CINreferralDate'] },
  wrong: ({ CINplanDates, CINdetails }) =>
    linked(CINplanDates, CINdetails, 'CINdetailsID').filter(([plan, details]) => before(plan.CINPlanStartDate, details.CINreferralDate)),
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      CINplanDates: [
        { CINdetailsID: '1', CINPlanStartDate: '2022-07-01' },
        { CINdetailsID: '2', CINPlanStartDate: '2022-06-30' },
      ],
    },
  ],
  fails: [
    { CINdetails: [{ CINreferralDate: '2022-07-01' }], CINplanDates: [{ CINPlanStartDate: '2022-06-30' }] },
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      CINplanDates: [{ CINdetailsID: '1', CINPlanStartDate: '2022-06-30' }],
    },
  ],
});
