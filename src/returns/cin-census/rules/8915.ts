import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If PersonDeathDate (N00108) is present, CPPstartDate (N00105) must be on or before it. */
export default rule({
  code: '8915',
  message: 'Child Protection Plan shown as starting after the child’s Date of Death',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate'], ChildIdentifiers: ['PersonDeathDate'] },
  wrong: ({ ChildProtectionPlans, ChildIdentifiers }) =>
    everyPair(ChildProtectionPlans, ChildIdentifiers).filter(([plan, child]) => after(plan.CPPstartDate, child.PersonDeathDate)),
  passes: [
    { ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }, {}], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] },
    { ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }], ChildIdentifiers: [{}] },
  ],
  fails: [{ ChildProtectionPlans: [{ CPPstartDate: '2022-05-27' }], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] }],
});
