import { sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Within a ChildProtectionPlans group, CPPstartDate (N00105) must not be the same as the CPPendDate (N00115). */
export default rule({
  code: '8840',
  message: 'Child Protection Plan cannot start and end on the same day',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate', 'CPPendDate'] },
  wrong: ({ ChildProtectionPlans }) => ChildProtectionPlans.filter((plan) => sameDay(plan.CPPstartDate, plan.CPPendDate)),
  passes: [{ ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-05-27' }, {}] }],
  fails: [{ ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-05-26' }] }],
});
