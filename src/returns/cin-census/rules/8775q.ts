import { addMonths, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { remembered } from '../../../kernel/calendar/remembered.ts';
import { before, everyPair, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

const twentyFiveYearsBefore = remembered((day: LocalDate) => addMonths(day, -25 * 12));

/**
 * PersonBirthDate (N00066) is before ReferenceDate (N00603) minus 25 years, and CINclosureDate (N00102) is after PersonBirthDate plus 25
 * years or is missing.
 */
export default rule({
  code: '8775Q',
  message: 'Please check and either amend data or provide a reason: Child is over 25 years old',
  level: 'query',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['PersonBirthDate'], CINdetails: ['CINclosureDate'] },
  wrong: ({ ChildIdentifiers, CINdetails }, { referenceDate }) =>
    everyPair(ChildIdentifiers, CINdetails).filter(
      ([{ PersonBirthDate }, { CINclosureDate }]) =>
        before(PersonBirthDate, twentyFiveYearsBefore(referenceDate)) &&
        (isMissing(CINclosureDate) || before(PersonBirthDate, twentyFiveYearsBefore(CINclosureDate))),
    ),
  passes: [
    { ChildIdentifiers: [{ PersonBirthDate: '1998-03-31' }], CINdetails: [{}] },
    { ChildIdentifiers: [{ PersonBirthDate: '1997-05-26' }], CINdetails: [{ CINclosureDate: '2022-05-26' }] },
  ],
  fails: [
    { ChildIdentifiers: [{ PersonBirthDate: '1998-03-30' }], CINdetails: [{}] },
    { ChildIdentifiers: [{ PersonBirthDate: '1997-05-26' }], CINdetails: [{ CINclosureDate: '2022-05-27' }] },
  ],
});
