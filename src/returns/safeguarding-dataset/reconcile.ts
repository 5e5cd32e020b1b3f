import { comparedTable, type HowCompared, type Reconciled } from '../compared-tables.ts';
import type { DayTable } from '../of-a-day.ts';

/** Ids are each system's own, and so are names of its staff, teams and words of its own: a number of the person or of the family is not. */
const isOwn = (column: string): boolean =>
  /_(id|team|desc|json|advisor|allocated_team|reason_desc|role_id)$/.test(column) && !/_(person_id|family_id)$/.test(column);
const isPerson = (column: string): boolean => /^[a-z0-9]+_person_id$/.test(column);
const how: HowCompared = { isOwn, isPerson };

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
    return { ...counts, ...comparedTable(table, own, how) };
  });
}
