import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { checkLetter } from '../upn.ts';

/**
 * If UPN (N00001) is present, it must contain the correct check letter. A number of which no check letter can be reckoned, because it has
 * not 13 characters or not the right ones, has not the correct one.
 */
export default rule({
  code: '1510',
  message: 'UPN invalid (wrong check letter at character 1)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['UPN'] },
  wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ UPN }) => isGiven(UPN) && UPN[0] !== checkLetter(UPN)),
  passes: [{ ChildIdentifiers: [{ UPN: 'X330123456789' }, { UPN: 'V33012345678A' }, {}] }],
  fails: [{ ChildIdentifiers: [{ UPN: 'K330123456789' }] }, { ChildIdentifiers: [{ UPN: 'X33012345678' }] }],
});
