import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** LAchildID (N00097) must contain letters and digits only. */
export default rule({
  code: '1580',
  message: 'LA Child ID must not contain any non-alphanumeric characters',
  level: 'error',
  years: since('2024-25'),
  fields: { ChildIdentifiers: ['LAchildID'] },
  wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ LAchildID }) => isGiven(LAchildID) && /[^A-Za-z0-9]/.test(LAchildID)),
  passes: [{ ChildIdentifiers: [{ LAchildID: 'A1' }] }, { ChildIdentifiers: [{}] }],
  fails: [{ ChildIdentifiers: [{ LAchildID: 'A-1' }] }, { ChildIdentifiers: [{ LAchildID: 'A 1' }] }],
});
