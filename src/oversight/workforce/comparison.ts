import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { PublishedFigure } from '../../record/published-figures.ts';
import type { WorkforceCensus } from '../../returns/workforce-census/census.ts';
import { errorAt, median, pooled, scaleOf, whereOf, type Comparison, type Placed, type Scale } from '../measures/comparison.ts';
import { population } from '../measures/published.ts';
import { betweenAreas } from '../statistics/funnel.ts';
import { isSmall } from '../statistics/small-numbers.ts';
import { workforceIndicators, workingDaysOfYear, type WorkforceIndicator } from './indicators.ts';

/** The 30 September of the last year that the file tells of. */
export function lastPublishedDay(figures: readonly PublishedFigure[]): LocalDate | undefined {
  const year = figures
    .map(({ period }) => period)
    .toSorted()
    .at(-1);
  return year === undefined ? undefined : date(`${year}-09-30`);
}

/** What a share or a rate is made of. `people`: how many are behind it, where by few somebody could be known. */
export type Fraction = { readonly n: number; readonly among: number; readonly people?: number };

const total = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);

/** The indicators of here, from the census as it would be sent. */
export function ownFractions({ vacancies, agencyFte, workers }: WorkforceCensus): ReadonlyMap<string, Fraction> {
  const employees = workers.filter(({ isAgency }) => !isAgency);
  const inPost = total(employees, ({ onTheDay }) => onTheDay?.fte ?? 0);
  const left = employees.filter(({ endedOn }) => endedOn !== undefined);
  const sick = employees.filter(({ daysLost }) => daysLost > 0);
  const holders = workers.flatMap(({ onTheDay }) => (onTheDay === undefined || onTheDay.cases === 0 ? [] : [onTheDay]));
  return new Map<string, Fraction>([
    ['socialWorkers', { n: inPost, among: 0 }],
    ['vacancyRate', { n: vacancies, among: vacancies + inPost }],
    ['turnoverRate', { n: total(left, ({ fte }) => fte), among: inPost, people: left.length }],
    ['agencyRate', { n: agencyFte, among: agencyFte + inPost }],
    ['caseload', { n: total(holders, ({ cases }) => cases), among: total(holders, ({ fte }) => fte) }],
    ['absenceRate', { n: total(sick, ({ daysLost }) => daysLost), among: inPost * workingDaysOfYear, people: sick.length }],
  ]);
}

/** An indicator beside England and the statistical neighbours, of one year, and England’s and one’s own of the years before. */
export type WorkforceCompared = {
  readonly indicator: WorkforceIndicator;
  readonly scale: Scale;
  readonly compared: Comparison;
  /** As the Department published it of here; `compared.points` has it as it is counted here. */
  readonly published: number | undefined;
  readonly years: readonly YearCompared[];
};
export type YearCompared = {
  readonly period: string;
  readonly england: number | undefined;
  readonly neighbours: number | undefined;
  readonly own: number | undefined;
};

/** Of each 10,000 children: social workers by who lives there, as far as another release says it. Of other indicators, as published. */
function rated({ per, column }: WorkforceIndicator, figures: readonly PublishedFigure[], populations: readonly PublishedFigure[]) {
  if (per !== 'population' || column !== undefined) return figures;
  return figures.flatMap((one) => {
    const people = populations
      .filter(({ area, period }) => area === one.area && period <= one.period)
      .toSorted((a, b) => a.period.localeCompare(b.period))
      .at(-1)?.value;
    return people === undefined ? [] : [{ ...one, value: (10_000 * one.value) / people, denominator: people }];
  });
}

/** Figures of the two releases. */
export type Published = { readonly workforce: readonly PublishedFigure[]; readonly population: readonly PublishedFigure[] };

const medianOf = (some: readonly PublishedFigure[]) => median(some.map(({ value }) => value));

/** Figures of an indicator by relation and year. */
type Of = (relation: PublishedFigure['relation'], period: string) => readonly PublishedFigure[];

/** Undefined: the files say nothing of it. `own`: as it is counted here at the end of the last year that is published; absent: the record does not reach. */
export function workforceCompared(
  indicator: WorkforceIndicator,
  published: Published,
  own: Fraction | undefined,
  authority: string,
): WorkforceCompared | undefined {
  const figures = rated(
    indicator,
    published.workforce.filter(({ measure }) => measure === indicator.name),
    published.population.filter(({ measure }) => measure === population),
  );
  const periods = [...new Set(figures.map(({ period }) => period))].toSorted();
  const period = periods.at(-1);
  if (period === undefined) return undefined;
  const of: Of = (relation, year) => figures.filter((one) => one.relation === relation && one.period === year);
  const middle = of('england', period)[0]?.value ?? pooled(of('neighbour', period));
  if (middle === undefined) return undefined;
  const scale = { ...indicator, between: betweenOf(indicator, middle, [...of('neighbour', period), ...of('other', period)]) };
  const here = ownPlaced(indicator, own, of('own', period)[0]?.denominator, authority);
  return {
    indicator,
    scale,
    published: of('own', period)[0]?.value,
    compared: comparisonOfYear(scale, middle, period, of, here),
    years: periods.map((year) => ({
      period: year,
      england: of('england', year)[0]?.value,
      neighbours: medianOf(of('neighbour', year)),
      own: of('own', year)[0]?.value,
    })),
  };
}

type Unplaced = Omit<Placed, 'where'>;

function comparisonOfYear(scale: Scale, middle: number, period: string, of: Of, here: Unplaced | undefined): Comparison {
  const neighbours = of('neighbour', period);
  const placed = [...(here === undefined ? [] : [here]), ...sized(neighbours)];
  const unsized = [...neighbours.filter(({ denominator }) => denominator === undefined), ...of('region', period)];
  return {
    period,
    middle,
    isEngland: of('england', period).length > 0,
    neighbours: medianOf(neighbours),
    points: placed.map((one) => ({ ...one, where: whereOf(scale, middle, one.value, one.denominator) })),
    others: unsized.map(({ area, value }) => ({ area, value })),
    rest: sized(of('other', period)),
  };
}

const sized = (figures: readonly PublishedFigure[]): readonly Unplaced[] =>
  figures.flatMap(({ area, value, denominator }) => (denominator === undefined ? [] : [{ area, value, denominator, isOwn: false }]));

function betweenOf(indicator: WorkforceIndicator, middle: number, everywhere: readonly PublishedFigure[]): number {
  const scale = scaleOf(indicator);
  return betweenAreas(
    sized(everywhere).map(({ value, denominator }) => ({ value: value / scale, error: errorAt(indicator, middle / scale, denominator) })),
    middle / scale,
  );
}

/** What few people are behind is not placed. */
function ownPlaced(
  indicator: WorkforceIndicator,
  own: Fraction | undefined,
  people: number | undefined,
  authority: string,
): Unplaced | undefined {
  const denominator = indicator.per === 'population' ? people : own?.among;
  if (own === undefined || denominator === undefined || denominator === 0 || isSmall(own.people ?? 0)) return undefined;
  return { area: authority, isOwn: true, value: (scaleOf(indicator) * own.n) / denominator, denominator };
}

export const allCompared = (published: Published, own: ReadonlyMap<string, Fraction>, authority: string): readonly WorkforceCompared[] =>
  workforceIndicators.flatMap((indicator) => workforceCompared(indicator, published, own.get(indicator.name), authority) ?? []);
