import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { ClockState } from '../../../kernel/step/clock.ts';
import { named, reviewFigures, type Figure, type Part } from './figures.ts';
import type { Column, Row } from './row.ts';

/** What the head of the board says: figures and attention, each with its names. */
export type Summary = {
  readonly total: number;
  readonly figures: readonly Figure[];
  readonly attention: readonly Part[];
  readonly late: number;
  readonly soon: number;
  /** The latest change to any of these children: the database's text of the instant. */
  readonly changedAt: string | undefined;
};

export function summaryOf(rows: readonly Row[], today: LocalDate): Summary {
  const has = (state: ClockState) => (row: Row) => Object.values(row.cells).some((cell) => cell?.state === state);
  return {
    total: rows.length,
    figures: reviewFigures(rows, today),
    attention: [
      { title: 'No named worker', people: named(rows, (row) => row.workerId === undefined), urgent: true },
      { title: 'Not seen within the visiting limit', people: named(rows, (row) => row.cells.visit?.state === 'late'), urgent: true },
      { title: 'Visits not in the source', people: named(rows, (row) => row.child.standing.visitsNotInSource === true) },
    ],
    late: rows.filter(has('late')).length,
    soon: rows.filter(has('dueSoon')).length,
    changedAt: rows.reduce<string | undefined>(
      (latest, { child: { changedAt } }) => (latest === undefined || Date.parse(changedAt) > Date.parse(latest) ? changedAt : latest),
      undefined,
    ),
  };
}

export type BoardQuery = {
  readonly team: string;
  readonly area: string;
  readonly state: string;
  readonly worker: string;
  readonly category: string;
  readonly sort: string;
};

export function filtered(rows: readonly Row[], query: BoardQuery): readonly Row[] {
  return rows.filter(
    (row) =>
      (query.team === '' || row.teamId === query.team) &&
      (query.area === '' || row.area === query.area) &&
      (query.worker === '' || (query.worker === 'none' ? row.workerId === undefined : row.workerId === query.worker)) &&
      (query.category === '' || row.categoryCode === query.category) &&
      (query.state === '' || Object.values(row.cells).some((cell) => cell?.state === query.state)),
  );
}

const never = '9999-12-31';
/** Late before due, due before not in the source; within each, the longest late and the soonest due first. */
const urgency = (row: Row): string =>
  Object.values(row.cells).reduce((best, cell) => {
    if (cell === undefined || cell.state === 'notInSource') return best;
    return cell.clock.dueOn < best ? cell.clock.dueOn : best;
  }, never);

const dueIn = (row: Row, column: Column): string => {
  const cell = row.cells[column];
  return cell === undefined || cell.state === 'notInSource' ? never : cell.clock.dueOn;
};

const orders: Readonly<Record<string, { readonly label: string; readonly key: (row: Row) => string }>> = {
  '': { label: 'Most pressing first', key: urgency },
  name: { label: 'Child, A to Z', key: (row) => row.name.toLocaleLowerCase('en-GB') },
  worker: { label: 'Worker, A to Z', key: (row) => row.worker ?? '' },
  plan: { label: 'Longest on a plan', key: (row) => row.planSince ?? never },
  review: { label: 'Review due', key: (row) => dueIn(row, 'review') },
  coreGroup: { label: 'Core group due', key: (row) => dueIn(row, 'coreGroup') },
  visit: { label: 'Visit due', key: (row) => dueIn(row, 'visit') },
};

export const orderChoices = Object.entries(orders).map(([value, { label }]) => ({ value, label }));

export function sorted(rows: readonly Row[], sort: string): readonly Row[] {
  const key = (orders[sort] ?? orders[''])?.key ?? urgency;
  return rows
    .map((row) => ({ row, by: key(row) }))
    .sort((a, b) => a.by.localeCompare(b.by, 'en-GB') || a.row.name.localeCompare(b.row.name, 'en-GB'))
    .map(({ row }) => row);
}
