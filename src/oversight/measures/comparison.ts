import type { PublishedFigure } from '../../record/published-figures.ts';
import { deviationsHolding } from '../statistics/normal.ts';
import type { Interval } from '../statistics/proportions.ts';
import { quantile } from '../statistics/quantile.ts';
import { isSmall } from '../statistics/small-numbers.ts';
import type { Measure } from './measure.ts';
import { population } from './published.ts';
import type { Year } from './readings.ts';

/** Where an area of its size lies against the middle: chance alone puts 95 in 100 within, and hardly one far out. */
export type Where = 'within' | 'above' | 'below' | 'farAbove' | 'farBelow';
/** `value`: in 100, or for each 10,000 children. */
export type Placed = {
  readonly area: string;
  readonly isOwn: boolean;
  readonly value: number;
  readonly denominator: number;
  readonly where: Where;
};

/** In what a value is said: in 100, for each 10,000 children, or of each worker. */
export type Per = Measure['per'] | 'each';
/** What is compared, as far as its numbers go. `between`: by how much areas differ beyond chance, as a part of 1; absent: that is not known. */
export type Scale = { readonly title: string; readonly per: Per; readonly between?: number };

export type Comparison = {
  readonly period: string;
  /** England’s value, or that of all who are compared together where the file does not give it. */
  readonly middle: number;
  readonly isEngland: boolean;
  readonly neighbours: number | undefined;
  readonly points: readonly Placed[];
  /** Those whose denominator is not published: shown, and not judged. */
  readonly others: readonly Pick<Placed, 'area' | 'value'>[];
  /** Other authorities of England: drawn, and not named. */
  readonly rest?: readonly Pick<Placed, 'value' | 'denominator'>[];
};

export const scaleOf = ({ per }: Pick<Scale, 'per'>): number => ({ share: 100, population: 10_000, each: 1 })[per];

/** What chance alone scatters an area of a size by, as a part of 1: a share as shares do, others as counts. */
export const errorAt = ({ per }: Pick<Scale, 'per'>, part: number, denominator: number): number =>
  Math.sqrt((per === 'share' ? part * (1 - part) : part) / denominator);

/** Within which values an area of a size lies by chance alone, and by as much as areas differ anyway where that is known. */
export function chanceAt(measure: Scale, middle: number, denominator: number, confidence: number): Interval {
  const [scale, part] = [scaleOf(measure), middle / scaleOf(measure)];
  const reach = deviationsHolding(confidence) * Math.hypot(errorAt(measure, part, denominator), measure.between ?? 0);
  const high = part + reach;
  return { low: Math.max(0, part - reach) * scale, high: (measure.per === 'share' ? Math.min(1, high) : high) * scale };
}

export const [usual, far] = [0.95, 0.998];

export function whereOf(measure: Scale, middle: number, value: number, denominator: number): Where {
  const [inner, outer] = [usual, far].map((confidence) => chanceAt(measure, middle, denominator, confidence));
  if (inner === undefined || outer === undefined) return 'within';
  if (value > outer.high) return 'farAbove';
  if (value < outer.low) return 'farBelow';
  return value > inner.high ? 'above' : value < inner.low ? 'below' : 'within';
}

export const median = (values: readonly number[]): number | undefined =>
  values.length === 0
    ? undefined
    : quantile(
        values.toSorted((a, b) => a - b),
        0.5,
      );

/** A year of a measure beside the same year of others; undefined: the file says nothing of it. */
export function comparisonOf(
  measure: Measure,
  years: readonly Year[],
  figures: readonly PublishedFigure[],
  authority: string,
): Comparison | undefined {
  const own = figures.filter((one) => one.measure === measure.name);
  const period =
    own
      .map((one) => one.period)
      .toSorted()
      .findLast((each) => years.some((year) => year.period === each)) ?? own.at(-1)?.period;
  if (period === undefined) return undefined;
  const ofYear = own.filter((one) => one.period === period && one.relation !== 'own');
  const england = ofYear.find(({ relation }) => relation === 'england');
  const neighbours = ofYear.filter(({ relation }) => relation === 'neighbour');
  const middle = england?.value ?? pooled(neighbours);
  if (middle === undefined) return undefined;
  const here = ownOf(measure, years, figures, period, authority);
  const sized = neighbours.flatMap(({ area, value, denominator }) =>
    denominator === undefined ? [] : [{ area, value, denominator, isOwn: false }],
  );
  return {
    period,
    middle,
    isEngland: england !== undefined,
    neighbours: median(neighbours.map(({ value }) => value)),
    points: [...(here === undefined ? [] : [here]), ...sized].map((one) => ({
      ...one,
      where: whereOf(measure, middle, one.value, one.denominator),
    })),
    others: [
      ...neighbours.filter(({ denominator }) => denominator === undefined),
      ...ofYear.filter(({ relation }) => relation === 'region'),
    ].map(({ area, value }) => ({ area, value })),
  };
}

export function pooled(some: readonly PublishedFigure[]): number | undefined {
  const sized = some.filter(({ denominator }) => denominator !== undefined);
  const all = sized.reduce((sum, { denominator = 0 }) => sum + denominator, 0);
  return all === 0
    ? median(some.map(({ value }) => value))
    : sized.reduce((sum, { value, denominator = 0 }) => sum + value * denominator, 0) / all;
}

/** As it was counted here; what points at somebody is not placed. Of a rate the file must say how many children live here. */
function ownOf(
  measure: Measure,
  years: readonly Year[],
  figures: readonly PublishedFigure[],
  period: string,
  authority: string,
): Omit<Placed, 'where'> | undefined {
  const year = years.find((one) => one.period === period);
  const people = figures
    .filter((one) => one.measure === population && one.relation === 'own')
    .findLast((one) => one.period <= period)?.value;
  const denominator = measure.per === 'share' ? year?.among : people;
  if (year === undefined || denominator === undefined || denominator === 0 || isSmall(year.n) || isSmall(denominator - year.n))
    return undefined;
  return { area: authority, isOwn: true, value: (scaleOf(measure) * year.n) / denominator, denominator };
}
