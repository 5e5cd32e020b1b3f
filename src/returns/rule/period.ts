import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { collectionYears, type CollectionYear } from './years.ts';

/** The year of a return, both days included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

export const isIn = (day: LocalDate | undefined, { from, to }: Period): boolean => day !== undefined && day >= from && day <= to;

/** What began by the end of the year and had not ended before it. */
export const isRunningIn = (begun: LocalDate, ended: LocalDate | undefined, { from, to }: Period): boolean =>
  begun <= to && (ended === undefined || ended >= from);

/** A year, and the collection by whose rules it is built and looked at. */
export type WhichYear = { readonly year: CollectionYear; readonly period: Period };

/** The year that a day is in; of a day whose rules are not out yet, by the last collection whose rules are. */
export function whichYear(day: LocalDate): WhichYear {
  const ends = Number(day.slice(0, 4)) + (day.slice(5) > '03-31' ? 1 : 0);
  return yearEnding(
    ends,
    collectionYears.find((year) => year.endsWith(String(ends).slice(2))) ?? collectionYears[collectionYears.length - 1],
  );
}

export const whichCollection = (year: CollectionYear): WhichYear => yearEnding(Number(`20${year.slice(5)}`), year);

const yearEnding = (ends: number, year: CollectionYear = '2026-27'): WhichYear => ({
  year,
  period: { from: date(`${ends - 1}-04-01`), to: date(`${ends}-03-31`) },
});
