import { addDays, addMonths, type LocalDate } from '../calendar/dates.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { History, Statement } from './history.ts';

/** Calendar limits end on the day itself, also on a weekend; working days are Monday to Friday, not England bank holidays. */
export type Limit = { readonly unit: 'working days' | 'days' | 'weeks' | 'months'; readonly count: number };

export const workingDays = (count: number): Limit => ({ unit: 'working days', count });
export const calendarDays = (count: number): Limit => ({ unit: 'days', count });
export const weeks = (count: number): Limit => ({ unit: 'weeks', count });
export const months = (count: number): Limit => ({ unit: 'months', count });

/** The last day within the limit; day 0 is the day of the event. */
export function dueAfter(limit: Limit, from: LocalDate): LocalDate {
  switch (limit.unit) {
    case 'working days':
      return addWorkingDays(from, limit.count);
    case 'days':
      return addDays(from, limit.count);
    case 'weeks':
      return addDays(from, 7 * limit.count);
    case 'months':
      return addMonths(from, limit.count);
  }
}

/**
 * A statement that begins, meets or ends a clock, and the day that counts: `undefined` when this one does not (a visit at which the child was not seen).
 * `start`: when meeting or ending, the statement that began the clock, so that the end of another plan does not count.
 */
export type Moment = {
  readonly step: string;
  readonly on?: (statement: Statement, history: History, start?: Statement) => LocalDate | undefined;
};

/** A limit in law or local standard, dated: the version in force on the day the clock starts is the one that counts. */
export type Timescale = {
  readonly rule: string;
  readonly version: string;
  readonly title: string;
  readonly limit: Limit;
  readonly starts: readonly Moment[];
  readonly meets: Moment;
  /** The clock ends, unmet, when one of these happens first; each says which status ended. */
  readonly endedBy: readonly (Moment & { readonly because: string })[];
  readonly inForce: { readonly from: LocalDate; readonly to?: LocalDate };
  readonly announcedOn: LocalDate;
  readonly standing: 'statutory' | 'guidance' | 'local';
  readonly law: string;
};
