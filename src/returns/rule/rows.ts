import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { remembered } from '../../kernel/calendar/remembered.ts';

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

/** The cells of a row as they come. Of a field that is given twice the first counts, and one that the table has not is passed over. */
export type Cells = { readonly fields: readonly string[]; readonly values: readonly Given[] };
export const cellsIn = (row: GivenRow): Cells => ({ fields: Object.keys(row), values: Object.values(row) });
export const cellOf = ({ fields, values }: Cells, wanted: string): Given =>
  values.find((value, at) => fields[at] === wanted && value !== undefined);

const midnight = /[T ]00:00:00(\.0+)?$/;

/** Reads the rows of a table. */
export type RowReader<S extends Schema, T extends TableOf<S>> = (number: number, cells: Cells, line?: number) => Row<S, T>;

/** Reads what is written as the schema says. This is the one place where text becomes the type that rules are checked against. */
export function rowReader<S extends Schema, T extends TableOf<S>>(schema: S, table: T): RowReader<S, T> {
  const kinds = new Map<string, Kind>(Object.entries(schema[table] ?? {}));
  const nothing = (kind: Kind) => (kind === 'list' ? none : undefined);
  // A copy of a row that is empty costs a third of one that is put together field by field; and of one that was made of entries, of many fields too, a seventh of one that was added to.
  const own = { table, number: 0, line: undefined, unread: undefined };
  const empty: Filling = Object.fromEntries([...Object.entries(own), ...[...kinds].map(([field, kind]) => [field, nothing(kind)])]);
  return (number, { fields, values }, line) => {
    const row: Filling = Object.assign({}, empty);
    row.number = number;
    row.line = line;
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at] ?? '';
      const kind = kinds.get(field);
      if (kind !== undefined) fill(row, field, kind, values[at]);
    }
    return row as unknown as Row<S, T>;
  };
}

const none: readonly string[] = [];
type Filling = { number: number; line: number | undefined; unread: Record<string, string> | undefined; [field: string]: unknown };

function fill(row: Filling, field: string, kind: Kind, given: Given): void {
  if (given === null || given === undefined) return;
  if (row[field] !== undefined && row[field] !== none) return;
  if (row.unread?.[field] !== undefined) return;
  const value = valueOf(kind, given);
  if (value instanceof Unread) row.unread = { ...row.unread, [field]: value.written };
  else row[field] = value;
}

export const readRow = <S extends Schema, T extends TableOf<S>>(
  schema: S,
  table: T,
  number: number,
  given: GivenRow,
  line?: number,
): Row<S, T> => rowReader(schema, table)(number, cellsIn(given), line);

class Unread {
  readonly written: string;
  constructor(written: string) {
    this.written = written;
  }
}

function valueOf(
  kind: Kind,
  given: string | number | boolean | readonly (string | number)[],
): string | number | readonly string[] | Unread {
  if (kind === 'list') return Array.isArray(given) ? given.map(String) : [String(given)];
  const written = String(given);
  if (kind === 'text') return written;
  if (kind === 'date') return written.length > longestDay ? new Unread(written) : dayIn(written);
  return written.trim() === '' || Number.isNaN(Number(written)) ? new Unread(written) : Number(written);
}

/** A day with its midnight, and then some: what is longer is no day, and not worth remembering. */
const longestDay = 40;

/** The days of a year's return are a few hundred, however many children it has. */
const dayIn = remembered((written: string): LocalDate | Unread => {
  const day = written.replace(midnight, '');
  return isDate(day) ? day : new Unread(written);
});

/** The rows of a child, table by table; a table without rows is an empty one. */
export function childOf<S extends Schema>(schema: S, rows: Iterable<Row<S, TableOf<S>>>): ChildOf<S> {
  const child: Record<string, Row<S, TableOf<S>>[]> = Object.assign({}, emptyChild(schema));
  for (const row of rows) {
    const theirs = child[row.table];
    if (theirs === noRows) child[row.table] = [row];
    else theirs?.push(row);
  }
  return child as unknown as ChildOf<S>;
}

const noRows: never[] = [];
const emptyChildren = new WeakMap<Schema, Record<string, never[]>>();
function emptyChild(schema: Schema): Record<string, never[]> {
  const known = emptyChildren.get(schema) ?? Object.fromEntries(Object.keys(schema).map((table) => [table, noRows]));
  emptyChildren.set(schema, known);
  return known;
}

/** What stands in a field, as a finding shows it. */
export function shownIn(row: object, field: string): string | undefined {
  const cells = row as Readonly<Record<string, unknown>> & { readonly unread?: Readonly<Record<string, string>> };
  const value = cells.unread?.[field] ?? cells[field];
  return value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value);
}
