import { before, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where present, CPPstartDate (N00105) must be on or after the CINreferralDate (N00100) of its episode. */
export default rule({
  code: '1105',
  message: 'The child protection plan start date cannot be before the referral date',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate'], CINdetails: ['CINreferralDate'] },
  wrong: ({ ChildProtectionPlans, CINdetails }) =>
    linked(ChildProtectionPlans, CINdetails, 'CINdetailsID').filter(([plan, details]) =>
      before(plan.CPPstartDate, details.CINreferralDate),
    ),
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      ChildProtectionPlans: [
        { CINdetailsID: '1', CPPstartDate: '2022-07-01' },
        { CINdetailsID: '2', CPPstartDate: '2022-06-30' },
      ],
    },
  ],
  fails: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      ChildProtectionPlans: [{ CINdetailsID: '1', CPPstartDate: '2022-06-30' }],
    },
  ],
});
