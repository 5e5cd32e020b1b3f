import { before, eachWithOthers, onOrAfter, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { at, rule } from '../census.ts';
import { isOpenEpisode } from '../conditions.ts';

/**
 * If more than one CINdetails module is present for the same child, the CINreferralDate (N00100) of each must not fall between the
 * CINreferralDate and the CINclosureDate (N00102) of another; or, if that has none and its ReferralNFA (N00112) is false or 0, between its
 * CINreferralDate and the ReferenceDate (N00603). The end date of one referral may be the same as the start date of the following one.
 */
export default rule({
  code: '8820',
  message: 'The dates on the CIN episodes for this child overlap',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINreferralDate', 'CINclosureDate'] },
  wrong: ({ CINdetails }, { referenceDate }) =>
    eachWithOthers(CINdetails)
      .filter(([{ CINreferralDate }, other]) => {
        if (isOpenEpisode(other)) return within(CINreferralDate, other.CINreferralDate, referenceDate);
        return onOrAfter(CINreferralDate, other.CINreferralDate) && before(CINreferralDate, other.CINclosureDate);
      })
      .map(([details, other]) => [at(details, 'CINreferralDate'), at(other, 'CINreferralDate', 'CINclosureDate')]),
  passes: [
    {
      CINdetails: [
        { CINreferralDate: '2022-05-26', CINclosureDate: '2022-07-08' },
        { CINreferralDate: '2022-07-08', ReferralNFA: 'false' },
      ],
    },
    {
      CINdetails: [
        { CINreferralDate: '2022-05-26', ReferralNFA: 'true' },
        { CINreferralDate: '2022-07-08', ReferralNFA: 'false' },
      ],
    },
  ],
  fails: [
    { CINdetails: [{ CINreferralDate: '2022-05-26', CINclosureDate: '2022-07-08' }, { CINreferralDate: '2022-07-07' }] },
    {
      CINdetails: [
        { CINreferralDate: '2022-05-26', ReferralNFA: 'false' },
        { CINreferralDate: '2022-07-08', ReferralNFA: 'true' },
      ],
    },
  ],
});
