import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** PersonDeathDate (N00108) must be on or after PersonBirthDate (N00066). */
export default rule({
  code: '8535Q',
  message: 'Please check and either amend data or provide a reason: Child’s date of death should not be prior to the date of birth',
  level: 'query',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['PersonDeathDate', 'PersonBirthDate'] },
  wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter((child) => before(child.PersonDeathDate, child.PersonBirthDate)),
  passes: [{ ChildIdentifiers: [{ PersonBirthDate: '2022-05-26', PersonDeathDate: '2022-05-26' }, { PersonBirthDate: '2022-05-26' }] }],
  fails: [{ ChildIdentifiers: [{ PersonBirthDate: '2022-05-26', PersonDeathDate: '2022-05-25' }] }],
});
