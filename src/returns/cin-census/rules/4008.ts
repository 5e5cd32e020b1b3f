import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If PersonDeathDate (N00108) is present, CINPlanStartDate (N00689) must be on or before it. */
export default rule({
  code: '4008',
  message: 'CIN Plan shown as starting after the child’s Date of Death.',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate'], ChildIdentifiers: ['PersonDeathDate'] },
  wrong: ({ CINplanDates, ChildIdentifiers }) =>
    everyPair(CINplanDates, ChildIdentifiers).filter(([plan, child]) => after(plan.CINPlanStartDate, child.PersonDeathDate)),
  passes: [
    { CINplanDates: [{ CINPlanStartDate: '2022-05-26' }, {}], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] },
    { CINplanDates: [{ CINPlanStartDate: '2022-05-26' }], ChildIdentifiers: [{}] },
  ],
  fails: [{ CINplanDates: [{ CINPlanStartDate: '2022-05-27' }], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] }],
});
