import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Either PersonBirthDate (N00066) or ExpectedPersonBirthDate (N00098) must be present, but not both. */
export default rule({
  code: '8525Q',
  message: 'Either Date of Birth or Expected Date of Birth must be provided (but not both)',
  level: 'query',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['PersonBirthDate', 'ExpectedPersonBirthDate'] },
  wrong: ({ ChildIdentifiers }) =>
    ChildIdentifiers.filter((child) => isGiven(child.PersonBirthDate) === isGiven(child.ExpectedPersonBirthDate)),
  passes: [{ ChildIdentifiers: [{ PersonBirthDate: '2022-05-26' }, { ExpectedPersonBirthDate: '2023-05-26' }] }],
  fails: [{ ChildIdentifiers: [{}] }, { ChildIdentifiers: [{ PersonBirthDate: '2022-05-26', ExpectedPersonBirthDate: '2022-05-26' }] }],
});
