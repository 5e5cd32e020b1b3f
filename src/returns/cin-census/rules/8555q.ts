import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** CINreferralDate (N00100) must be on or before the PersonDeathDate (N00108). */
export default rule({
  code: '8555Q',
  message: 'Child cannot be referred after its recorded date of death',
  level: 'query',
  years: since('2022-23'),
  fields: { CINdetails: ['CINreferralDate'], ChildIdentifiers: ['PersonDeathDate'] },
  wrong: ({ CINdetails, ChildIdentifiers }) =>
    everyPair(CINdetails, ChildIdentifiers).filter(([details, child]) => after(details.CINreferralDate, child.PersonDeathDate)),
  passes: [{ CINdetails: [{ CINreferralDate: '2022-05-26' }], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] }],
  fails: [{ CINdetails: [{ CINreferralDate: '2022-05-27' }], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] }],
});
