import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If UPN (N00001) is present, characters 5 to 12 must be numeric. */
export default rule({
  code: '1540',
  message: 'UPN invalid (characters 5-12 not all numeric)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['UPN'] },
  wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ UPN }) => isGiven(UPN) && !/^\d{8}$/.test(UPN.slice(4, 12))),
  passes: [{ ChildIdentifiers: [{ UPN: 'X330000000001' }, {}] }],
  fails: [{ ChildIdentifiers: [{ UPN: 'X33000y000001' }] }, { ChildIdentifiers: [{ UPN: 'X330' }] }],
});
