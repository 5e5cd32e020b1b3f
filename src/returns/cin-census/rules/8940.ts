import { since } from '../../rule/years.ts';
import { at, rule } from '../census.ts';
import { startedDuringAnother } from '../periods.ts';

/**
 * Where more than one ChildProtectionPlans group is included, the CPPstartDate (N00105) of each group cannot fall within the
 * CPPstartDate to CPPendDate (N00115), or the CPPstartDate to ReferenceDate if CPPendDate is not present, of any other group.
 */
export default rule({
  code: '8940',
  message: 'Child Protection Plan data contains overlapping dates',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate', 'CPPendDate'] },
  wrong: ({ ChildProtectionPlans }, { referenceDate }) =>
    startedDuringAnother(ChildProtectionPlans, (plan) => ({ from: plan.CPPstartDate, to: plan.CPPendDate ?? referenceDate })).map(
      ([plan, other]) => [at(plan, 'CPPstartDate'), at(other, 'CPPstartDate', 'CPPendDate')],
    ),
  passes: [
    {
      ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-10-25' }, { CPPstartDate: '2022-10-26' }],
    },
  ],
  fails: [
    { ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-10-26' }, { CPPstartDate: '2022-10-26' }] },
    { ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }, { CPPstartDate: '2022-10-26', CPPendDate: '2022-12-26' }] },
  ],
});
