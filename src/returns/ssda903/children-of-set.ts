import { byChild, type GivenChild, type GivenTables, type ReadCells } from '../rule/given-tables.ts';
import { cellOf, type Cells } from '../rule/rows.ts';
import type { ReturnFile, ReturnLine } from './read-tables.ts';

type Tables = ReadonlyMap<string, readonly ReturnLine[]>;

/** The tables of a set of files: a table may be given in several. `_last` marks those of the year before. */
export function tablesOf(files: readonly ReturnFile[], ending: '' | '_last'): Tables {
  const tables = new Map<string, readonly ReturnLine[]>();
  for (const file of files)
    for (const [name, rows] of file.tables) tables.set(name + ending, [...(tables.get(name + ending) ?? []), ...rows]);
  return tables;
}

/** Header.UASC is in no CSV: whoever stands in the table of unaccompanied children is one. In XML it must be there, and is never filled in. */
export function tablesOfCsv(files: readonly ReturnFile[], ending: '' | '_last'): Tables {
  const tables = tablesOf(files, ending);
  const [header, unaccompanied] = [tables.get(`Header${ending}`), tables.get(`UASC${ending}`)];
  if (header === undefined || unaccompanied === undefined) return tables;
  const theirs = new Set(unaccompanied.map(({ cells }) => cellOf(cells, 'CHILD')));
  const said = (cells: Cells): Cells => ({
    fields: [...cells.fields, 'UASC'],
    values: [...cells.values, theirs.has(cellOf(cells, 'CHILD')) ? '1' : '0'],
  });
  const filledIn = header.map((row) => ({ ...row, cells: said(row.cells) }));
  return new Map([...tables, [`Header${ending}`, filledIn]]);
}

/** Which tables there are; their rows go child by child. */
export const namesOf = (tables: Tables): GivenTables =>
  Object.fromEntries([...tables].map(([name, rows]) => [name, { columns: rows[0]?.cells.fields ?? [], rows: [] }]));

/** The children of a set, each with all its rows of this year and last. */
export const childrenOf = (tables: Tables): readonly GivenChild[] => byChild(rowsOf(tables), 'CHILD');

function* rowsOf(tables: Tables): Generator<ReadCells> {
  for (const [table, lines] of tables)
    for (const [at, { line, cells, number = at }] of lines.entries()) yield { table, number, line, cells };
}
