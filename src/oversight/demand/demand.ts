import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Arrival, ArrivalKind } from './arrivals.ts';
import { arrivedOf, kindsOfDimension, type AreaOfTeam, type Arrived, type Dimension } from './arrived.ts';
import { optionsOf } from './words.ts';
import { watch, type WatchedWeeks } from './rise.ts';
import { mondaysTo, weeksOf, type Week } from './weeks.ts';

/** Three years of weeks: two Augusts at least before those that are watched. */
export const weeksLookedAt = 156;

export const demandSince = (on: LocalDate): LocalDate => mondaysTo(on, weeksLookedAt)[0] ?? on;

/** One part of what arrived: of one source, area, need or age. */
export type DemandPart = {
  readonly dimension: Dimension;
  readonly title: string;
  readonly lastQuarter: number;
  readonly quarterBefore: number;
  readonly found: WatchedWeeks;
};

export type Demand = {
  readonly kind: ArrivalKind;
  readonly found: WatchedWeeks;
  /** Watched when it is asked: a page shows those of one kind alone. */
  readonly parts: () => readonly DemandPart[];
  /** Of the last twelve months: how many led to what comes next, of those of which it is decided; and of referrals, how many were again. */
  readonly led: { readonly n: number; readonly among: number; readonly open: number };
  readonly again: { readonly n: number; readonly among: number };
};

const fewestWeekly = 0.5;
const quarter = 13;

export function demandOf(arrivals: readonly Arrival[], kind: ArrivalKind, on: LocalDate, areaOf: AreaOfTeam): Demand {
  const arrived = arrivedOf(arrivals, kind).filter((one) => one.on <= on);
  // Weeks before the record began say nothing of what is usual.
  const first = arrivals.reduce((least, one) => (one.on < least ? one.on : least), on);
  const mondays = mondaysTo(on, weeksLookedAt).filter((monday) => monday >= first);
  const found = watchedOf(weeksOf(daysOf(arrived), mondays));
  const recent = arrived.filter((one) => one.on >= (mondays.at(-52) ?? on));
  return {
    kind,
    found,
    parts: () => kindsOfDimension.flatMap((dimension) => partsOf(arrived, dimension, mondays, areaOf)),
    led: {
      n: recent.filter(({ led }) => led === true).length,
      among: recent.filter(({ led }) => led !== undefined).length,
      open: recent.filter(({ led }) => led === undefined).length,
    },
    again: { n: recent.filter(({ isAgain }) => isAgain).length, among: recent.length },
  };
}

/** Of so few a week nothing is usual, and no change can be told. */
const watchedOf = (weeks: readonly Week[]): WatchedWeeks =>
  comeIn(weeks) / Math.max(1, weeks.length) >= fewestWeekly
    ? watch(weeks)
    : { weeks, adjusted: weeks.map(({ count }) => count), limits: undefined, signals: [], shift: undefined, leastTold: undefined };

const comeIn = (some: readonly Week[]): number => some.reduce((sum, { count }) => sum + count, 0);
const daysOf = (some: readonly Arrived[]): readonly LocalDate[] => some.map(({ on }) => on);

function partsOf(
  arrived: readonly Arrived[],
  dimension: Dimension,
  mondays: readonly LocalDate[],
  areaOf: AreaOfTeam,
): readonly DemandPart[] {
  const titleOf = optionsOf(dimension, areaOf);
  return [...Map.groupBy(arrived, titleOf)]
    .toSorted(([one = ''], [other = '']) =>
      one.replace('Under 1', '0').localeCompare(other.replace('Under 1', '0'), 'en-GB', { numeric: true }),
    )
    .flatMap(([title, own]) => {
      if (title === undefined) return [];
      const weeks = weeksOf(daysOf(own), mondays);
      const [last, before] = [weeks.slice(-quarter), weeks.slice(-2 * quarter, -quarter)];
      return [{ dimension, title, lastQuarter: comeIn(last), quarterBefore: comeIn(before), found: watchedOf(weeks) }];
    });
}
