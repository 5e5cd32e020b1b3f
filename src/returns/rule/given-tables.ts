import { cellOf, cellsIn, childOf, rowReader, type Cells, type GivenRow, type Row, type Schema, type TableOf } from './rows.ts';
import type { Rule } from './rule.ts';
import { examine, Whole, type Ended, type Outcome } from './examine.ts';
import { examiner, type Finding, type NamedChild, type Part } from './part.ts';
import type { CollectionYear } from './years.ts';

/** A table as an example or a file gives it. */
export type GivenTable = { readonly columns: readonly string[]; readonly rows: readonly GivenRow[]; readonly numbers?: readonly number[] };
export type GivenTables = Readonly<Record<string, GivenTable>>;
export type GivenMetadata = Readonly<Record<string, unknown>>;

/** A collection, as far as those need to know it who run its rules: which tables and which rules it has is its own matter. */
export type Collection = {
  readonly name: string;
  readonly rules: readonly KnownRule[];
  /** Runs the rules chosen over tables that are held whole: examples, and returns of a few children. */
  readonly run: (chosen: Chosen, year: CollectionYear, tables: GivenTables, metadata: GivenMetadata) => readonly Outcome[];
  /** Runs them over children as a file gives them, part by part. Of `tables` the names count, and the header of a census. */
  readonly open: (chosen: Chosen, year: CollectionYear, tables: GivenTables, metadata: GivenMetadata) => Opened;
};
/** A return that is being examined: parts in any number of threads, put together in the order of the file. */
export type Opened = {
  readonly part: (children: Iterable<GivenChild>) => Part;
  readonly whole: () => { readonly add: (part: Part) => readonly Finding[]; readonly end: () => Ended };
};
/** A child as a file gives it. */
export type GivenChild = { readonly name: string | undefined; readonly rows: readonly ReadCells[] };
export type ReadCells = {
  readonly table: string;
  readonly number: number;
  /** Absent in an example, which is in no file. */
  readonly line?: number;
  readonly cells: Cells;
};
export type Chosen = (rule: KnownRule) => boolean;
/** A rule, whatever it looks at. Its own examples are tables by name, and perhaps `metadata`. */
export type KnownRule = {
  readonly code: string;
  readonly message: string;
  readonly level?: 'error' | 'query';
  readonly years: readonly CollectionYear[];
  readonly isDraft?: true;
  readonly passes: readonly object[];
  readonly fails: readonly object[];
};

type Parts<S extends Schema, C, N extends string> = {
  readonly name: string;
  readonly schema: S;
  readonly rules: readonly Rule<S, C, N>[];
  /** The field that says whose a row is, and the table that is each child's first. */
  readonly childField: string;
  /** Which field an example's column is, under whatever name. What reads a file has put names right already. */
  readonly fieldNamed: (column: string) => string;
  readonly about: (year: CollectionYear, tables: GivenTables, metadata: GivenMetadata) => C;
  readonly supplied: (tables: GivenTables, metadata: GivenMetadata) => Iterable<string>;
};

export function collectionOf<S extends Schema, C, N extends string>(parts: Parts<S, C, N>): Collection {
  const readers = readersOf(parts.schema);
  const about = (year: CollectionYear, tables: GivenTables, metadata: GivenMetadata) => {
    return { collection: parts.about(year, tables, metadata), supplied: new Set(parts.supplied(tables, metadata)) };
  };
  return {
    name: parts.name,
    rules: parts.rules,
    run: (chosen, year, tables, metadata) =>
      examine(parts.rules.filter(chosen), {
        ...about(year, tables, metadata),
        children: childrenAs(parts.schema, readers, byChild(rowsOf(tables, parts.fieldNamed), parts.childField)),
      }),
    open: (chosen, year, tables, metadata) => {
      const [rules, known] = [parts.rules.filter(chosen), about(year, tables, metadata)];
      const part = examiner(rules, known);
      return { whole: () => new Whole(rules, known), part: (children) => part(childrenAs(parts.schema, readers, children)) };
    },
  };
}

/** The rows of all tables by child. Rows that say nothing of whose they are stand together, as one child without a name. */
export const byChild = (rows: Iterable<ReadCells>, childField: string): readonly GivenChild[] =>
  [...Map.groupBy(rows, ({ cells }) => String(cellOf(cells, childField) ?? ''))].map(([id, theirs]) => ({
    name: id === '' ? undefined : id,
    rows: theirs,
  }));

type AnyReader<S extends Schema> = (number: number, cells: Cells, line?: number) => Row<S, TableOf<S>>;

/** How the rows of each table are read. */
function readersOf<S extends Schema>(schema: S): ReadonlyMap<string, AnyReader<S>> {
  return new Map(Object.keys(schema).flatMap((table) => (isTableOf(schema, table) ? [[table, rowReader(schema, table)] as const] : [])));
}

/** The children as rules look at them, with their names; one after the other, so that each has gone before the next one comes. */
function* childrenAs<S extends Schema>(
  schema: S,
  readers: ReadonlyMap<string, AnyReader<S>>,
  given: Iterable<GivenChild>,
): Generator<NamedChild<S>, void, undefined> {
  for (const { name, rows } of given) yield { name, child: childOf(schema, rowsIn(readers, rows)) };
}

function rowsIn<S extends Schema>(readers: ReadonlyMap<string, AnyReader<S>>, given: readonly ReadCells[]): readonly Row<S, TableOf<S>>[] {
  const rows: Row<S, TableOf<S>>[] = [];
  for (const { table, number, cells, line } of given) {
    const read = readers.get(table);
    if (read !== undefined) rows.push(read(number, cells, line));
  }
  return rows;
}

function* rowsOf(tables: GivenTables, fieldNamed: (column: string) => string): Generator<ReadCells> {
  const named = (row: GivenRow): GivenRow => Object.fromEntries(Object.entries(row).map(([column, cell]) => [fieldNamed(column), cell]));
  for (const [table, { rows, numbers }] of Object.entries(tables))
    for (const [place, cells] of rows.entries()) yield { table, number: numbers?.[place] ?? place, cells: cellsIn(named(cells)) };
}

const isTableOf = <S extends Schema>(schema: S, table: string): table is TableOf<S> => table in schema;
