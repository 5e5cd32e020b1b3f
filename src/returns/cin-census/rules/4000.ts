import { since } from '../../rule/years.ts';
import { isTrue, rule } from '../census.ts';
import { ofEpisode, withAny } from '../conditions.ts';

/** A CINdetails module with ReferralNFA (N00112) = true or 1 should have no CINplanDates module. */
export default rule({
  code: '4000',
  message: 'CIN Plan details provided for a referral with no further action',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['LAchildID'], CINdetails: ['ReferralNFA'] },
  wrong: ({ CINplanDates, CINdetails }) =>
    CINdetails.filter(({ ReferralNFA }) => isTrue(ReferralNFA)).flatMap((details) => withAny(details, ofEpisode(details, CINplanDates))),
  passes: [
    {
      CINplanDates: [{ CINdetailsID: '1' }],
      CINdetails: [
        { CINdetailsID: '1', ReferralNFA: 'false' },
        { CINdetailsID: '2', ReferralNFA: 'true' },
      ],
    },
  ],
  fails: [{ CINplanDates: [{ CINdetailsID: '1' }], CINdetails: [{ CINdetailsID: '1', ReferralNFA: 'true' }] }],
});
