import { addDays, date, dayOfWeek, type LocalDate } from './dates.ts';

/** Moved, added and taken-away days of England, by royal proclamation under the Banking and Financial Dealings Act 1971 (gov.uk/bank-holidays). */
const oneOff: Readonly<Record<number, { readonly added?: readonly string[]; readonly earlyMay?: string; readonly spring?: string }>> = {
  1995: { earlyMay: '1995-05-08' }, // early May, moved from the 1st: 50 years since VE Day
  1999: { added: ['1999-12-31'] }, // the millennium
  2002: { added: ['2002-06-03'], spring: '2002-06-04' }, // Golden Jubilee; spring moved from 27 May
  2011: { added: ['2011-04-29'] }, // royal wedding
  2012: { added: ['2012-06-05'], spring: '2012-06-04' }, // Diamond Jubilee; spring moved from 28 May
  2020: { earlyMay: '2020-05-08' }, // early May, moved from the 4th: 75 years since VE Day
  2022: { added: ['2022-06-03', '2022-09-19'], spring: '2022-06-02' }, // Platinum Jubilee, spring moved from 30 May; state funeral of Queen Elizabeth II
  2023: { added: ['2023-05-08'] }, // coronation of King Charles III
};

/** The one-off days as text: part of the hash of all rules. */
export const oneOffHolidays = JSON.stringify(oneOff);

/** Bank holidays of England in a year, in order. Proclaimed one-off days are known for 1990 to 2030; the yearly pattern is applied outside those years. */
export function bankHolidays(year: number): readonly LocalDate[] {
  const { added = [], earlyMay, spring } = oneOff[year] ?? {};
  const easter = easterSunday(year);
  const boxingDay = date(`${year}-12-26`);
  return [
    nextFree(date(`${year}-01-01`), []),
    addDays(easter, -2),
    addDays(easter, 1),
    earlyMay === undefined ? firstMonday(date(`${year}-05-01`)) : date(earlyMay),
    spring === undefined ? lastMonday(date(`${year}-05-31`)) : date(spring),
    lastMonday(date(`${year}-08-31`)),
    ...christmas(date(`${year}-12-25`), boxingDay),
    ...added.map(date),
  ].sort();
}

/** Christmas on a Sunday is kept on the Tuesday, for Boxing Day keeps its Monday. */
function christmas(christmasDay: LocalDate, boxingDay: LocalDate): readonly LocalDate[] {
  const taken = dayOfWeek(boxingDay) <= 5 ? [boxingDay] : [];
  const kept = nextFree(christmasDay, taken);
  return [kept, nextFree(boxingDay, [kept])];
}

/** The day itself, or the first day after it that is neither Saturday nor Sunday nor taken. */
function nextFree(from: LocalDate, taken: readonly LocalDate[]): LocalDate {
  return dayOfWeek(from) > 5 || taken.includes(from) ? nextFree(addDays(from, 1), taken) : from;
}

const firstMonday = (from: LocalDate): LocalDate => addDays(from, (8 - dayOfWeek(from)) % 7);
const lastMonday = (until: LocalDate): LocalDate => addDays(until, 1 - dayOfWeek(until));

/** Gregorian Easter (Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return date(`${year}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, '0')}`);
}
