import { parse } from 'csv-parse/sync';
import { mostColumns, notText, returnCsv, returnXml } from '../../reading/looked-after-files.ts';
import { readPlainCsv } from '../../reading/plain-csv.ts';
import { decode, notUtf8, wrongStart } from '../../reading/utf8.ts';
import { readUnits, type XmlElement } from '../../reading/xml-units.ts';
import type { Cells } from '../rule/rows.ts';
import { cellReader, everyTable, fieldNamed, hasColumn, isOwnColumn, tableWith } from './return-columns.ts';

export type ReturnLine = { readonly line: number; readonly cells: Cells };
/** What one file gives: the rows of its tables, and why some of it could not be read. */
export type ReturnFile = {
  readonly tables: ReadonlyMap<string, readonly ReturnLine[]>;
  readonly faults: readonly { readonly line: number; readonly message: string }[];
};

const noFile = (line: number, message: string): ReturnFile => ({ tables: new Map(), faults: [{ line, message }] });

/** Reads one table of a return from CSV. */
export function readCsv(bytes: Uint8Array): ReturnFile {
  const refusal = wrongStart(bytes);
  if (refusal !== undefined) return noFile(1, refusal);
  const { text, invalid } = decode(new TextDecoder('utf-8', { fatal: true }), bytes);
  if (invalid) return noFile(text.split('\n').length, notUtf8);
  if (text.includes('\u0000')) return noFile(1, notText);
  const { records, faults } = recordsOf(text);
  const [first, ...others] = records;
  if (first === undefined) return noFile(1, 'The file is empty.');
  if (first.cells.length > mostColumns) return noFile(1, `The first line has ${first.cells.length} columns.`);
  const columns = first.cells.map(fieldNamed);
  const table = tableWith(columns);
  if (table === undefined)
    return noFile(1, `This is no table of the SSDA903 return: it begins with ${first.cells.join(', ').slice(0, 80)}.`);
  return rowsOf(table, columns, others, faults);
}

type RawRow = { readonly line: number; readonly cells: readonly string[] };
type Fault = ReturnFile['faults'][number];

function recordsOf(text: string): { readonly records: readonly RawRow[]; readonly faults: Fault[] } {
  const plain = readPlainCsv(text);
  if (plain !== undefined) return { records: plain, faults: [] };
  const records: RawRow[] = [];
  const faults: Fault[] = [];
  parse(text, {
    ...returnCsv,
    on_record: (cells: readonly string[], { lines }) => {
      records.push({ line: lines, cells });
      return null;
    },
    on_skip: (error) => {
      const line = error !== undefined && typeof error['lines'] === 'number' ? error['lines'] : 1;
      faults.push({ line, message: 'The row cannot be read: a quotation mark is not closed or stands where none can.' });
      return undefined;
    },
  });
  return { records, faults };
}

function rowsOf(table: string, columns: readonly string[], records: readonly RawRow[], faults: Fault[]): ReturnFile {
  const rows: ReturnLine[] = [];
  const read = cellReader(table, columns);
  for (const { line, cells } of records) {
    if (cells.every((cell) => cell === '')) continue;
    if (cells.length === columns.length) rows.push({ line, cells: read(cells) });
    else
      faults.push({
        line,
        message: `The row has ${cells.length} fields, the first line ${columns.length}: which is which cannot be told.`,
      });
  }
  return { tables: new Map([[table, rows]]), faults };
}

/** Reads a return from XML: the same rows as the CSV files give. */
export async function readXml(source: AsyncIterable<Uint8Array>): Promise<ReturnFile> {
  const tables = new Map<string, ReturnLine[]>();
  const faults: Fault[] = [];
  for await (const event of readUnits(source, returnXml))
    if (event.kind === 'unit') addChild(tables, event.element);
    else
      faults.push({ line: event.line, message: event.kind === 'stopped' ? event.message : 'There is more here than one child can have.' });
  return { tables, faults };
}

const isLeaf = ({ children }: XmlElement): boolean => children.length === 0;
type Texts = readonly (readonly [string, string])[];
const textsIn = (element: XmlElement): Texts => element.children.filter(isLeaf).map(({ name, text }) => [fieldNamed(name), text] as const);

/** Tables whose columns stand in the header itself. */
const inHeader = ['UASC', 'AD1', 'OC3'];
/** Any of a table's own columns that is filled in says that there is a row; so does the header's word that the child is unaccompanied. */
const saysOf = (table: string, [column, text]: readonly [string, string]): boolean =>
  (text !== '' && isOwnColumn(table, column)) || (table === 'UASC' && column === 'UASC' && text === '1');

/** Adds the rows of a child, as its element gives them, to the tables: all of them are there, for XML has the whole return. */
export function addChild(tables: Map<string, ReturnLine[]>, element: XmlElement): void {
  for (const table of everyTable) if (!tables.has(table)) tables.set(table, []);
  const own = element.children.find(({ name }) => name === 'HEADER');
  const given = own === undefined ? [] : textsIn(own);
  const add = (table: string, line: number, texts: Texts): void => {
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    const theirs = texts.filter(([column]) => hasColumn(table, column));
    rows.push({
      line,
      cells: cellReader(
        table,
        theirs.map(([column]) => column),
      )(theirs.map(([, text]) => text)),
    });
  };
  if (own !== undefined) add('Header', own.line, given);
  for (const table of inHeader) if (own !== undefined && given.some((cell) => saysOf(table, cell))) add(table, own.line, given);
  const who = given.filter(([column]) => ['CHILD', 'DOB', 'SEX'].includes(column));
  for (const group of [...(own?.children ?? []), ...element.children]) {
    if (group === own || isLeaf(group)) continue;
    const texts = textsIn(group);
    const table = tableWith(texts.map(([column]) => column));
    if (table !== undefined) add(table, group.line, [...texts, ...who]);
  }
}

/** A list of reference data: rows by the names of their columns. @returns undefined: it is no CSV with that column */
export function readNamedRows(bytes: Uint8Array, wanted: string): readonly Readonly<Record<string, string>>[] | undefined {
  const { text, invalid } = decode(new TextDecoder('utf-8', { fatal: true }), bytes);
  const [first, ...rows] = invalid || wrongStart(bytes) !== undefined ? [] : recordsOf(text).records;
  const columns = first?.cells.map(fieldNamed);
  if (columns === undefined || !columns.includes(wanted)) return undefined;
  return rows.map(({ cells }) =>
    Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''] as const).filter(([, value]) => value !== '')),
  );
}
