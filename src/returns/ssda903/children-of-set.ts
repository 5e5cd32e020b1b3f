import { byChild, type GivenChild, type GivenTables, type ReadCells } from '../rule/given-tables.ts';
import type { GivenRow } from '../rule/rows.ts';
import type { ReturnFile, ReturnLine } from './read-tables.ts';

/** The tables of a set of files: a table may be given in several. `_last` marks those of the year before. */
export function tablesOf(files: readonly ReturnFile[], ending: '' | '_last'): ReadonlyMap<string, readonly ReturnLine[]> {
  const tables = new Map<string, readonly ReturnLine[]>();
  for (const file of files)
    for (const [name, rows] of file.tables) tables.set(name + ending, [...(tables.get(name + ending) ?? []), ...rows]);
  return withUnaccompanied(tables, ending);
}

/** Header.UASC is in no CSV: whoever stands in the table of unaccompanied children is one. */
function withUnaccompanied(tables: Map<string, readonly ReturnLine[]>, ending: string): ReadonlyMap<string, readonly ReturnLine[]> {
  const [header, unaccompanied] = [tables.get(`Header${ending}`), tables.get(`UASC${ending}`)];
  if (header === undefined || unaccompanied === undefined) return tables;
  const theirs = new Set(unaccompanied.map(({ cells }) => cells['CHILD']));
  const said = (cells: GivenRow): GivenRow => ({ UASC: theirs.has(cells['CHILD']) ? '1' : '0', ...cells });
  return tables.set(
    `Header${ending}`,
    header.map(({ line, cells }) => ({ line, cells: said(cells) })),
  );
}

/** Which tables there are; their rows go child by child. */
export const namesOf = (tables: ReadonlyMap<string, readonly ReturnLine[]>): GivenTables =>
  Object.fromEntries([...tables].map(([name, rows]) => [name, { columns: Object.keys(rows[0]?.cells ?? {}), rows: [] }]));

/** The children of a set, each with all its rows of this year and last. */
export const childrenOf = (tables: ReadonlyMap<string, readonly ReturnLine[]>): readonly GivenChild[] => byChild(rowsOf(tables), 'CHILD');

function* rowsOf(tables: ReadonlyMap<string, readonly ReturnLine[]>): Generator<ReadCells> {
  for (const [table, lines] of tables) for (const [number, { line, cells }] of lines.entries()) yield { table, number, line, cells };
}
