import { everyPair, sameDay, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * The CINPlanStartDate (N00689) of any CIN plan cannot fall within the CPPstartDate (N00105) to CPPendDate (N00115), or the CPPstartDate
 * to ReferenceDate (N00603) if CPPendDate is not present, of any child protection plan, unless it is equal to the CPPendDate.
 */
export default rule({
  code: '4016',
  message: 'A CIN Plan has been reported as open at the same time as a Child Protection Plan.',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate'], ChildProtectionPlans: ['CPPstartDate', 'CPPendDate'] },
  wrong: ({ CINplanDates, ChildProtectionPlans }, { referenceDate }) =>
    everyPair(CINplanDates, ChildProtectionPlans).filter(
      ([{ CINPlanStartDate }, { CPPstartDate, CPPendDate }]) =>
        within(CINPlanStartDate, CPPstartDate, CPPendDate ?? referenceDate) && !sameDay(CINPlanStartDate, CPPendDate),
    ),
  passes: [
    {
      CINplanDates: [{ CINPlanStartDate: '2022-10-26' }, { CINPlanStartDate: '2022-05-25' }],
      ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-10-26' }],
    },
  ],
  fails: [
    {
      CINplanDates: [{ CINPlanStartDate: '2022-05-26' }],
      ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-10-26' }],
    },
    { CINplanDates: [{ CINPlanStartDate: '2023-03-31' }], ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }] },
  ],
});
