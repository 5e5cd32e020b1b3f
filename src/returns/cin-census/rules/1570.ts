import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** LAchildID (N00097) must not be longer than 20 characters. */
export default rule({
  code: '1570',
  message: 'LA Child ID must not be longer than 20 characters',
  level: 'error',
  years: since('2024-25'),
  fields: { ChildIdentifiers: ['LAchildID'] },
  wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ LAchildID }) => isGiven(LAchildID) && LAchildID.length > 20),
  passes: [{ ChildIdentifiers: [{ LAchildID: 'A1234567890123456789' }] }],
  fails: [{ ChildIdentifiers: [{ LAchildID: 'A12345678901234567890' }] }],
});
