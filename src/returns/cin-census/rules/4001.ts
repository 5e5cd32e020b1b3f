import { isMissing, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * If a CINdetails module has a ChildProtectionPlans module with no CPPendDate (N00115), a CINplanDates module with no CINPlanEndDate
 * (N00690) must not be present.
 */
export default rule({
  code: '4001',
  message: 'A CIN Plan cannot run concurrently with a Child Protection Plan',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanEndDate'], ChildProtectionPlans: ['CPPendDate'] },
  wrong: ({ CINplanDates, ChildProtectionPlans }) =>
    linked(CINplanDates, ChildProtectionPlans, 'CINdetailsID').filter(
      ([plan, protection]) => isMissing(plan.CINPlanEndDate) && isMissing(protection.CPPendDate),
    ),
  passes: [
    {
      CINplanDates: [{ CINdetailsID: '1', CINPlanEndDate: '2022-05-26' }, { CINdetailsID: '2' }],
      ChildProtectionPlans: [{ CINdetailsID: '1' }, { CINdetailsID: '2', CPPendDate: '2022-05-26' }],
    },
  ],
  fails: [{ CINplanDates: [{ CINdetailsID: '1' }], ChildProtectionPlans: [{ CINdetailsID: '1' }] }],
});
