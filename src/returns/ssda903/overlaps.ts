import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { after, before, isGiven, onOrBefore } from '../rule/compare.ts';

type Day = LocalDate | undefined;
/** Both days are in it. `isOpen`: no end is written. */
type Period = { readonly from: Day; readonly to: Day; readonly isOpen: boolean };

/** Of two periods that overlap, the one that ends, and if both do the one that ends later, is shown; of two open ones, the later. */
function clashesWith(period: Period, other: Period): boolean {
  if (period.isOpen) return other.isOpen && before(other.from, period.from);
  if (other.isOpen) return isGiven(period.from) && before(other.from, period.to);
  return after(other.to, period.from) && onOrBefore(other.to, period.to);
}

/** The rows that are shown, of those whose periods overlap. One may begin on the day on which another ends. */
export const overlapping = <R>(rows: readonly R[], periodOf: (row: R) => Period): readonly R[] =>
  rows.filter((row) => rows.some((other) => other !== row && clashesWith(periodOf(row), periodOf(other))));
