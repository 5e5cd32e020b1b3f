import { addDays, dayOfWeek, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { RecordingCost, RecordingSum } from '../../record/recording-sums.ts';

/** Whose sum it is: never who. `team` absent: of people who work in several teams or in none. */
export type Place = { readonly authority: number; readonly team: string | undefined; readonly step: string; readonly wording: string };

/**
 * Sums of what recording costs, in this process alone until they are handed over. Nothing is held of one person, one entry or one draft: what comes is added
 * at once to the sum of a team, a week, a step and its wording.
 */
export type RecordingMeter = {
  readonly add: (place: Place, on: LocalDate, cost: Partial<RecordingCost>) => void;
  /** Gives everything away, by authority, and begins again at nought. */
  readonly take: () => ReadonlyMap<number, readonly RecordingSum[]>;
};

export const nothing: RecordingCost = {
  forms: 0,
  shown: 0,
  answered: 0,
  mandatory: 0,
  prefilled: 0,
  corrected: 0,
  rekeyed: 0,
  seconds: 0,
  sittings: 0,
  dated: 0,
  lagDays: 0,
  prompt: 0,
  contactMinutes: 0,
};

const names = Object.keys(nothing).filter((name): name is keyof RecordingCost => name in nothing);

const withCost = (sum: RecordingSum, cost: Partial<RecordingCost>): RecordingSum => ({
  ...sum,
  ...Object.fromEntries(names.map((name) => [name, sum[name] + (cost[name] ?? 0)])),
});

/** The Monday of a day’s week. */
export const weekOf = (day: LocalDate): LocalDate => addDays(day, 1 - dayOfWeek(day));

export function createMeter(): RecordingMeter {
  let held = new Map<string, { readonly authority: number; readonly sum: RecordingSum }>();
  return {
    add({ authority, ...place }, on, cost) {
      const week = weekOf(on);
      const key = JSON.stringify([authority, week, place.team, place.step, place.wording]);
      held.set(key, { authority, sum: withCost(held.get(key)?.sum ?? { ...nothing, ...place, week }, cost) });
    },
    take() {
      const taken = held;
      held = new Map();
      const byAuthority = Map.groupBy([...taken.values()], ({ authority }) => authority);
      return new Map([...byAuthority].map(([authority, sums]) => [authority, sums.map(({ sum }) => sum)]));
    },
  };
}
