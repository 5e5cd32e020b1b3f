import { addDays, addMonths, type LocalDate } from '../calendar/dates.ts';
import { addHours, dayUntil, endOfDay, instantInEngland } from '../calendar/instants.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { History, Statement } from './history.ts';

/**
 * Calendar limits end on the day itself, also on a weekend; working days are Monday to Friday, not England bank holidays. Hours are elapsed
 * hours from the time of the event. `date`: the law or an answer names the day itself.
 */
export type Limit =
  | { readonly unit: 'working days' | 'days' | 'weeks' | 'months'; readonly count: number }
  | { readonly unit: 'hours'; readonly count: number }
  | { readonly unit: 'date'; readonly on: LocalDate };

/** A limit that depends on the child (age, placement, legal status) as it was on the day the clock starts; `undefined`: none is owed. */
export type LimitOf = (start: Statement, history: History, on: LocalDate) => Limit | undefined;

export const workingDays = (count: number): Limit => ({ unit: 'working days', count });
export const calendarDays = (count: number): Limit => ({ unit: 'days', count });
export const weeks = (count: number): Limit => ({ unit: 'weeks', count });
export const months = (count: number): Limit => ({ unit: 'months', count });

export const hours = (count: number): Limit => ({ unit: 'hours', count });
export const until = (on: LocalDate): Limit => ({ unit: 'date', on });

/** The last day within the limit; day 0 is the day of the event. Hours without a time of day run from its end, the latest it can have been. */
export function dueAfter(limit: Limit, from: LocalDate): LocalDate {
  switch (limit.unit) {
    case 'hours':
      return dayUntil(dueAtAfter(limit.count, from, undefined));
    case 'date':
      return limit.on < from ? from : limit.on;
    case 'working days':
      return addWorkingDays(from, limit.count);
    case 'days':
    case 'weeks':
      return addDays(from, (limit.unit === 'weeks' ? 7 : 1) * limit.count);
    case 'months':
      return addMonths(from, limit.count);
  }
}

/** The instant at which a limit in elapsed hours ends. */
export const dueAtAfter = (count: number, from: LocalDate, time: string | undefined): Date =>
  addHours(time === undefined ? endOfDay(from) : instantInEngland(from, time), count);

/**
 * A statement that begins, meets or ends a clock, and the day that counts: `undefined` when this one does not (a visit at which the child was not seen).
 * `start`: when meeting or ending, the statement that began the clock, so that the end of another plan does not count. A function that does not
 * declare it is asked once for a statement, whatever began the clock. `itself`: the very statement that began the clock may meet it, for it gives both days.
 */
export type Moment = {
  readonly step: string;
  readonly on?: (statement: Statement, history: History, start?: Statement) => LocalDate | undefined;
  /** The time of day (`14:30`) on the day that counts, for a limit in hours. */
  readonly at?: (statement: Statement, start?: Statement) => string | undefined;
  readonly itself?: true;
};

/** A limit in law or local standard, dated: the version in force on the day the clock starts is the one that counts. */
export type Timescale = {
  readonly rule: string;
  readonly version: string;
  readonly title: string;
  readonly limit: Limit | LimitOf;
  readonly starts: readonly Moment[];
  readonly meets: Moment;
  /** What else meets it: the earliest of all counts. */
  readonly alsoMetBy?: readonly Moment[];
  /** The clock ends, unmet, when one of these happens first; each says which status ended. */
  readonly endedBy: readonly (Moment & { readonly because: string })[];
  /** Owed because of the child's death: neither that, nor a birthday, ends it or keeps it from beginning. */
  readonly afterDeath?: true;
  /** The birthday at which the clock ends: the first of these after it started. 18 where none is given. */
  readonly untilAge?: readonly number[];
  readonly inForce: { readonly from: LocalDate; readonly to?: LocalDate };
  /** Raised when this program came to count the same law otherwise: the version is the law's, the hash of all rules must still change. */
  readonly reading?: number;
  readonly announcedOn: LocalDate;
  readonly standing: 'statutory' | 'guidance' | 'local';
  readonly law: string;
};
