import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If present, CPPendDate (N00115) must be on or after the CPPstartDate (N00105). */
export default rule({
  code: '8925',
  message: 'Child Protection Plan End Date earlier than Start Date',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate', 'CPPendDate'] },
  wrong: ({ ChildProtectionPlans }) => ChildProtectionPlans.filter((plan) => before(plan.CPPendDate, plan.CPPstartDate)),
  passes: [
    { ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-05-26' }] },
    { ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }] },
  ],
  fails: [{ ChildProtectionPlans: [{ CPPstartDate: '2022-05-26', CPPendDate: '2022-05-25' }] }],
});
