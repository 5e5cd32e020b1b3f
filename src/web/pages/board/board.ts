import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { named, reviewFigures, type Figure, type Part } from './figures.ts';
import { isLookedAfter, isOnPlan, populationNames, populations, visitsOf, type PopulationName } from './populations.ts';
import type { Cell, Row } from './row.ts';

/** How many distinct children there are, and how many are in both populations. */
export type Sizes = { readonly plans: number; readonly care: number; readonly all: number; readonly both: number };

export const sizesOf = (rows: readonly Row[]): Sizes => {
  const count = (chosen: (row: Row) => boolean): number => rows.filter(chosen).length;
  return {
    plans: count(({ child }) => isOnPlan(child.standing)),
    care: count(({ child }) => isLookedAfter(child.standing)),
    all: rows.length,
    both: count(({ child }) => isOnPlan(child.standing) && isLookedAfter(child.standing)),
  };
};

/** What the head of the board says: figures and attention, each with its names. */
export type Summary = {
  readonly total: number;
  readonly sizes: Sizes;
  readonly figures: readonly Figure[];
  readonly attention: readonly Part[];
  /** The latest change to any of these children: the database's text of the instant. */
  readonly changedAt: string | undefined;
};

export const cellsShown = (row: Row, population: PopulationName): readonly Cell[] =>
  populations[population].columns.flatMap(({ name }) => row.cells[name] ?? []);

/** `everyone`: of both populations. */
export function summaryOf(everyone: readonly Row[], population: PopulationName, today: LocalDate): Summary {
  const rows = everyone.filter(({ child }) => populations[population].isIn(child.standing));
  return {
    total: rows.length,
    sizes: sizesOf(everyone),
    figures: reviewFigures(population, rows, today),
    attention: attentionOf(rows, population),
    changedAt: rows.reduce<string | undefined>(
      (latest, { child: { changedAt } }) => (latest === undefined || Date.parse(changedAt) > Date.parse(latest) ? changedAt : latest),
      undefined,
    ),
  };
}

function attentionOf(rows: readonly Row[], population: PopulationName): readonly Part[] {
  const missing = named(rows, ({ child }) => child.standing.missingSince !== undefined);
  const noOfficer = named(rows, ({ child }) => isLookedAfter(child.standing) && child.standing.reviewingOfficer === undefined);
  return [
    { title: 'No named worker', people: named(rows, (row) => row.workerId === undefined), urgent: true },
    {
      title: 'Not seen within the visiting limit',
      people: named(rows, (row) => visitsOf.some(({ name }) => row.cells[name]?.state === 'late')),
      urgent: true,
    },
    ...(population === 'plans' ? [] : [{ title: 'No reviewing officer named', people: noOfficer, urgent: true }]),
    ...(missing.length === 0 ? [] : [{ title: 'Missing now', people: missing, urgent: true }]),
    { title: 'Visits not in the source', people: named(rows, (row) => row.child.standing.visitsNotInSource === true) },
  ];
}

export type BoardQuery = {
  readonly who: PopulationName;
  readonly team: string;
  readonly area: string;
  readonly state: string;
  readonly worker: string;
  readonly category: string;
  readonly sort: string;
};

export const populationOf = (given: string): PopulationName => populationNames.find((name) => name === given) ?? 'plans';

export function filtered(rows: readonly Row[], query: BoardQuery): readonly Row[] {
  return rows.filter(
    (row) =>
      populations[query.who].isIn(row.child.standing) &&
      (query.worker === '' || (query.worker === 'none' ? row.workerId === undefined : row.workerId === query.worker)) &&
      (query.category === '' || row.child.standing.category === query.category) &&
      (query.state === '' || cellsShown(row, query.who).some((cell) => cell.state === query.state)),
  );
}

/** Those of the teams and the area asked for, of both populations. */
export const withinPlaces = (rows: readonly Row[], { team, area }: BoardQuery): readonly Row[] =>
  rows.filter((row) => (team === '' || row.teamId === team) && (area === '' || row.area === area));

const never = '9999-12-31';
const dueOf = (cells: readonly Cell[]): string =>
  cells.reduce((best, { state, clock }) => (state !== 'notInSource' && clock.dueOn < best ? clock.dueOn : best), never);

type Order = { readonly label: string; readonly key: (row: Row) => string };

/** The usual order: the longest late first, then the soonest due; what is not known last. */
function ordersOf(population: PopulationName): Readonly<Record<string, Order>> {
  const since = ({ child: { standing } }: Row): string =>
    [standing.onPlanSince, standing.lookedAfterSince].filter((day) => day !== undefined).toSorted()[0] ?? never;
  return {
    '': { label: 'Most pressing first', key: (row) => dueOf(cellsShown(row, population)) },
    name: { label: 'Child, A to Z', key: (row) => row.name.toLocaleLowerCase('en-GB') },
    worker: { label: 'Worker, A to Z', key: (row) => row.worker ?? '' },
    since: { label: 'Longest first', key: since },
    ...Object.fromEntries(
      populations[population].columns.map(({ name, title }): [string, Order] => [
        name,
        { label: `${title} due`, key: (row) => dueOf([row.cells[name] ?? []].flat()) },
      ]),
    ),
  };
}

export const orderChoices = (population: PopulationName) =>
  Object.entries(ordersOf(population)).map(([value, { label }]) => ({ value, label }));

const { compare } = new Intl.Collator('en-GB');

export function sorted(rows: readonly Row[], { sort, who }: Pick<BoardQuery, 'sort' | 'who'>): readonly Row[] {
  const orders = new Map(Object.entries(ordersOf(who)));
  const key = (orders.get(sort) ?? orders.get(''))?.key ?? (() => never);
  return rows
    .map((row) => ({ row, by: key(row) }))
    .sort((a, b) => compare(a.by, b.by) || compare(a.row.name, b.row.name))
    .map(({ row }) => row);
}
