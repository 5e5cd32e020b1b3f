import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** LAchildID (N00097) must be present. */
export default rule({
  code: '8500',
  message: 'LA Child ID missing',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['LAchildID'] },
  wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ LAchildID }) => isMissing(LAchildID)),
  passes: [{ ChildIdentifiers: [{ LAchildID: 'A1' }] }],
  fails: [{ ChildIdentifiers: [{ UPN: 'UN1' }] }],
});
