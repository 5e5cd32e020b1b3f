import { lazily } from '../lazily.ts';
import { bankHolidays } from './bank-holidays.ts';
import { date, dayNumber, fromDayNumber, weekdayOf, type LocalDate } from './dates.ts';

/** Every working day of some years in order, and how many there are up to each day: any count is then one look-up. */
type Calendar = { readonly firstDay: number; readonly lastDay: number; readonly days: Int32Array; readonly upTo: Int32Array };

const [firstYear, lastYear] = [1900, 2150];
const whole = lazily(() => calendar(firstYear, lastYear));
/** The years that almost every question is about are worked out in a fifth of the time. */
const near = lazily(() => calendar(1990, 2040));

function calendar(first: number, last: number): Calendar {
  const [firstDay, lastDay] = [dayNumber(date(`${first}-01-01`)), dayNumber(date(`${last}-12-31`))];
  const holidays = new Set<number>();
  for (let year = first; year <= last; year += 1) for (const holiday of bankHolidays(year)) holidays.add(dayNumber(holiday));
  const working: number[] = [];
  const upTo = new Int32Array(lastDay - firstDay + 1);
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (weekdayOf(day) <= 5 && !holidays.has(day)) working.push(day);
    upTo[day - firstDay] = working.length;
  }
  return { firstDay, lastDay, days: Int32Array.from(working), upTo };
}

const isWithin = (day: number, { firstDay, lastDay }: Calendar): boolean => day >= firstDay && day <= lastDay;

/** The calendar in which both days are. */
const calendarOf = (one: number, other: number): Calendar => (isWithin(one, near()) && isWithin(other, near()) ? near() : whole());

/** Working days from the beginning of the calendar up to and including a day. */
function countUpTo(day: number, { upTo, firstDay }: Calendar): number {
  const count = upTo[day - firstDay];
  if (count === undefined) throw new RangeError(`working days are known from ${firstYear} to ${lastYear}, not on ${fromDayNumber(day)}`);
  return count;
}

const isWorking = (day: number, known: Calendar): boolean => weekdayOf(day) <= 5 && known.days[countUpTo(day, known) - 1] === day;

/** Monday to Friday, not a bank holiday of England. */
export function isWorkingDay(on: LocalDate): boolean {
  const day = dayNumber(on);
  return isWorking(day, calendarOf(day, day));
}

/** The nth working day after a day; that day itself is day 0, whatever day of the week it is. Negative: before it. */
export function addWorkingDays(from: LocalDate, count: number): LocalDate {
  if (count === 0) return from;
  const begun = dayNumber(from);
  const day = nth(begun, count, calendarOf(begun, begun)) ?? nth(begun, count, whole());
  if (day === undefined) throw new RangeError(`working days are known from ${firstYear} to ${lastYear}: ${count} from ${from} is outside`);
  return fromDayNumber(day);
}

function nth(begun: number, count: number, known: Calendar): number | undefined {
  const upToBegun = countUpTo(begun, known);
  return known.days[count > 0 ? upToBegun + count - 1 : upToBegun - (isWorking(begun, known) ? 1 : 0) + count];
}

/** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const known = calendarOf(first, last);
  return countUpTo(last, known) - countUpTo(first, known);
}
