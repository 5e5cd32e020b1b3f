import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isOpenEpisode } from '../conditions.ts';

/**
 * If a CINdetails module has no CINclosureDate (N00102) and ReferralNFA (N00112) is false or 0, its CINreferralDate (N00100) must be the
 * latest of all referral dates of that child.
 */
export default rule({
  code: '8816',
  message: 'An open CIN episode is shown and case is not a referral with no further action, but it is not the latest episode.',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINreferralDate', 'ReferralNFA'] },
  wrong: ({ CINdetails }) =>
    CINdetails.filter(
      (details) => isOpenEpisode(details) && CINdetails.some((other) => after(other.CINreferralDate, details.CINreferralDate)),
    ),
  passes: [
    {
      CINdetails: [
        { CINreferralDate: '2022-05-26', CINclosureDate: '2022-06-26', ReferralNFA: 'false' },
        { CINreferralDate: '2022-07-26', ReferralNFA: 'false' },
        { CINreferralDate: '2022-07-26', ReferralNFA: 'true' },
      ],
    },
  ],
  fails: [
    {
      CINdetails: [
        { CINreferralDate: '2022-05-26', ReferralNFA: 'false' },
        { CINreferralDate: '2022-07-26', ReferralNFA: 'true' },
      ],
    },
  ],
});
