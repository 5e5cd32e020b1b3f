import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If PersonDeathDate (N00108) is present, CINPlanEndDate (N00690) must be on or before it. */
export default rule({
  code: '4009Q',
  message: 'CIN Plan cannot end after the child’s Date of Death',
  level: 'query',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanEndDate'], ChildIdentifiers: ['PersonDeathDate'] },
  wrong: ({ CINplanDates, ChildIdentifiers }) =>
    everyPair(CINplanDates, ChildIdentifiers).filter(([plan, child]) => after(plan.CINPlanEndDate, child.PersonDeathDate)),
  passes: [
    { CINplanDates: [{ CINPlanEndDate: '2022-05-26' }, {}], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] },
    { CINplanDates: [{ CINPlanEndDate: '2022-05-26' }], ChildIdentifiers: [{}] },
  ],
  fails: [{ CINplanDates: [{ CINPlanEndDate: '2022-05-27' }], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] }],
});
