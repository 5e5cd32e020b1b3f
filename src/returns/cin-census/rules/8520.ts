import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** PersonBirthDate (N00066) must be on or before ReferenceDate (N00603), or missing. */
export default rule({
  code: '8520',
  message: 'Date of Birth is after data collection period (must be on or before the end of the census period)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['PersonBirthDate'] },
  wrong: ({ ChildIdentifiers }, { referenceDate }) =>
    ChildIdentifiers.filter(({ PersonBirthDate }) => after(PersonBirthDate, referenceDate)),
  passes: [{ ChildIdentifiers: [{ PersonBirthDate: '2023-03-31' }, {}] }],
  fails: [{ ChildIdentifiers: [{ PersonBirthDate: '2023-04-01' }] }],
});
