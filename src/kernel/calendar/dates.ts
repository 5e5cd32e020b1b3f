import { lazily } from '../lazily.ts';
import { remembered } from './remembered.ts';

/** A day in England, `YYYY-MM-DD`. Text, so that it compares, stores and travels as itself; no time zone can move it. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const millisecondsInADay = 86_400_000;
/** As they are written in a date. */
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** By the number of the day of the week, less one. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Days since 1 January 1970. Years are counted from March, so that the day that comes every four years is their last. */
export function dayNumber(date: LocalDate): number {
  const [year, month, day] = partsOf(date);
  const [from, since] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return from * 365 + leaps + Math.floor((153 * since + 2) / 5) + day - 1 - daysBefore1970;
}
/** From 1 March of the year 0 until 1 January 1970. */
const daysBefore1970 = 719_468;

export const fromDayNumber = remembered((day: number) => new Date(day * millisecondsInADay).toISOString().slice(0, 10) as LocalDate);

/** True for a day that exists in the calendar, written `YYYY-MM-DD`: 2026-02-30 does not. */
export function isDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = partsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Of a day that is written as one: by its digits, since text is cut and read again for ten times the price. */
const partsOf = (text: string): readonly [number, number, number] => [
  1000 * digitAt(text, 0) + 100 * digitAt(text, 1) + 10 * digitAt(text, 2) + digitAt(text, 3),
  10 * digitAt(text, 5) + digitAt(text, 6),
  10 * digitAt(text, 8) + digitAt(text, 9),
];
const digitAt = (text: string, at: number): number => text.charCodeAt(at) - 48;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** A literal date in the code. Throws on one that does not exist: a bug, not an input. */
export function date(text: string): LocalDate {
  if (!isDate(text)) throw new Error(`"${text}" is not a date that exists, written YYYY-MM-DD`);
  return text;
}

/** Made once: making it costs a hundred times what using it does, and more than checking a small file. */
const england = lazily(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' }));

/** What calendars and clocks in England show at an instant: `2026-03-03 14:05:09`. Throws a RangeError for an invalid instant. */
export const shownInEngland = (instant: Date): string => england().format(instant);

/** The day in England at an instant. */
export const dayInEngland = (instant: Date): LocalDate => date(shownInEngland(instant).slice(0, 10));

export const addDays = (from: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(from) + days);

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The corresponding date `count` months on, or the last day of a shorter month: 31 August + 6 months = 28 or 29 February. */
export function addMonths(from: LocalDate, count: number): LocalDate {
  const [year, month, day] = partsOf(from);
  const since = year * 12 + month - 1 + count;
  const [inYear, inMonth] = [Math.floor(since / 12), (((since % 12) + 12) % 12) + 1];
  return date(`${padded(inYear, 4)}-${padded(inMonth, 2)}-${padded(Math.min(day, daysIn(inYear, inMonth)), 2)}`);
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

/** 1 = Monday … 7 = Sunday; also before 1970, where day numbers are negative. */
export const dayOfWeek = (on: LocalDate): number => weekdayOf(dayNumber(on));

export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** "3 Mar 2026" */
export function formatDate(on: LocalDate): string {
  const [year = '', month = '', day = ''] = on.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** Completed years at a date: a child born on 29 February is a year older on 1 March of a common year. */
export function ageAt(bornOn: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/**
 * The day on which a child becomes `age`; born on 29 February: 1 March of a common year (as `ageAt` counts). After the last day that can be
 * written: that day.
 */
export function birthday(bornOn: LocalDate, age: number): LocalDate {
  const year = Number(bornOn.slice(0, 4)) + age;
  if (year > 9999) return date('9999-12-31');
  const same = `${padded(year, 4)}${bornOn.slice(4)}`;
  return isDate(same) ? same : date(`${padded(year, 4)}-03-01`);
}

export const eighteenthBirthday = (bornOn: LocalDate): LocalDate => birthday(bornOn, 18);

/** The first day of the year in which a day lies, of years that begin on one day of each, such as `04-01`. */
export const yearBegan = (day: LocalDate, first: string): LocalDate =>
  date(`${Number(day.slice(0, 4)) - (day.slice(5) < first ? 1 : 0)}-${first}`);
