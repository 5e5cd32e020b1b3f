import type { DayTable } from '../of-a-day.ts';

/** How one table of an extract compares with the same table as the record gives it. */
export type Reconciled = {
  readonly table: string;
  readonly theirs: number;
  readonly ours: number;
  /** Rows that say the same, whatever their ids are. */
  readonly same: number;
  readonly differences: readonly Difference[];
};
/** What stands in one of the two alone: of which person, and what it says. */
export type Difference = { readonly in: 'extract' | 'record'; readonly person: string; readonly says: string };

/** Ids are each system's own, and so are names of its staff, teams and words of its own: a number of the person or of the family is not. */
const isOwn = (column: string): boolean =>
  /_(id|team|desc|json|advisor|allocated_team|reason_desc|role_id)$/.test(column) && !/_(person_id|family_id)$/.test(column);
const isPerson = (column: string): boolean => /^[a-z0-9]+_person_id$/.test(column);

/** Tables of which the record says what follows from others, or nothing: they are told of as rows of both, and not compared. */
const notCompared: ReadonlySet<string> = new Set([
  'ssd_professionals',
  'ssd_department',
  'ssd_involvements',
  'ssd_version_log',
  'ssd_api_data_staging',
  'ssd_assessment_factors',
]);

/** Whether a table is compared row by row. */
export const isCompared = (table: string): boolean => !notCompared.has(table);

/** Table by table, what an extract and the record say alike and otherwise. Pure. */
export function reconcile(theirs: readonly DayTable[], ours: readonly DayTable[]): readonly Reconciled[] {
  const record = new Map(ours.map((table) => [table.name, table]));
  return theirs.map((table) => {
    const own = record.get(table.name);
    const counts = { table: table.name, theirs: table.rows.length, ours: own?.rows.length ?? 0 };
    if (own === undefined || notCompared.has(table.name)) return { ...counts, same: 0, differences: [] };
    return { ...counts, ...compared(table, own) };
  });
}

type Said = { readonly person: string; readonly says: string };

function compared(theirs: DayTable, ours: DayTable): Pick<Reconciled, 'same' | 'differences'> {
  const columns = theirs.heads.filter((column) => ours.heads.includes(column) && !isOwn(column));
  const left = Map.groupBy(sayings(ours, columns), ({ person, says }) => `${person} ${says}`);
  let same = 0;
  const differences: Difference[] = [];
  for (const one of sayings(theirs, columns)) {
    const found = left.get(`${one.person} ${one.says}`)?.pop();
    if (found === undefined) differences.push({ in: 'extract', ...one });
    else same += 1;
  }
  return { same, differences: [...differences, ...[...left.values()].flat().map((one): Difference => ({ in: 'record', ...one }))] };
}

function sayings({ heads, rows }: DayTable, columns: readonly string[]): readonly Said[] {
  const places = columns.map((column) => [column, heads.indexOf(column)] as const);
  const person = heads.findIndex(isPerson);
  return rows.map((row) => ({
    person: String(row[person] ?? ''),
    says: places
      .flatMap(([column, n]) => (n === person || row[n] === undefined || row[n] === '' ? [] : [`${column} ${dayOnly(String(row[n]))}`]))
      .join(', '),
  }));
}

const dayOnly = (text: string): string => text.replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, '$1');
