import { easterSunday } from '../../kernel/calendar/bank-holidays.ts';
import { addDays, addMonths, ageAt, birthday, date, dayOfWeek, yearBegan, type LocalDate } from '../../kernel/calendar/dates.ts';
import { isOpenByTerms, nextTermEndsByTerms } from '../../kernel/calendar/school-terms.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';

const mondayBefore = (on: LocalDate): LocalDate => addDays(on, 1 - dayOfWeek(on));

/** The weeks, by their Monday, that most schools in England are closed besides summer and Christmas: for school years of which the authority has not said its own. */
function closedWeeks(year: number): readonly LocalDate[] {
  const holyWeek = addDays(easterSunday(year), -6);
  const february = mondayBefore(date(`${year}-02-17`));
  const october = mondayBefore(date(`${year}-10-31`));
  return [february, holyWeek, addDays(holyWeek, 7), mondayBefore(date(`${year}-05-31`)), october];
}

/** A day on which school is held, by the authority’s own term dates; of a school year without them: none from 22 July to the end of August, from 21 December to 3 January, and in those weeks. */
export function isSchoolDay(on: LocalDate): boolean {
  const isOpen = isOpenByTerms(on);
  if (isOpen !== undefined) return isOpen;
  const monthAndDay = on.slice(5);
  if (!isWorkingDay(on) || monthAndDay <= '01-03' || monthAndDay >= '12-21') return false;
  if (monthAndDay >= '07-22' && monthAndDay <= '08-31') return false;
  return !closedWeeks(Number(on.slice(0, 4))).includes(mondayBefore(on));
}

/** The nth school day after a day. */
export function addSchoolDays(from: LocalDate, count: number): LocalDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isSchoolDay(day)) left -= 1;
  }
  return day;
}

/** The last day of the term after that of a day, by the authority’s own term dates; of a school year without them: 31 December, the Thursday before Easter, 31 July. */
export function nextTermEnds(on: LocalDate): LocalDate {
  const said = nextTermEndsByTerms(on);
  if (said !== undefined) return said;
  const year = Number(on.slice(0, 4));
  const spring = addDays(easterSunday(year), -3);
  if (on <= spring) return date(`${year}-07-31`);
  if (on <= date(`${year}-08-31`)) return date(`${year}-12-31`);
  return addDays(easterSunday(year + 1), -3);
}

export const schoolYearBegan = (day: LocalDate): LocalDate => yearBegan(day, '09-01');

/** The last Friday in June of the school year in which somebody is sixteen: the day on which they may leave school (Education Act 1996 s8). */
function schoolLeavingDay(bornOn: LocalDate): LocalDate {
  const june = addDays(addMonths(schoolYearBegan(birthday(bornOn, 16)), 10), -1);
  return addDays(june, -((dayOfWeek(june) + 2) % 7));
}

/** Of compulsory school age: from the fifth birthday to the day on which they may leave school. Of whom no birth is known it is taken to be so. */
export const isOfSchoolAge = (bornOn: LocalDate | undefined, on: LocalDate): boolean =>
  bornOn === undefined || (ageAt(bornOn, on) >= 5 && on <= schoolLeavingDay(bornOn));
