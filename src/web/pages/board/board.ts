import { ageAt, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock, ClockState } from '../../../kernel/step/clock.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { Timescale } from '../../../kernel/step/timescale.ts';
import type { ListedChild } from '../../../record/contract.ts';
import type { Member, Team } from '../../parts.ts';
import { clockState } from '../../said-dates.ts';
import { named, reviewFigures, type Figure, type Part } from './figures.ts';

export const columns = ['review', 'coreGroup', 'visit'] as const;
export type Column = (typeof columns)[number];
export const columnTitles: Readonly<Record<Column, string>> = { review: 'Review conference', coreGroup: 'Core group', visit: 'Visit' };

export type Cell = { readonly clock: Clock; readonly state: ClockState };
export type Row = {
  readonly person: string;
  readonly name: string;
  readonly age: string;
  readonly worker: string | undefined;
  readonly workerId: string | undefined;
  readonly team: string | undefined;
  readonly teamId: string | undefined;
  readonly area: string | undefined;
  readonly planSince: LocalDate | undefined;
  readonly category: string;
  readonly categoryCode: string | undefined;
  readonly cells: Readonly<Record<Column, Cell | undefined>>;
  readonly child: ListedChild;
};

export type Names = {
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly columnOf: ReadonlyMap<string, Column>;
  readonly categoryLabel: (code: string) => string;
};

export const namesOf = (
  members: readonly Member[],
  teams: readonly Team[],
  timescales: readonly Timescale[],
  steps: readonly AnyStep[],
): Names => ({
  members: new Map(members.map((member) => [member.id, member])),
  teams: new Map(teams.map((team) => [team.id, team])),
  columnOf: new Map(
    timescales.flatMap(({ rule, meets }): [string, Column][] => {
      const column = columnMetBy(rule, meets.step);
      return column === undefined ? [] : [[rule, column]];
    }),
  ),
  categoryLabel: (value) => labelOf(steps, /categor/i, value),
});

/** Clocks of the protection plan stand in three columns, by the step that meets them. */
function columnMetBy(rule: string, step: string): Column | undefined {
  if (/need/i.test(`${rule} ${step}`)) return undefined;
  if (/core/i.test(step)) return 'coreGroup';
  if (/visit/i.test(step)) return 'visit';
  return /review/i.test(step) ? 'review' : undefined;
}

/** The words of a code, from whichever step asks for it. */
export function labelOf(steps: readonly AnyStep[], name: RegExp, value: string): string {
  for (const step of steps) {
    for (const [key, { control }] of [...Object.entries(step.fields), ...Object.entries(step.each)]) {
      if (!name.test(key) || control.kind !== 'choice') continue;
      const found = control.options.find((option) => option.value === value);
      if (found !== undefined) return found.label;
    }
  }
  return value;
}

export const ageWords = (child: ListedChild['standing'], today: LocalDate): string => {
  if (child.bornOn === undefined || child.bornOn > today)
    return child.expectedOn === undefined && child.bornOn === undefined ? 'age not known' : 'unborn';
  const years = ageAt(child.bornOn, today);
  return years === 0 ? 'under 1' : String(years);
};

export function rowOf(child: ListedChild, names: Names, today: LocalDate): Row {
  const { standing, clocks, person } = child;
  const team = standing.team === undefined ? undefined : names.teams.get(standing.team);
  const cell = (column: Column): Cell | undefined =>
    openCell(
      clocks.filter(({ rule }) => names.columnOf.get(rule) === column),
      today,
    );
  return {
    person,
    child,
    name: standing.name,
    age: ageWords(standing, today),
    worker: standing.worker === undefined ? undefined : (names.members.get(standing.worker)?.name ?? standing.worker),
    workerId: standing.worker,
    team: standing.team === undefined ? undefined : (team?.name ?? standing.team),
    teamId: standing.team,
    area: team?.area,
    planSince: standing.onPlanSince,
    category: standing.category === undefined ? '' : names.categoryLabel(standing.category),
    categoryCode: standing.category,
    cells: { review: cell('review'), coreGroup: cell('coreGroup'), visit: cell('visit') },
  };
}

const isOpen = (state: ClockState): boolean => state === 'late' || state === 'dueSoon' || state === 'inTime' || state === 'notInSource';

function openCell(clocks: readonly Clock[], today: LocalDate): Cell | undefined {
  const open = clocks.map((clock) => ({ clock, state: clockState(clock, today) })).filter(({ state }) => isOpen(state));
  const known = open.filter(({ state }) => state !== 'notInSource');
  const from = known.length > 0 ? known : open;
  return from.reduce<Cell | undefined>(
    (best, cell) => (best === undefined || cell.clock.dueOn < best.clock.dueOn ? cell : best),
    undefined,
  );
}

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
