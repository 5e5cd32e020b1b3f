import { isAuthority, isAuthorityUntil2023 } from '../../authorities.ts';
import { isGiven } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { authorityIn, isWhole } from '../upn.ts';

/**
 * If UPN (N00001) is present, characters 2 to 4 must be a valid post April 1998 LA code or a recognised pseudo LA code. The two
 * authorities made on 1 April 2023 are recognised from 2023-24 on.
 */
export default [
  rule({
    code: '1530',
    message: 'UPN invalid (characters 2-4 not a recognised LA code)',
    level: 'error',
    years: between('2022-23', '2022-23'),
    fields: { ChildIdentifiers: ['UPN'] },
    wrong: ({ ChildIdentifiers }) =>
      ChildIdentifiers.filter(({ UPN }) => isGiven(UPN) && isWhole(UPN) && !isAuthorityUntil2023(authorityIn(UPN))),
    passes: [{ ChildIdentifiers: [{ UPN: 'H003278544154' }, {}] }],
    fails: [{ ChildIdentifiers: [{ UPN: 'R421962919251' }] }, { ChildIdentifiers: [{ UPN: 'A942001783012' }] }],
  }),
  rule({
    code: '1530',
    message: 'UPN invalid (characters 2-4 not a recognised LA code)',
    level: 'error',
    years: since('2023-24'),
    fields: { ChildIdentifiers: ['UPN'] },
    wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ UPN }) => isGiven(UPN) && isWhole(UPN) && !isAuthority(authorityIn(UPN))),
    passes: [{ ChildIdentifiers: [{ UPN: 'A942001783012' }, { UPN: 'R34' }] }],
    fails: [{ ChildIdentifiers: [{ UPN: 'R421962919251' }] }, { ChildIdentifiers: [{ UPN: 'ASFFAGSVSV123' }] }],
  }),
];
