import { addDays, dayOfWeek, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';
import type { StageSum } from '../../record/stage-sums.ts';

/** A bank holiday is like a Sunday. */
const weekdayLike = (on: LocalDate): number => (dayOfWeek(on) <= 5 && !isWorkingDay(on) ? 7 : dayOfWeek(on));

export type Arriving = {
  /** Expected on each day of a week, Monday first. */
  readonly perWeekday: readonly number[];
  readonly weeklyShape?: number;
  readonly hours: readonly number[];
  readonly firstStage: readonly number[];
  readonly perYear: number;
};

/** Where too few were entered on their day: the hours in which offices are open. */
const officeHours = Array.from({ length: 24 }, (_, hour) => Math.min(1, Math.max(0, (hour - 8) / 9)));
const fewestHours = 50;

function addedUp(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, one) => sum + one, 0);
  let sum = 0;
  return counts.map((one) => (sum += one / Math.max(1, total)));
}

/**
 * How much weeks differ beyond chance: of a gamma distribution with mean 1, found from mean and variance of the weeks (a negative binomial). Undefined: no more than by chance.
 */
export function shapeOf(weeks: readonly number[]): number | undefined {
  const mean = weeks.reduce((sum, one) => sum + one, 0) / Math.max(1, weeks.length);
  const variance = weeks.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, weeks.length - 1);
  return variance <= mean || mean === 0 ? undefined : Math.min(1000, Math.max(2, mean ** 2 / (variance - mean)));
}

/** Who came in so many days up to one: whole weeks, the latest. */
export function arrivingOf(sums: readonly StageSum[], until: LocalDate, days: number, order: readonly string[]): Arriving {
  const weeks = Math.max(1, Math.floor(days / 7));
  const since = addDays(until, -7 * weeks);
  const come = sums.filter(({ kind, day }) => kind === 'arrival' && day !== null && day > since && day <= until);
  const byWeek = Array.from({ length: weeks }, () => 0);
  const byWeekday = Array.from({ length: 7 }, () => 0);
  for (const { day, n } of come) {
    if (day === null) continue;
    const week = Math.floor((daysBetween(since, day) - 1) / 7);
    byWeek[week] = (byWeek[week] ?? 0) + n;
    byWeekday[weekdayLike(day) - 1] = (byWeekday[weekdayLike(day) - 1] ?? 0) + n;
  }
  const ofWeekday = Array.from({ length: 7 }, () => 0);
  for (let n = 1; n <= 7 * weeks; n += 1) {
    const at = weekdayLike(addDays(since, n)) - 1;
    ofWeekday[at] = (ofWeekday[at] ?? 0) + 1;
  }
  const weeklyShape = shapeOf(byWeek);
  const hours = sums.filter(({ kind }) => kind === 'hour');
  const total = come.reduce((sum, { n }) => sum + n, 0);
  return {
    perWeekday: byWeekday.map((n, at) => n / Math.max(1, ofWeekday[at] ?? 1)),
    ...(weeklyShape === undefined ? {} : { weeklyShape }),
    hours:
      hours.reduce((sum, { n }) => sum + n, 0) < fewestHours
        ? officeHours
        : addedUp(Array.from({ length: 24 }, (_, hour) => hours.reduce((sum, { days, n }) => sum + (days === hour ? n : 0), 0))),
    firstStage: addedUp(order.map((name) => come.reduce((sum, { stage, n }) => sum + (stage === name ? n : 0), 0))),
    perYear: (total * 365) / (7 * weeks),
  };
}

/** Expected on each day from one on. */
export const arrivalsFrom = ({ perWeekday }: Arriving, from: LocalDate, days: number): readonly number[] =>
  Array.from({ length: days }, (_, n) => perWeekday[weekdayLike(addDays(from, n)) - 1] ?? 0);
