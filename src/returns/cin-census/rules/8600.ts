import { after, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** CINreferralDate (N00100) must be present and must be on or before ReferenceDate (N00603). */
export default rule({
  code: '8600',
  message: 'Child referral date missing or after data collection period',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINreferralDate'] },
  wrong: ({ CINdetails }, { referenceDate }) =>
    CINdetails.filter(({ CINreferralDate }) => isMissing(CINreferralDate) || after(CINreferralDate, referenceDate)),
  passes: [{ CINdetails: [{ CINreferralDate: '2023-03-31' }] }],
  fails: [{ CINdetails: [{}] }, { CINdetails: [{ CINreferralDate: '2023-04-01' }] }],
});
