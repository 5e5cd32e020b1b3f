import { everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isTrue, rule } from '../census.ts';

/** If UPNunknown (N00135) is UN7, all of the CINdetails must have ReferralNFA (N00112) = 1 or true. */
export default rule({
  code: '8772',
  message:
    'UPN unknown reason is UN7 (Referral with no further action) but at least one CIN details is a referral going on to further action',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['UPNunknown'], CINdetails: ['ReferralNFA'] },
  wrong: ({ ChildIdentifiers, CINdetails }) =>
    everyPair(ChildIdentifiers, CINdetails).filter(([child, details]) => child.UPNunknown === 'UN7' && !isTrue(details.ReferralNFA)),
  passes: [
    { ChildIdentifiers: [{ UPNunknown: 'UN7' }], CINdetails: [{ ReferralNFA: 'true' }, { ReferralNFA: '1' }] },
    { ChildIdentifiers: [{ UPNunknown: 'UN6' }], CINdetails: [{ ReferralNFA: 'false' }] },
  ],
  fails: [{ ChildIdentifiers: [{ UPNunknown: 'UN7' }], CINdetails: [{ ReferralNFA: 'true' }, { ReferralNFA: 'false' }] }],
});
