import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** FormerUPN (N00002), where present, should be in the correct format: a letter, eleven digits, and a digit or a letter. */
export default rule({
  code: '1560Q',
  message: 'Please check and either amend or provide a reason: Former UPN wrongly formatted',
  level: 'query',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['FormerUPN'] },
  wrong: ({ ChildIdentifiers }) =>
    ChildIdentifiers.filter(({ FormerUPN }) => isGiven(FormerUPN) && !/^[A-Za-z]\d{11}[\dA-Za-z]$/.test(FormerUPN)),
  passes: [{ ChildIdentifiers: [{ FormerUPN: 'X330000000001' }, { FormerUPN: 'X33000000000A' }, {}] }],
  fails: [{ ChildIdentifiers: [{ FormerUPN: 'X33000000000' }] }, { ChildIdentifiers: [{ FormerUPN: '1330000000001' }] }],
});
