import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { moreThanOne } from '../conditions.ts';

/** There must be only one ChildProtectionPlans group where the CPPendDate (N00115) is missing. */
export default rule({
  code: '8935',
  message: 'This child is showing more than one open Child Protection plan, i.e. with no End Date',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPendDate'] },
  wrong: ({ ChildProtectionPlans }) => moreThanOne(ChildProtectionPlans.filter(({ CPPendDate }) => isMissing(CPPendDate))),
  passes: [{ ChildProtectionPlans: [{ LAchildID: '1' }, { LAchildID: '1', CPPendDate: '2022-05-26' }, { LAchildID: '2' }] }],
  fails: [{ ChildProtectionPlans: [{ CINdetailsID: '1' }, { CINdetailsID: '2' }] }],
});
