import { comparedTable, dayOnly, type HowCompared, type Reconciled } from '../compared-tables.ts';
import type { DayTable } from '../of-a-day.ts';

/** Ids are each system's own, and so are names of its staff, teams and words of its own: a number of the person or of the family is not. */
const isOwn = (column: string): boolean =>
  /_(id|team|desc|advisor|allocated_team|reason_desc|role_id)$/.test(column) && !/_(person_id|family_id)$/.test(column);
const isPerson = (column: string): boolean => /^[a-z0-9]+_person_id$/.test(column);
const how: HowCompared = { isOwn, isPerson, said: (column, text) => (column.endsWith('_json') ? asSaid(text) : dayOnly(column, text)) };

/** Words, sums and numbers that each system has of its own. */
const ownKeys = /^(COMMENTS|OTHER_OUTCOMES.*|TOTAL_.*|UPRN)$/i;
const isNothing = (value: unknown): boolean => value === null || value === '' || value === false || /^n$/i.test(String(value));

/** What a cell of JSON says: a list in one order, of flags those that are set. One that is no JSON is said as it stands. */
export function asSaid(text: string): string {
  const said = parsed(text);
  if (Array.isArray(said)) return [...new Set(said.map(String))].toSorted().join(' ');
  if (typeof said !== 'object' || said === null) return text.trim();
  return Object.entries(said)
    .filter(([key, value]) => !ownKeys.test(key) && !isNothing(value))
    .map(([key, value]) => `${key}=${String(value).trim().toUpperCase()}`)
    .toSorted()
    .join(' ');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Rows that name another table’s row alone: whose they are, and of which day, that one says. */
const joins = {
  ssd_assessment_factors: {
    by: 'cinf_assessment_id',
    of: 'ssd_cin_assessments',
    id: 'cina_assessment_id',
    also: ['cina_person_id', 'cina_assessment_start_date'],
  },
} as const;
const isJoined = (name: string): name is keyof typeof joins => Object.hasOwn(joins, name);

function joined(table: DayTable, all: readonly DayTable[]): DayTable {
  if (!isJoined(table.name)) return table;
  const { by, of, id, also } = joins[table.name];
  const other = all.find(({ name }) => name === of);
  if (other === undefined) return table;
  const rows = new Map(other.rows.map((row) => [String(row[other.heads.indexOf(id)]), also.map((head) => row[other.heads.indexOf(head)])]));
  const key = table.heads.indexOf(by);
  return {
    ...table,
    heads: [...table.heads, ...also],
    rows: table.rows.map((row) => [...row, ...(rows.get(String(row[key])) ?? also.map(() => undefined))]),
  };
}

/** Tables of which the record says what follows from others, or nothing: they are told of as rows of both, and not compared. */
const notCompared: ReadonlySet<string> = new Set([
  'ssd_professionals',
  'ssd_department',
  'ssd_involvements',
  'ssd_version_log',
  'ssd_api_data_staging',
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
    return { ...counts, ...comparedTable(joined(table, theirs), joined(own, ours), how) };
  });
}
