import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { DayTable } from '../of-a-day.ts';
import { datasetRows } from './dataset.ts';
import type { About } from './known.ts';
import type { DatasetRow } from './row.ts';
import { caseloadDay, ledOn, staffRows, type Staff } from './staff-rows.ts';
import { datasetTables, datasetVersion } from '../../vocabulary/safeguarding-dataset.ts';

const versionRow = {
  version_number: datasetVersion,
  description: 'Standard Safeguarding Dataset, built from the record by Sightline',
  is_current: 'true',
  created_by: 'Sightline',
};

/** All tables of the standard, one without rows too, as known on a day; children in the order in which they come. */
export async function datasetOf(on: LocalDate, staff: Staff, told: AsyncIterable<About>): Promise<readonly DayTable[]> {
  const rows = new Map<string, DatasetRow['cells'][]>([...datasetTables.keys()].map((table) => [table, []]));
  const caseloads = new Map<string, number>();
  for await (const about of told) {
    const own = datasetRows(about, on);
    for (const { table, cells } of own) rows.get(table)?.push(cells);
    for (const member of new Set(ledOn(own, caseloadDay(on)))) caseloads.set(member, (caseloads.get(member) ?? 0) + 1);
  }
  for (const { table, cells } of staffRows(staff, caseloads)) rows.get(table)?.push(cells);
  rows.get('ssd_version_log')?.push(versionRow);
  return [...datasetTables].map(([name, columns]) => ({
    name,
    heads: columns.map((column) => column.name),
    rows: (rows.get(name) ?? []).map((cells) => columns.map((column) => cells[column.name])),
  }));
}

/** Raised when the same record gives other rows: then all are written anew. */
const reading = 2;

/** What the tables are kept as: on a day, by this version of what is read. */
export const keptAs = (on: LocalDate): string => `${on} ${datasetVersion} ${reading}`;

type Tables = Readonly<Record<string, readonly DatasetRow['cells'][]>>;

const byTable = (rows: readonly DatasetRow[]): Tables =>
  Object.fromEntries([...Map.groupBy(rows, ({ table }) => table)].map(([table, own]) => [table, own.map(({ cells }) => cells)]));

/** What is kept of one child. A day that is none, as of a birth that is known by its year alone, has no column that could hold it. */
export const keptOfChild = (about: About, on: LocalDate): Tables => byTable(datasetRows(about, on).map(withDays));

const withDays = (row: DatasetRow): DatasetRow => {
  const days = (datasetTables.get(row.table) ?? []).filter(({ kind }) => kind === 'day');
  const wrong = days.filter(({ name }) => row.cells[name] !== undefined && !isDate(String(row.cells[name])));
  return wrong.length === 0
    ? row
    : { ...row, cells: Object.fromEntries(Object.entries(row.cells).filter(([name]) => !wrong.some((one) => one.name === name))) };
};

/** What is kept of nobody in particular: who works here, and which version this is. */
export const keptOfStaff = (staff: Staff, caseloads: ReadonlyMap<string, number>): Tables => ({
  ...byTable(staffRows(staff, caseloads)),
  ssd_version_log: [versionRow],
});
