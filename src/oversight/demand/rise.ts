import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { whereReached } from '../statistics/normal.ts';
import { runLimits, signalsIn, type RunLimits, type Signal } from '../statistics/run-chart.ts';
import { expectedOf, type Expected } from './season.ts';
import type { Week } from './weeks.ts';

/** The weeks that are watched; those before them say what is usual. */
export const watched = 26;
/** Of fewer nothing is usual. */
const fewest = 20;

/** A stretch of weeks in which more, or less, came than chance explains. */
export type Shift = {
  readonly since: LocalDate;
  /** The last week of it; undefined: it goes on. */
  readonly until: LocalDate | undefined;
  /** The week in which the rules first told it. */
  readonly noticed: LocalDate;
  /** More than usual, as a part of the usual: 0.3 is three in ten more. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
};

/** Weeks as an ordinary week would have been: holidays and season taken out. */
export type WatchedWeeks = {
  readonly weeks: readonly Week[];
  readonly adjusted: readonly number[];
  /** What is usual; undefined: too few weeks. */
  readonly limits: RunLimits | undefined;
  readonly signals: readonly Signal[];
  readonly shift: Shift | undefined;
  /** The rise, as a part of the usual, that would have to last a quarter to be told. */
  readonly leastTold: number | undefined;
};

/** How unlikely a stretch must be as chance: of half-years in which nothing changes, hardly one in thirty says otherwise (held by a simulation). */
const unlikely = 12;

export function watch(weeks: readonly Week[]): WatchedWeeks {
  const before = weeks.length - Math.min(watched, Math.floor(weeks.length / 2));
  const expected = expectedOf(weeks, weeks.slice(0, before));
  const adjusted = weeks.map(({ count }, n) => count / Math.max(0.05, expected[n]?.part ?? 1));
  const limits = before < fewest ? undefined : runLimits(adjusted.slice(0, before));
  if (limits === undefined) return { weeks, adjusted, limits, signals: [], shift: undefined, leastTold: undefined };
  const signals = signalsIn(adjusted, limits);
  const looked = { weeks, adjusted, limits, signals, before, expected };
  return { weeks, adjusted, limits, signals, shift: shiftIn(looked), leastTold: leastTold(looked) };
}

const aQuarter = 13;

function leastTold(looked: Looked): number {
  const some = looked.expected.slice(-aQuarter);
  const [awaited, variance] = [Math.max(0.1, sumOf(some)), varianceOf(some, spreadOf(looked))];
  return whereReached(unlikely, 0, 20, (change) => weightOf(awaited * (1 + change), awaited, variance));
}

type Looked = Pick<WatchedWeeks, 'weeks' | 'adjusted' | 'signals'> & {
  readonly limits: RunLimits;
  readonly before: number;
  readonly expected: readonly Expected[];
};
type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly came: number;
  readonly awaited: number;
  readonly variance: number;
  readonly weight: number;
};

/** Counts scatter as their size does, and more where families come together: how much more, the usual weeks say. */
function spreadOf({ weeks, expected, before }: Looked): number {
  const known = expected.slice(0, before);
  const squares = known.map(({ count }, n) => ((weeks[n]?.count ?? 0) - count) ** 2 / Math.max(0.1, count));
  const free = Math.max(1, before - new Set(known.map(({ month }) => month)).size);
  return Math.max(1, squares.reduce((sum, one) => sum + one, 0) / free);
}

const sumOf = (some: readonly Expected[]): number => some.reduce((sum, { count }) => sum + count, 0);

/** How far what is awaited in some weeks may be wrong: by chance of their own, and since each season is known from so many arrivals alone. */
function varianceOf(some: readonly Expected[], spread: number): number {
  const seasons = [...Map.groupBy(some, ({ month }) => month).values()].map((own) => sumOf(own) ** 2 / (own[0]?.knownBy ?? 1));
  return spread * sumOf(some) + seasons.reduce((sum, one) => sum + one, 0);
}

/** Twice the logarithm of how much better another level explains what came than the usual one (Poisson), less for what scatters more. */
function weightOf(came: number, awaited: number, variance: number): number {
  const likelier = (came === 0 ? 0 : came * Math.log(came / awaited)) - (came - awaited);
  return (2 * likelier * awaited) / variance;
}

/** The stretch that chance explains least, if the rules have told of any week in it; dated by where it begins and ends best. */
function shiftIn(looked: Looked): Shift | undefined {
  const { weeks, adjusted, limits, signals } = looked;
  const best = likeliest(looked);
  if (best === undefined || best.weight < unlikely) return undefined;
  const [change, error] = [
    best.came / best.awaited - 1,
    (1.96 * Math.sqrt(best.variance * Math.max(1, best.came / best.awaited))) / best.awaited,
  ];
  const told = signals.find(
    ({ at, rule }) => at >= best.from && rule !== 'sixInARow' && (adjusted[at] ?? 0) > limits.middle === change > 0,
  );
  const [since, last, noticed] = [weeks[best.from], weeks[best.to], weeks[told?.at ?? -1]];
  if (since === undefined || last === undefined || noticed === undefined) return undefined;
  return {
    since: since.from,
    until: best.to === weeks.length - 1 ? undefined : last.from,
    noticed: noticed.from,
    change,
    low: change - error,
    high: change + error,
  };
}

/** Two weeks at least: one alone is an event, and no change. */
function likeliest(looked: Looked): Stretch | undefined {
  const { weeks, expected, before } = looked;
  const spread = spreadOf(looked);
  let best: Stretch | undefined;
  for (let from = before; from < weeks.length - 1; from += 1)
    for (let to = from + 1; to < weeks.length; to += 1) {
      const some = expected.slice(from, to + 1);
      const came = weeks.slice(from, to + 1).reduce((sum, { count }) => sum + count, 0);
      const awaited = Math.max(0.1, sumOf(some));
      const variance = varianceOf(some, spread);
      const weight = weightOf(came, awaited, variance);
      if (best === undefined || weight > best.weight) best = { from, to, came, awaited, variance, weight };
    }
  return best;
}
