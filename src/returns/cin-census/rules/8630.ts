import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If present, CINclosureDate (N00102) must be on or after CINreferralDate (N00100) in the same CINdetails instance. */
export default rule({
  code: '8630',
  message: 'CIN Closure Date is before CIN Referral Date for the same CIN episode',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINreferralDate', 'CINclosureDate'] },
  wrong: ({ CINdetails }) => CINdetails.filter((details) => before(details.CINclosureDate, details.CINreferralDate)),
  passes: [{ CINdetails: [{ CINreferralDate: '2022-05-26', CINclosureDate: '2022-05-26' }, { CINreferralDate: '2022-05-26' }] }],
  fails: [{ CINdetails: [{ CINreferralDate: '2022-05-26', CINclosureDate: '2022-05-25' }] }],
});
