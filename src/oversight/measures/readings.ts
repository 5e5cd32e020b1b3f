import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { AreaOfTeam } from '../demand/arrived.ts';
import { runLimits, signalsIn, type RunLimits, type Signal } from '../statistics/run-chart.ts';
import { blurred, withoutSmall, type ShownPart } from '../statistics/small-numbers.ts';
import type { Measure } from './measure.ts';
import type { Behind, Measured, Tally } from './measured.ts';
import { monthEndsTo, shown, yearEndingOn } from './months.ts';

export type Counted = { readonly n: number; readonly among: number; readonly apart: number };
/** A point of a trend, as it may be drawn: of children, small numbers stand as four. `value`: in 100, or how many. */
export type Month = { readonly on: LocalDate; readonly value: number } & Counted;
export type Year = { readonly period: string } & Counted;

/** A measure as it was found: now, month by month, by published year, and by area as far as no child could be found by it. */
export type MeasureReading = {
  readonly measure: Measure;
  readonly now: Counted;
  readonly months: readonly Month[];
  readonly limits: RunLimits | undefined;
  readonly signals: readonly Signal[];
  readonly years: readonly Year[];
  readonly areas: readonly ShownPart[];
};

const nothing: Counted = { n: 0, among: 0, apart: 0 };
const sumOf = (some: readonly Counted[]): Counted =>
  some.reduce((sum, { n, among, apart }) => ({ n: sum.n + n, among: sum.among + among, apart: sum.apart + apart }), nothing);

const countOf = ({ isIn }: Behind): Counted => ({
  n: isIn === true ? 1 : 0,
  among: isIn === undefined ? 0 : 1,
  apart: isIn === undefined ? 1 : 0,
});

type Found = { readonly tallies: ReadonlyMap<string, readonly Tally[]>; readonly behind: ReadonlyMap<string, readonly Behind[]> };
const divided = new WeakMap<Measured, Found>();

/** By measure: what was counted is gone through once, however many measures are read from it. */
function byMeasure(found: Measured): Found {
  const known = divided.get(found);
  if (known !== undefined) return known;
  const made = {
    tallies: Map.groupBy(found.tallies, ({ measure }) => measure),
    behind: Map.groupBy(found.behind, ({ measure }) => measure),
  };
  divided.set(found, made);
  return made;
}

export function measureReading(measure: Measure, found: Measured, areaOf: AreaOfTeam): MeasureReading {
  const { on } = found;
  const { tallies, behind } = byMeasure(found);
  const own = Map.groupBy(tallies.get(measure.name) ?? [], ({ month }) => month);
  const now = behind.get(measure.name) ?? [];
  const months = monthEndsTo(on, shown).flatMap((month) => pointOf(measure, month, sumOf(own.get(month) ?? [])));
  const values = months.map(({ value }) => value);
  const limits = runLimits(values);
  return {
    measure,
    now: sumOf(now.map(countOf)),
    months,
    limits,
    signals: limits === undefined ? [] : signalsIn(values, limits),
    years: yearsOf(measure, on, own),
    areas: measure.per === 'share' ? areasOf(now, areaOf) : [],
  };
}

/** A month in which nobody was counted has no share; of how many there were it has nought. */
function pointOf({ per }: Measure, on: LocalDate, sum: Counted): readonly Month[] {
  if (per === 'population') return [{ on, ...sum, value: blurred({ n: sum.n, among: Infinity }).n }];
  if (sum.among === 0) return [];
  const drawn = blurred(sum);
  return [{ on, ...drawn, value: (100 * drawn.n) / drawn.among }];
}

/** The years to 31 March that are over: how children stood on that day, or what happened in the twelve months. */
function yearsOf({ counts }: Measure, on: LocalDate, own: ReadonlyMap<LocalDate, readonly Tally[]>): readonly Year[] {
  return monthEndsTo(on, shown)
    .filter((end) => end.endsWith('-03-31'))
    .map((end) => {
      const months = counts === 'standing' ? [end] : monthEndsTo(end, 12);
      return { period: yearEndingOn(end), ...sumOf(months.flatMap((month) => own.get(month) ?? [])) };
    });
}

const elsewhere = 'No area';

function areasOf(now: readonly Behind[], areaOf: AreaOfTeam): readonly ShownPart[] {
  const parts = [...Map.groupBy(now, ({ team }) => areaOf.get(team ?? '') ?? elsewhere)]
    .map(([title, some]) => ({ title, ...sumOf(some.map(countOf)) }))
    .filter(({ among }) => among > 0)
    .map(({ title, n, among }) => ({ title, n, among }));
  if (parts.filter(({ title }) => title !== elsewhere).length < 2) return [];
  return withoutSmall(parts.toSorted((a, b) => (a.title < b.title ? -1 : 1)));
}
