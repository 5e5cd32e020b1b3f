import { columns, populationNames, populations, type PopulationName } from '../../../practice/populations.ts';
import { nameKeyOf, sinceOf } from '../../../practice/board-line.ts';
import type { BoardOrder } from '../../../record/board.ts';
import { countIn, hasAll, markOfPopulation, partOf, reviewFigures, type Counting, type Figure, type Part, type Tally } from './figures.ts';
import type { Cell, Row } from './row.ts';

/** How many distinct children there are, and how many are in both populations. */
export type Sizes = { readonly plans: number; readonly care: number; readonly all: number; readonly both: number };

const sizesOf = ({ count }: Counting): Sizes => ({
  plans: count('onPlan'),
  care: count('lookedAfter'),
  all: count(),
  both: count('onPlan', 'lookedAfter'),
});

/** What the head of the board says: figures and attention, of both populations. */
export type Summary = {
  readonly total: number;
  readonly sizes: Sizes;
  readonly figures: readonly Figure[];
  readonly attention: readonly Part[];
};

/** Of rows that have been read: how many have each mark, and who. */
export const countingOf = (rows: readonly Row[]): Counting => ({
  count: (...marks) => rows.filter(({ mark }) => hasAll(mark, marks)).length,
  people: (...marks) => rows.filter(({ mark }) => hasAll(mark, marks)).map(({ person, name }) => ({ person, name })),
});

/** Of what the database counted. */
export const countingIn = (tally: Tally): Counting => ({ count: (...marks) => countIn(tally, marks) });

export function summaryOf(counting: Counting, population: PopulationName): Summary {
  return {
    total: counting.count(...markOfPopulation[population]),
    sizes: sizesOf(counting),
    figures: reviewFigures(population, counting),
    attention: attentionOf(counting, population),
  };
}

function attentionOf(counting: Counting, population: PopulationName): readonly Part[] {
  const part = (title: string, mark: string, urgent = true): Part => partOf(counting, title, mark, markOfPopulation[population], urgent);
  const missing = part('Missing now', 'missing');
  return [
    part('No named worker', 'noWorker'),
    part('Not seen within the visiting limit', 'notSeen'),
    ...(population === 'plans' ? [] : [part('No reviewing officer named', 'noOfficer')]),
    ...(missing.count === 0 ? [] : [missing]),
    part('Visits not in the source', 'visitsNotInSource', false),
  ];
}

export type BoardQuery = {
  readonly who: PopulationName;
  readonly team: string;
  readonly area: string;
  readonly state: string;
  readonly worker: string;
  readonly category: string;
  /** Those of one number of the board's head, by their mark. */
  readonly part: string;
  readonly sort: string;
};

export const populationOf = (given: string): PopulationName => populationNames.find((name) => name === given) ?? 'plans';

/** The marks that everyone has whom the board is asked for. */
export const marksAsked = ({ who, state, worker, category, part }: BoardQuery): readonly string[] => [
  ...markOfPopulation[who],
  ...(state === '' ? [] : [`${who}-${state}`]),
  ...(worker === 'none' ? ['noWorker'] : []),
  ...(category === '' ? [] : [`category-${category}`]),
  ...(part === '' ? [] : [part]),
];

export const workerAsked = ({ worker }: BoardQuery): string | undefined => (worker === '' || worker === 'none' ? undefined : worker);

export function filtered(rows: readonly Row[], query: BoardQuery): readonly Row[] {
  const [marks, worker] = [marksAsked(query), workerAsked(query)];
  return rows.filter((row) => hasAll(row.mark, marks) && (worker === undefined || row.workerId === worker));
}

const never = '9999-12-31';
const dueOf = (cells: readonly Cell[]): string =>
  cells.reduce((best, { state, clock }) => (state !== 'notInSource' && clock.dueOn < best ? clock.dueOn : best), never);

export const cellsShown = (row: Row, population: PopulationName): readonly Cell[] =>
  populations[population].columns.flatMap(({ name }) => row.cells[name] ?? []);

/** `order`: the same, as the database puts them. */
type Order = { readonly label: string; readonly key: (row: Row) => string; readonly order: BoardOrder };

const numbersOf = (rules: readonly string[]): readonly number[] =>
  columns.flatMap((column, n) => (column.rules.every((rule) => rules.includes(rule)) ? [n + 1] : []));

/** The usual order: the longest late first, then the soonest due; what is not known last. */
function ordersOf(population: PopulationName): Readonly<Record<string, Order>> {
  const own = populations[population].columns;
  const byDue = (rules: readonly string[]): BoardOrder => ({ by: 'due', columns: numbersOf(rules) });
  return {
    '': {
      label: 'Most pressing first',
      key: (row) => dueOf(cellsShown(row, population)),
      order: byDue(own.flatMap(({ rules }) => rules)),
    },
    name: { label: 'Child, A to Z', key: (row) => nameKeyOf(row.name), order: { by: 'name' } },
    worker: { label: 'Worker, A to Z', key: (row) => nameKeyOf(row.worker ?? ''), order: { by: 'worker' } },
    since: { label: 'Longest first', key: ({ child }) => sinceOf(child.standing) ?? never, order: { by: 'since' } },
    ...Object.fromEntries(
      own.map(({ name, title, rules }): [string, Order] => [
        name,
        { label: `${title} due`, key: (row) => dueOf([row.cells[name] ?? []].flat()), order: byDue(rules) },
      ]),
    ),
  };
}

export const orderChoices = (population: PopulationName) =>
  Object.entries(ordersOf(population)).map(([value, { label }]) => ({ value, label }));

const orderAsked = ({ sort, who }: Pick<BoardQuery, 'sort' | 'who'>): Order => {
  const orders = new Map(Object.entries(ordersOf(who)));
  const usual: Order = { label: '', key: () => never, order: { by: 'name' } };
  return orders.get(sort) ?? orders.get('') ?? usual;
};

export const orderOf = (query: Pick<BoardQuery, 'sort' | 'who'>): BoardOrder => orderAsked(query).order;

/** By the letters alone, as the database compares them. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function sorted(rows: readonly Row[], query: Pick<BoardQuery, 'sort' | 'who'>): readonly Row[] {
  const { key } = orderAsked(query);
  return rows
    .map((row) => ({ row, by: key(row), name: nameKeyOf(row.name) }))
    .sort((a, b) => compare(a.by, b.by) || compare(a.name, b.name) || compare(a.row.person, b.row.person))
    .map(({ row }) => row);
}
