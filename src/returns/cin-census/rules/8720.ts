import { after, isGiven, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * Where a child protection plan module is present (with its CPPID), CPPstartDate (N00105) must be present and on or before the
 * ReferenceDate (N00603).
 */
export default rule({
  code: '8720',
  message: 'Child Protection Plan Start Date missing or out of data collection period',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate'] },
  wrong: ({ ChildProtectionPlans }, { referenceDate }) =>
    ChildProtectionPlans.filter(
      ({ CPPID, CPPstartDate }) => (isGiven(CPPID) && isMissing(CPPstartDate)) || after(CPPstartDate, referenceDate),
    ),
  passes: [{ ChildProtectionPlans: [{ CPPID: '1', CPPstartDate: '2023-03-31' }, {}] }],
  fails: [{ ChildProtectionPlans: [{ CPPID: '1' }] }, { ChildProtectionPlans: [{ CPPID: '1', CPPstartDate: '2023-04-01' }] }],
});
