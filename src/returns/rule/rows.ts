import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';

/** What may stand in a field. A list is what the return gives several of in one row, such as the factors of an assessment. */
export type Kind = 'text' | 'date' | 'number' | 'list';

/** The tables of a return, with their fields. A rule that names another table or field does not compile. */
export type Schema = Readonly<Record<string, Readonly<Record<string, Kind>>>>;

type ValueOf<K extends Kind> = K extends 'date'
  ? LocalDate | undefined
  : K extends 'number'
    ? number | undefined
    : K extends 'list'
      ? readonly string[]
      : string | undefined;

export type TableOf<S extends Schema> = keyof S & string;
export type FieldOf<S extends Schema, T extends TableOf<S>> = keyof S[T] & string;

/** One row. What is missing is undefined; so is a date that is none, which `isNotADate` tells from one that is missing. */
export type Row<S extends Schema, T extends TableOf<S>> = {
  readonly table: T;
  /** Its place in its table, from 0. */
  readonly number: number;
  /** Where it stands in its file, if it came from one. */
  readonly line: number | undefined;
  /** What is written in dates and numbers that cannot be read as such; the other fields are as they were written. */
  readonly unread: Readonly<Record<string, string>> | undefined;
} & { readonly [F in FieldOf<S, T>]: ValueOf<S[T][F]> };

/** A child, with the rows of each table that are about the child. */
export type ChildOf<S extends Schema> = { readonly [T in TableOf<S>]: readonly Row<S, T>[] };

/** A cell as a file gives it. */
export type Given = string | number | boolean | null | undefined | readonly (string | number)[];
export type GivenRow = Readonly<Record<string, Given>>;

const midnight = /[T ]00:00:00(\.0+)?$/;

/** Reads what is written as the schema says. This is the one place where text becomes the type that rules are checked against. */
export function readRow<S extends Schema, T extends TableOf<S>>(
  schema: S,
  table: T,
  number: number,
  given: GivenRow,
  line?: number,
): Row<S, T> {
  let unread: Record<string, string> | undefined;
  const row: Record<string, unknown> = { table, number, line, unread: undefined };
  const kinds: Readonly<Record<string, Kind>> = schema[table] ?? {};
  for (const field of Object.keys(kinds)) {
    const value = valueOf(kinds[field] ?? 'text', given[field]);
    row[field] = value instanceof Unread ? undefined : value;
    if (value instanceof Unread) unread = { ...unread, [field]: value.written };
  }
  row['unread'] = unread;
  return row as Row<S, T>;
}

class Unread {
  readonly written: string;
  constructor(written: string) {
    this.written = written;
  }
}

function valueOf(kind: Kind, given: Given): string | number | readonly string[] | undefined | Unread {
  if (kind === 'list') return listOf(given);
  if (given === null || given === undefined) return undefined;
  const written = String(given);
  if (kind === 'text') return written;
  if (kind === 'number') return written.trim() === '' || Number.isNaN(Number(written)) ? new Unread(written) : Number(written);
  const day = written.replace(midnight, '');
  return isDate(day) ? day : new Unread(written);
}

const listOf = (given: Given): readonly string[] =>
  given === null || given === undefined ? [] : Array.isArray(given) ? given.map(String) : [String(given)];

/** The rows of a child, table by table; a table without rows is an empty one. */
export function childOf<S extends Schema>(schema: S, rows: Iterable<Row<S, TableOf<S>>>): ChildOf<S> {
  const child: Record<string, Row<S, TableOf<S>>[]> = {};
  for (const table of Object.keys(schema)) child[table] = [];
  for (const row of rows) child[row.table]?.push(row);
  return child as unknown as ChildOf<S>;
}

/** What stands in a field, as a finding shows it. */
export function shownIn(row: object, field: string): string | undefined {
  const cells = row as Readonly<Record<string, unknown>> & { readonly unread?: Readonly<Record<string, string>> };
  const value = cells.unread?.[field] ?? cells[field];
  return value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value);
}
