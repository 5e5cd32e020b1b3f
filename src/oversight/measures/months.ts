import { addDays, addMonths, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { remembered } from '../../kernel/calendar/remembered.ts';

const endOf = remembered((month: string): LocalDate => addDays(addMonths(date(`${month}-01`), 1), -1));

/** The last day of the month that a day is in. */
export const monthEnd = (day: LocalDate): LocalDate => endOf(day.slice(0, 7));

/** The ends of the last months that are over on a day, that day's own included where it is one; the latest last. */
export function monthEndsTo(on: LocalDate, count: number): readonly LocalDate[] {
  const last = monthEnd(on) === on ? on : addDays(date(`${on.slice(0, 7)}-01`), -1);
  return Array.from({ length: count }, (_, n) => monthEnd(addMonths(date(`${last.slice(0, 7)}-01`), n + 1 - count)));
}

/** Months that are shown, and months whose events are counted: as many more as the first year that ended within the former needs. */
export const [shown, counted] = [24, 36];

/** "2025-26": the year to 31 March that ends on a day. */
export const yearEndingOn = (end: LocalDate): string => `${Number(end.slice(0, 4)) - 1}-${end.slice(2, 4)}`;
