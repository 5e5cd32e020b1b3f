import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { remembered } from '../../../kernel/calendar/remembered.ts';
import { addWorkingDays } from '../../../kernel/calendar/working-days.ts';
import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isTrue, rule } from '../census.ts';

const workingDayBefore = remembered((day: LocalDate) => addWorkingDays(day, -1));

/** If CINreferralDate (N00100) is before [Start_of_Census_Year] minus 1 working day, ReferralNFA (N00112) must be false. */
export default rule({
  code: '8569Q',
  message:
    'A case with referral date before one working day prior to the collection start date must not be flagged as a no further action case',
  level: 'query',
  years: since('2022-23'),
  fields: { CINdetails: ['ReferralNFA'] },
  wrong: ({ CINdetails }, { start }) =>
    CINdetails.filter((details) => before(details.CINreferralDate, workingDayBefore(start)) && isTrue(details.ReferralNFA)),
  passes: [
    {
      CINdetails: [
        { CINreferralDate: '2022-03-31', ReferralNFA: 'true' },
        { CINreferralDate: '2022-03-30', ReferralNFA: 'false' },
      ],
    },
  ],
  fails: [{ CINdetails: [{ CINreferralDate: '2022-03-30', ReferralNFA: '1' }] }],
});
