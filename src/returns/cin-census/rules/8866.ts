import { date } from '../../../kernel/calendar/dates.ts';
import { onOrAfter, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/** If CINreferralDate (N00100) is on or after 1 April 2013, ReferralSource (N00152) must be present and must be a valid code. */
export default rule({
  code: '8866',
  message: 'Source of Referral is missing or an invalid code',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINreferralDate', 'ReferralSource'] },
  wrong: ({ CINdetails }) =>
    CINdetails.filter(
      (details) => onOrAfter(details.CINreferralDate, date('2013-04-01')) && !oneOf(details.ReferralSource, codes.referralSources),
    ),
  passes: [{ CINdetails: [{ CINreferralDate: '2022-05-26', ReferralSource: '1A' }, { CINreferralDate: '2013-03-31' }] }],
  fails: [{ CINdetails: [{ CINreferralDate: '2013-04-01' }] }, { CINdetails: [{ CINreferralDate: '2022-05-26', ReferralSource: '1Z' }] }],
});
