import { since } from '../../rule/years.ts';
import { isFalse, isTrue, rule } from '../census.ts';

/** ReferralNFA (N00112) must be present and must be 1 or 0, true or false. */
export default rule({
  code: '8568',
  message: 'RNFA flag is missing or invalid',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['ReferralNFA'] },
  wrong: ({ CINdetails }) => CINdetails.filter(({ ReferralNFA }) => !isTrue(ReferralNFA) && !isFalse(ReferralNFA)),
  passes: [{ CINdetails: [{ ReferralNFA: 'true' }, { ReferralNFA: 'false' }, { ReferralNFA: '1' }, { ReferralNFA: '0' }] }],
  fails: [{ CINdetails: [{}] }, { CINdetails: [{ ReferralNFA: 'yes' }] }],
});
