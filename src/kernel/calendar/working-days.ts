import { bankHolidays } from './bank-holidays.ts';
import { date, dayNumber, dayOfWeek, fromDayNumber, weekdayOf, type LocalDate } from './dates.ts';

const [firstYear, lastYear] = [1900, 2150];
const firstDay = dayNumber(date(`${firstYear}-01-01`));
const lastDay = dayNumber(date(`${lastYear}-12-31`));

/** Every working day in order, and how many there are up to each day: any count is then one look-up. */
const { days, upTo } = calendar();

function calendar(): { readonly days: Int32Array; readonly upTo: Int32Array } {
  const holidays = new Set<number>();
  for (let year = firstYear; year <= lastYear; year += 1) for (const holiday of bankHolidays(year)) holidays.add(dayNumber(holiday));
  const working: number[] = [];
  const counts = new Int32Array(lastDay - firstDay + 1);
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (weekdayOf(day) <= 5 && !holidays.has(day)) working.push(day);
    counts[day - firstDay] = working.length;
  }
  return { days: Int32Array.from(working), upTo: counts };
}

/** Working days from the beginning of the calendar up to and including a day. */
function countUpTo(on: LocalDate): number {
  const count = upTo[dayNumber(on) - firstDay];
  if (count === undefined) throw new RangeError(`working days are known from ${firstYear} to ${lastYear}, not on ${on}`);
  return count;
}

/** Monday to Friday, not a bank holiday of England. */
export const isWorkingDay = (on: LocalDate): boolean => dayOfWeek(on) <= 5 && days[countUpTo(on) - 1] === dayNumber(on);

/** The nth working day after a day; that day itself is day 0, whatever day of the week it is. Negative: before it. */
export function addWorkingDays(from: LocalDate, count: number): LocalDate {
  if (count === 0) return from;
  const upToFrom = countUpTo(from);
  const day = days[count > 0 ? upToFrom + count - 1 : upToFrom - (isWorkingDay(from) ? 1 : 0) + count];
  if (day === undefined) throw new RangeError(`working days are known from ${firstYear} to ${lastYear}: ${count} from ${from} is outside`);
  return fromDayNumber(day);
}

/** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
export const workingDaysBetween = (from: LocalDate, to: LocalDate): number => countUpTo(to) - countUpTo(from);
