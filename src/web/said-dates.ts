import {
  addDays,
  dayInEngland,
  dayOfWeek,
  daysBetween,
  formatDate,
  isDate,
  shownInEngland,
  type LocalDate,
} from '../kernel/calendar/dates.ts';
import { asShownInEngland } from '../kernel/calendar/instants.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../kernel/calendar/working-days.ts';
import { dueTimeOf, stateOf, type Clock, type ClockState } from '../kernel/step/clock.ts';

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export const workingDaysFromTo = (from: LocalDate, to: LocalDate): number => Math.max(0, workingDaysBetween(from, to));

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** "2 working days late", or in calendar days where the delay holds no working day; "late today" within the day of a limit in hours. */
export function lateBy(dueOn: LocalDate, today: LocalDate): string {
  if (dueOn === today) return 'late today';
  const working = workingDaysFromTo(dueOn, today);
  return working > 0 ? `${counted(working, 'working day')} late` : `${counted(daysBetween(dueOn, today), 'day')} late`;
}

/** "today", "in 4 working days", "in 3 months" (far away, working days say little). */
export function until(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'today';
  if (days > 60) return `in ${Math.round(days / 30.4)} months`;
  const working = workingDaysFromTo(today, dueOn);
  return working === 0 ? `in ${counted(days, 'day')}` : `in ${counted(working, 'working day')}`;
}

/** How late, or how soon. */
export const lateOrUntil = (dueOn: LocalDate, today: LocalDate): string => (dueOn < today ? lateBy(dueOn, today) : until(dueOn, today));

/** "in practice by Fri 27 Feb 2026" where a limit ends on a day when nobody works: the limit itself does not move. */
export function inPractice(dueOn: LocalDate): string | undefined {
  if (isWorkingDay(dueOn)) return undefined;
  const last = addWorkingDays(dueOn, -1);
  return `in practice by ${weekdays[dayOfWeek(last) - 1]} ${formatDate(last)}`;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;

/** From when a page looks: a day in England, and the instant on it. */
export type Looking = Pick<AsKnown, 'today' | 'at'>;

export const clockState = (clock: Clock, { today, at }: Looking): ClockState => stateOf(clock, today, at);

/** ", 09:00" of a limit in hours that passes within its day. */
export function byTime(clock: Clock): string {
  const time = dueTimeOf(clock);
  return time === undefined ? '' : `, ${time}`;
}

/** "3 Mar 2026, 14:05" in England. */
export function formatInstant(instant: string | Date): string {
  const at = typeof instant === 'string' ? new Date(instant) : instant;
  return Number.isNaN(at.getTime()) ? String(instant) : `${formatDate(dayInEngland(at))}, ${timeInEngland(at)}`;
}

/** "14:05" in England. */
export const timeInEngland = (at: Date): string => shownInEngland(at).slice(11, 16);

/** The day in England of an instant written by the database. */
export const dayOf = (instant: string): LocalDate => dayInEngland(new Date(instant));

/** A past instant asked for: the last instant of a day, or of a minute of it. `undefined`: now. `problem`: not a date. */
export type AsKnown = {
  readonly instant?: string;
  readonly today: LocalDate;
  /** The instant from which is looked: now, or the past one. */
  readonly at: Date;
  readonly day: string;
  readonly time: string;
  readonly problem?: string;
};

/** The last instant of a day in England. */
export const endOfDay = (day: LocalDate): Date => new Date(inEngland(addDays(day, 1), '00:00').getTime() - 1);

export function asKnown(query: Readonly<Record<string, unknown>>, now: Date): AsKnown {
  const day = typeof query['known'] === 'string' ? query['known'].trim() : '';
  const time = typeof query['at'] === 'string' ? query['at'].trim() : '';
  const today = dayInEngland(now);
  if (day === '') return { today, at: now, day, time: '' };
  if (!isDate(day) || (time !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
    return { today, at: now, day, time, problem: 'Enter a real date, for example 27/03/2026' };
  const instant = time === '' ? endOfDay(day) : new Date(inEngland(day, time).getTime() + 59_999);
  return instant >= now ? { today, at: now, day, time } : { instant: instant.toISOString(), today: day, at: instant, day, time };
}

/** The instant at which clocks in England show this day and time. */
const inEngland = (day: LocalDate, time: string): Date => asShownInEngland(new Date(`${day}T${time}:00Z`));
