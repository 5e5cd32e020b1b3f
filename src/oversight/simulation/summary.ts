import { quantile } from '../statistics/quantile.ts';
import { columnsOf, counted, placeOf, type ServiceModel } from './model.ts';

/** Of all replications: below `low` is one in ten, above `high` one in ten. */
export type Band = { readonly low: number; readonly middle: number; readonly high: number };

export type Summary = {
  /** By what is counted, month by month: at its end, or for shares in it. */
  readonly months: Readonly<Record<string, readonly Band[]>>;
  /** Of the whole time. */
  readonly year: Readonly<Record<string, Band>>;
};

/** What 8 in 10 replications lie within. */
export const bandShare = 0.8;

export function bandOf(values: Float64Array): Band {
  const sorted = values.toSorted();
  const edge = (1 - bandShare) / 2;
  return { low: quantile(sorted, edge), middle: quantile(sorted, 0.5), high: quantile(sorted, 1 - edge) };
}

type Measure = (row: (column: number) => number) => number;

/** Which share of what fell due was late; of nothing, none. */
const shareLate =
  (at: number): Measure =>
  (row) => {
    const due = row(at);
    return due === 0 ? 0 : row(at + 1) / due;
  };

const atEnd = ['open', 'perWorker', 'most', 'unallocated'] as const;
const inAll = ['arrived', 'ended', 'allocated', 'unallocatedDays', 'hoursWorked'] as const;

export const lateName = (clock: string): string => `late ${clock}`;
export const stageName = (stage: string): string => `in ${stage}`;

function lateMeasures({ stages, clocks }: Pick<ServiceModel, 'stages' | 'clocks'>): readonly (readonly [string, Measure])[] {
  return clocks.map((clock, n) => [lateName(clock), shareLate(counted.length + stages.length + 2 * n)]);
}

const monthly = (model: Pick<ServiceModel, 'stages' | 'clocks'>): readonly (readonly [string, Measure])[] => [
  ...atEnd.map((name): [string, Measure] => [name, (row) => row(placeOf(name))]),
  ...model.stages.map(({ name }, n): [string, Measure] => [stageName(name), (row) => row(counted.length + n)]),
  ...lateMeasures(model),
];

const mean =
  (sum: number, of: number): Measure =>
  (row) =>
    row(of) === 0 ? 0 : row(sum) / row(of);

const yearly = (model: Pick<ServiceModel, 'stages' | 'clocks' | 'monthEnds'>): readonly (readonly [string, Measure])[] => [
  ...inAll.map((name): [string, Measure] => [name, (row) => row(placeOf(name))]),
  ['daysUntilAllocated', mean(placeOf('waitedForWorker'), placeOf('allocated'))],
  ...model.stages.map(({ name }, n): [string, Measure] => [stageName(name), (row) => row(counted.length + n) / model.monthEnds.length]),
  ...lateMeasures(model),
];

/** @param rows every replication’s months, one after the other, as the engine counts them */
export function summaryOf(model: Pick<ServiceModel, 'stages' | 'clocks' | 'monthEnds'>, rows: Float64Array): Summary {
  const columns = columnsOf(model);
  const months = model.monthEnds.length;
  const runs = rows.length / (columns * months);
  const over = (of: (run: number) => number): Band => bandOf(Float64Array.from({ length: runs }, (_, run) => of(run)));
  const inMonth = (run: number, month: number) => (column: number) => rows[(run * months + month) * columns + column] ?? 0;
  const inYear = (run: number) => (column: number) => {
    let sum = 0;
    for (let month = 0; month < months; month += 1) sum += inMonth(run, month)(column);
    return sum;
  };
  return {
    months: Object.fromEntries(
      monthly(model).map(([name, measure]) => [name, model.monthEnds.map((_, month) => over((run) => measure(inMonth(run, month))))]),
    ),
    year: Object.fromEntries(yearly(model).map(([name, measure]) => [name, over((run) => measure(inYear(run)))])),
  };
}
