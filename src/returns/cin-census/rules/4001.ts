import { grouped, isMissing } from '../../rule/compare.ts';
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
  wrong: ({ CINplanDates, ChildProtectionPlans }) => {
    const plans = CINplanDates.filter(({ CINPlanEndDate }) => isMissing(CINPlanEndDate));
    const protections = ChildProtectionPlans.filter(({ CPPendDate }) => isMissing(CPPendDate));
    return grouped(plans, ({ CINdetailsID }) => CINdetailsID ?? '').flatMap((group) => {
      const atOnce = protections.filter(({ CINdetailsID }) => CINdetailsID === group[0]?.CINdetailsID);
      return atOnce.length > 0 ? [[...group, ...atOnce]] : [];
    });
  },
  passes: [
    {
      CINplanDates: [{ CINdetailsID: '1', CINPlanEndDate: '2022-05-26' }, { CINdetailsID: '2' }],
      ChildProtectionPlans: [{ CINdetailsID: '1' }, { CINdetailsID: '2', CPPendDate: '2022-05-26' }],
    },
  ],
  fails: [
    { CINplanDates: [{ CINdetailsID: '1' }], ChildProtectionPlans: [{ CINdetailsID: '1' }] },
    { CINplanDates: [{ LAchildID: '1' }], ChildProtectionPlans: [{ LAchildID: '1' }] },
  ],
});
