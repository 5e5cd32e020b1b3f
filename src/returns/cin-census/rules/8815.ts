import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isOpenEpisode, moreThanOne } from '../conditions.ts';

/**
 * If more than one CINdetails module is present for the same child, there must only be one where CINclosureDate (N00102) is missing and
 * ReferralNFA (N00112) is false or 0.
 */
export default rule({
  code: '8815',
  message:
    'More than one open CIN Details episode (a module with no CIN Closure Date) has been provided for this child and case is not a referral with no further action.',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINclosureDate'] },
  wrong: ({ CINdetails }) => moreThanOne(CINdetails.filter(isOpenEpisode)),
  passes: [
    {
      CINdetails: [
        { ReferralNFA: 'false' },
        { ReferralNFA: 'true' },
        { ReferralNFA: 'true' },
        { ReferralNFA: 'false', CINclosureDate: '2022-05-26' },
      ],
    },
  ],
  fails: [{ CINdetails: [{ ReferralNFA: 'false' }, { ReferralNFA: '0' }] }],
});
