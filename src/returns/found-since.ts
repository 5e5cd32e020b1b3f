import { addDays, daysBetween, type LocalDate } from '../kernel/calendar/dates.ts';

export type Sought = {
  /** The first day on which it can have been found. */
  readonly from: LocalDate;
  /** A day on which it is found. */
  readonly to: LocalDate;
  /** Whether it would have been found on a day, by what was on record then. */
  readonly isFoundOn: (day: LocalDate) => boolean;
};

/** Since which day a finding stands: the first of a run of days that lasts until it is found. The day is sought by halves, so that few days are asked. */
export function foundSince({ from, to, isFoundOn }: Sought): LocalDate {
  if (from >= to || isFoundOn(from)) return from < to ? from : to;
  let [without, found] = [from, to];
  while (daysBetween(without, found) > 1) {
    const middle = addDays(without, Math.floor(daysBetween(without, found) / 2));
    if (isFoundOn(middle)) found = middle;
    else without = middle;
  }
  return found;
}
