import { remembered } from '../../kernel/calendar/remembered.ts';
import type { Cells, Kind } from '../rule/rows.ts';
import { columnNamed } from '../../reading/looked-after-files.ts';
import { returnTables } from './looked-after-return.ts';

/** Names of columns in the DfE's wording of rules 231, 233, 709 and 710, and in no table. */
const inWording: Readonly<Record<string, string>> = { PLACEMENT: 'PLACE', DATE_EPISODE_CEASED: 'DEC', UASC_STATUS: 'UASC' };

export function fieldNamed(written: string): string {
  const name = columnNamed(written);
  return inWording[name] ?? name;
}

type Columns = Readonly<Record<string, Kind>>;
const tables: readonly (readonly [string, Columns])[] = Object.entries(returnTables).filter(([name]) => !name.endsWith('_last'));
const byName = new Map(tables);
/** All tables that a return has. */
export const everyTable: readonly string[] = [...byName.keys()];
/** Columns of several tables, or of none that a file has. */
const shared = new Set(['CHILD', 'SEX', 'DOB', 'UASC']);

/** Which table has these columns, in any order: the one that shares most of its own with them. */
export function tableWith(columns: readonly string[]): string | undefined {
  const ranked = tables
    .map(([name, fields]) => ({ name, own: columns.filter((column) => column in fields && !shared.has(column)).length }))
    .toSorted((a, b) => b.own - a.own);
  const [best, next] = ranked;
  return best === undefined || best.own === 0 || best.own === next?.own ? undefined : best.name;
}

export const hasColumn = (table: string, column: string): boolean => byName.get(table)?.[column] !== undefined;
export const isOwnColumn = (table: string, column: string): boolean => hasColumn(table, column) && !shared.has(column);

/** The cells of a row as the rules read them: a day is written DD/MM/YYYY in a return, and an empty cell is none. */
export function cellReader(table: string, columns: readonly string[]): (texts: readonly string[]) => Cells {
  const isDay = columns.map((column) => byName.get(table)?.[column] === 'date');
  return (texts) => ({
    fields: columns,
    values: texts.map((text, at) => (text === '' ? undefined : isDay[at] && text.length === 10 ? dayWritten(text) : text)),
  });
}

/** What is not written as a day stays as it is: it is then no date. */
const dayWritten = remembered((text: string) => {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  return day === undefined ? text : `${year}-${month}-${day}`;
});
