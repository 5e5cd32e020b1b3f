import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import { remembered } from '../../kernel/calendar/remembered.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { after, before, eachWithOthers, within } from '../rule/compare.ts';
import type { Census } from './census.ts';

type Day = LocalDate | undefined;

/** [Period_of_Census]: from [Start_Of_Census_Year] to ReferenceDate, both included. */
export const inCensus = (day: Day, { start, referenceDate }: Census): boolean => within(day, start, referenceDate);
/** A missing date is in no period, and outside none. */
export const outsideCensus = (day: Day, { start, referenceDate }: Census): boolean => before(day, start) || after(day, referenceDate);

/**
 * Before the end of the census minus so many working days. The end is the end of the ReferenceDate, so that this day is counted too: an
 * assessment begun on Sunday 29 January 2023 is 45 working days old on Friday 31 March (example of 8670Q).
 */
export const beforeEndOfCensusMinus = (workingDays: number): ((day: Day, census: Census) => boolean) => {
  const first = remembered((referenceDate: LocalDate) => addWorkingDays(addDays(referenceDate, 1), -workingDays));
  return (day, { referenceDate }) => before(day, first(referenceDate));
};

/** Each row that starts on a day on which another one lasts, its first and last day included, with that other. */
export function startedDuringAnother<A>(
  rows: readonly A[],
  lastsOf: (row: A) => { readonly from: Day; readonly to: Day },
): readonly (readonly [A, A])[] {
  return eachWithOthers(rows).filter(([row, other]) => {
    const { from, to } = lastsOf(other);
    return within(lastsOf(row).from, from, to);
  });
}
