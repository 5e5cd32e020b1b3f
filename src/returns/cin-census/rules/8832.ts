import { since } from '../../rule/years.ts';
import { isTrue, rule } from '../census.ts';
import { ofEpisode, withAny } from '../conditions.ts';

/** If a CINdetails module has ReferralNFA (N00112) = true or 1, there should be no child protection module present. */
export default rule({
  code: '8832',
  message: 'Child Protection details provided for a referral with no further action.',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['LAchildID'], CINdetails: ['ReferralNFA'] },
  wrong: ({ ChildProtectionPlans, CINdetails }) =>
    CINdetails.filter(({ ReferralNFA }) => isTrue(ReferralNFA)).flatMap((details) =>
      withAny(details, ofEpisode(details, ChildProtectionPlans)),
    ),
  passes: [
    {
      ChildProtectionPlans: [{ CINdetailsID: '1' }],
      CINdetails: [
        { CINdetailsID: '1', ReferralNFA: 'false' },
        { CINdetailsID: '2', ReferralNFA: 'true' },
      ],
    },
  ],
  fails: [{ ChildProtectionPlans: [{ CINdetailsID: '1' }], CINdetails: [{ CINdetailsID: '1', ReferralNFA: 'true' }] }],
});
