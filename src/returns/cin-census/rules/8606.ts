import { addDays } from '../../../kernel/calendar/dates.ts';
import { before, everyPair, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** CINreferralDate (N00100) cannot be more than 280 days before PersonBirthDate (N00066) or ExpectedPersonBirthDate (N00098). */
export default rule({
  code: '8606',
  message: 'Child referral date is more than 40 weeks before DOB or expected DOB',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINreferralDate'], ChildIdentifiers: ['PersonBirthDate', 'ExpectedPersonBirthDate'] },
  wrong: ({ CINdetails, ChildIdentifiers }) =>
    everyPair(CINdetails, ChildIdentifiers).filter(([{ CINreferralDate }, child]) =>
      [child.PersonBirthDate, child.ExpectedPersonBirthDate].some(
        (birth) => isGiven(birth) && before(CINreferralDate, addDays(birth, -280)),
      ),
    ),
  passes: [{ CINdetails: [{ CINreferralDate: '2022-05-26' }], ChildIdentifiers: [{ PersonBirthDate: '2023-03-02' }] }],
  fails: [
    { CINdetails: [{ CINreferralDate: '2022-05-25' }], ChildIdentifiers: [{ PersonBirthDate: '2023-03-02' }] },
    { CINdetails: [{ CINreferralDate: '2022-05-25' }], ChildIdentifiers: [{ ExpectedPersonBirthDate: '2023-03-02' }] },
  ],
});
