import { addDays, ageAt, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { everyPair, isGiven, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** The day is after the birth plus 25 years, so that 25 years were completed the day before. */
const isOver25 = (born: LocalDate | undefined, day: LocalDate): boolean => isGiven(born) && ageAt(born, addDays(day, -1)) >= 25;

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
      ([{ PersonBirthDate: born }, { CINclosureDate }]) =>
        isOver25(born, referenceDate) && (isMissing(CINclosureDate) || isOver25(born, CINclosureDate)),
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
