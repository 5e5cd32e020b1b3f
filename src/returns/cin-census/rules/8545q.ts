import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** If present, PersonDeathDate (N00108) must be within [Period_of_Census]. */
export default rule({
  code: '8545Q',
  message: "Please check and either amend data or provide a reason: Child's date of death should be within the census year",
  level: 'query',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['PersonDeathDate'] },
  wrong: ({ ChildIdentifiers }, census) => ChildIdentifiers.filter(({ PersonDeathDate }) => outsideCensus(PersonDeathDate, census)),
  passes: [{ ChildIdentifiers: [{ PersonDeathDate: '2022-04-01' }, { PersonDeathDate: '2023-03-31' }, {}] }],
  fails: [{ ChildIdentifiers: [{ PersonDeathDate: '2022-03-31' }] }, { ChildIdentifiers: [{ PersonDeathDate: '2023-04-01' }] }],
});
