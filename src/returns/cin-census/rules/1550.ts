import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isLastCharacter, isWhole } from '../upn.ts';

/** If UPN (N00001) is present, character 13 must be numeric, or A to Z omitting I, O and S. */
export default rule({
  code: '1550',
  message: 'UPN invalid (character 13 not a recognised value)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['UPN'] },
  wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ UPN }) => isGiven(UPN) && isWhole(UPN) && !isLastCharacter(UPN.slice(12))),
  passes: [{ ChildIdentifiers: [{ UPN: 'X330123456789' }, { UPN: 'V33012345678A' }, {}] }],
  fails: [{ ChildIdentifiers: [{ UPN: 'K33012345678I' }] }],
});
