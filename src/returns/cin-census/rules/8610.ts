import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isFalse, rule } from '../census.ts';

/** If ReferralNFA (N00112) is false or 0, PrimaryNeedCode (N00101) must be present. */
export default rule({
  code: '8610',
  message: 'Primary Need code is missing for a referral which led to further action.',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['ReferralNFA', 'PrimaryNeedCode'] },
  wrong: ({ CINdetails }) => CINdetails.filter((details) => isFalse(details.ReferralNFA) && isMissing(details.PrimaryNeedCode)),
  passes: [{ CINdetails: [{ ReferralNFA: 'false', PrimaryNeedCode: 'N1' }, { ReferralNFA: 'true' }, {}] }],
  fails: [{ CINdetails: [{ ReferralNFA: '0' }] }],
});
