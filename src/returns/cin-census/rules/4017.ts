import { everyPair, sameDay, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * The CPPstartDate (N00105) of any child protection plan cannot fall within the CINPlanStartDate (N00689) to CINPlanEndDate (N00690), or
 * the CINPlanStartDate to ReferenceDate (N00603) if CINPlanEndDate is not present, of any CIN plan, unless it is equal to the
 * CINPlanEndDate.
 */
export default rule({
  code: '4017',
  message: 'A CIN Plan has been reported as open at the same time as a Child Protection Plan.',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate', 'CINPlanEndDate'], ChildProtectionPlans: ['CPPstartDate'] },
  wrong: ({ CINplanDates, ChildProtectionPlans }, { referenceDate }) =>
    everyPair(ChildProtectionPlans, CINplanDates).filter(
      ([{ CPPstartDate }, { CINPlanStartDate, CINPlanEndDate }]) =>
        within(CPPstartDate, CINPlanStartDate, CINPlanEndDate ?? referenceDate) && !sameDay(CPPstartDate, CINPlanEndDate),
    ),
  passes: [
    {
      ChildProtectionPlans: [{ CPPstartDate: '2022-10-26' }, { CPPstartDate: '2022-05-25' }],
      CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-10-26' }],
    },
  ],
  fails: [
    {
      ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }],
      CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-10-26' }],
    },
    { ChildProtectionPlans: [{ CPPstartDate: '2023-03-31' }], CINplanDates: [{ CINPlanStartDate: '2022-05-26' }] },
  ],
});
