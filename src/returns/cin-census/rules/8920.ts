import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If PersonDeathDate (N00108) is present, CPPendDate (N00115) must be on or before it. */
export default rule({
  code: '8920',
  message: 'Child Protection Plan cannot end after the child’s Date of Death',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPendDate'], ChildIdentifiers: ['PersonDeathDate'] },
  wrong: ({ ChildProtectionPlans, ChildIdentifiers }) =>
    everyPair(ChildProtectionPlans, ChildIdentifiers).filter(([plan, child]) => after(plan.CPPendDate, child.PersonDeathDate)),
  passes: [
    { ChildProtectionPlans: [{ CPPendDate: '2022-05-26' }, {}], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] },
    { ChildProtectionPlans: [{ CPPendDate: '2022-05-26' }], ChildIdentifiers: [{}] },
  ],
  fails: [{ ChildProtectionPlans: [{ CPPendDate: '2022-05-27' }], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] }],
});
