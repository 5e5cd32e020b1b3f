import { birthday, type LocalDate } from '../../kernel/calendar/dates.ts';
import { after, before, onOrAfter, onOrBefore } from '../rule/compare.ts';
import type { ReturnChild } from './looked-after-return.ts';

type Day = LocalDate | undefined;
type Year = { readonly start: LocalDate; readonly end: LocalDate };

/** Without a date of birth there is none. */
export const birthdayOf = (born: Day, age: number): Day => born && birthday(born, age);

/** Is that old on a day: the birthday itself counts. Without a date of birth, or without the day, nobody is. */
export const isAged = (born: Day, age: number, on: Day): boolean => onOrAfter(on, birthdayOf(born, age));

/** Is younger than that on a day. Without a date of birth, or without the day, nobody is. */
export const isUnder = (born: Day, age: number, on: Day): boolean => before(on, birthdayOf(born, age));

/** Is of that age on a day, not yet a year older. */
export const isOfAge = (born: Day, age: number, on: Day): boolean => isAged(born, age, on) && isUnder(born, age + 1, on);

/** Was older than the birthday itself on a day. */
export const isPast = (born: Day, age: number, on: Day): boolean => after(on, birthdayOf(born, age));

/** Becomes that old during the year: was not yet on its first day, and is on its last. */
export const becomes = (born: Day, age: number, { start, end }: Year): boolean =>
  after(birthdayOf(born, age), start) && onOrBefore(birthdayOf(born, age), end);

/** Episodes in a placement that began before the child was of the age from which it is allowed. */
export const placedUnder =
  (age: number, place: string) =>
  ({ Episodes, Header }: ReturnChild) =>
    Episodes.filter(({ PLACE, DECOM }) => PLACE === place && Header.some(({ DOB }) => isUnder(DOB, age, DECOM)));
