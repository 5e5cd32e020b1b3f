import { addDays, addMonths, date, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Session } from '../../../record/contract.ts';
import type { Counts } from '../../../record/population.ts';
import type { WebParts } from '../../parts.ts';
import { endOfDay, type AsKnown } from '../../said-dates.ts';
import type { Counting } from './figures.ts';

/** One month's end, or the instant that the board shows. */
export type Month = { readonly on: LocalDate } & Omit<Counts, 'at'>;

/** What a line of twelve months shows: those reviewed, of all. */
export const pointsOf = (months: readonly Month[], who: 'plans' | 'care') =>
  months.map((month) =>
    who === 'plans'
      ? { on: month.on, value: month.onPlanReviewed, of: month.onPlan }
      : { on: month.on, value: month.lookedAfterReviewed, of: month.lookedAfter },
  );

const kept = 600_000;
const most = 300;

/** The last day of each of the eleven months before. */
export function monthEnds(today: LocalDate): readonly LocalDate[] {
  const first = date(`${today.slice(0, 7)}-01`);
  return Array.from({ length: 11 }, (_, n) => addDays(addMonths(first, n - 10), -1));
}

/** The month that is not over, counted as the figures beside it are: it can say nothing else. */
export const monthOf = ({ count }: Counting, today: LocalDate, moved: number): Month => ({
  on: today,
  onPlan: count('onPlan'),
  onPlanReviewed: count('plans-six-within'),
  lookedAfter: count('lookedAfter'),
  lookedAfterReviewed: count('care-six-within'),
  both: count('onPlan', 'lookedAfter'),
  moved,
});

/** Counts of the eleven months before, as known at each month's end. The past changes little: it is remembered for ten minutes. */
export function createMonths(parts: WebParts) {
  const remembered = new Map<string, { readonly at: number; readonly months: Promise<readonly Month[]> }>();
  return (session: Session, known: AsKnown, teams: readonly string[] | undefined): Promise<readonly Month[]> => {
    const now = parts.now().getTime();
    const key = JSON.stringify([session, known.today.slice(0, 7), teams]);
    const found = remembered.get(key);
    if (found !== undefined && now - found.at < kept) return found.months;
    if (remembered.size > most) remembered.clear();
    const months = read(parts, session, known, teams);
    remembered.set(key, { at: now, months });
    months.catch(() => remembered.delete(key));
    return months;
  };
}

async function read(parts: WebParts, session: Session, known: AsKnown, teams: readonly string[] | undefined): Promise<readonly Month[]> {
  const days = monthEnds(known.today);
  const counts = await parts.record.counts(
    session,
    days.map((day) => endOfDay(day).toISOString()),
    teams,
  );
  return counts.flatMap(({ at: _at, ...counted }, n) => {
    const on = days[n];
    return on === undefined ? [] : [{ on, ...counted }];
  });
}
