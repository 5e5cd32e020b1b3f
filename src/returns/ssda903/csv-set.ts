import { isDate } from '../../kernel/calendar/dates.ts';
import { returnFiles, type BuiltRow, type TableName } from './build/built-row.ts';
import { childInXml } from './build/write-xml.ts';
import { readCsv, type ReturnLine } from './read-tables.ts';

/** A file of a set, as it was sent. */
export type SentTable = { readonly name: string; readonly bytes: Uint8Array };

/** The tables as the rules name them, by the names of our files. */
const named: Readonly<Record<string, TableName>> = {
  Header: 'header',
  Episodes: 'episodes',
  Reviews: 'reviews',
  UASC: 'uasc',
  OC2: 'oc2',
  OC3: 'oc3',
  AD1: 'ad1',
  PlacedAdoption: 'placed_adoption',
  PrevPerm: 'prev_perm',
  Missing: 'missing',
  SWEpisodes: 'social_worker',
  DoLo: 'deprivation_of_liberty_order',
};

/** The same return as one XML file; `problem`: which file or row cannot be read, and why. */
export type AsXml = { readonly xml: string } | { readonly problem: string };

/**
 * The CSV files of a looked-after return as the XML that we write of one, so that a set can be compared with a prepared return value by value. Every row of a table that is
 * known is in it; a table twice, or a row without a child's number, is refused.
 */
export function csvSetInXml(files: readonly SentTable[]): AsXml {
  const children = new Map<string, Map<TableName, BuiltRow[]>>();
  const seen = new Map<TableName, string>();
  for (const { name, bytes } of files) {
    const { tables, faults } = readCsv(bytes);
    const [fault] = faults;
    if (fault !== undefined) return { problem: `${name}, line ${fault.line}: ${fault.message}` };
    for (const [found, lines] of tables) {
      const table = named[found];
      if (table === undefined) return { problem: `${name} is of no table of the return that is written here.` };
      const other = seen.get(table);
      if (other !== undefined) return { problem: `${name} and ${other} are the same table: send the files of one year.` };
      seen.set(table, name);
      const wrong = lines.find((line) => !addRow(children, table, line));
      if (wrong !== undefined)
        return { problem: `${name}, line ${wrong.line}: there is no CHILD, so that nobody can tell whose row it is.` };
    }
  }
  const written = [...children.values()].map((rows) => childInXml(rows));
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n${written.join('')}</EXPSSDA903>\n` };
}

function addRow(children: Map<string, Map<TableName, BuiltRow[]>>, table: TableName, { cells }: ReturnLine): boolean {
  const said = new Map(cells.fields.map((field, at) => [field, cells.values[at]]));
  const child = said.get('CHILD');
  if (child === undefined) return false;
  const rows = children.get(String(child)) ?? new Map<TableName, BuiltRow[]>([['header', []]]);
  children.set(String(child), rows);
  const known = returnFiles[table].flatMap((column) => {
    const value = said.get(column);
    return value === undefined || value === null ? [] : [[column, written(String(value))] as const];
  });
  rows.set(table, [...(rows.get(table) ?? []), { table, cells: { CHILD: String(child), ...Object.fromEntries(known) }, from: {} }]);
  return true;
}

/** A day as the return writes it: it was read as a day. */
const written = (value: string): string => (isDate(value) ? value.split('-').toReversed().join('/') : value);
