import { parse } from 'csv-parse/sync';
import { brokenRow, readCsvPieces, type Fault } from '../../reading/csv-pieces.ts';
import { mostColumns, notText, returnCsv, returnXml } from '../../reading/looked-after-files.ts';
import { readPlainCsv, type PlainRecord } from '../../reading/plain-csv.ts';
import { decode, notUtf8, wrongStart } from '../../reading/utf8.ts';
import { readUnits, type XmlElement, type XmlEvent } from '../../reading/xml-units.ts';
import type { Cells } from '../rule/rows.ts';
import { cellReader, everyTable, fieldNamed, hasColumn, isOwnColumn, tableWith } from './return-columns.ts';

export type ReturnLine = {
  readonly line: number;
  readonly cells: Cells;
  /** Its place among all rows of its table, where not all of them are at hand. */
  readonly number?: number;
};
/** What one file gives: the rows of its tables, and why some of it could not be read. */
export type ReturnFile = {
  readonly tables: ReadonlyMap<string, readonly ReturnLine[]>;
  readonly faults: readonly Fault[];
};

/** So much of a file at once. `isNone`: the file is no table that can be read, and nothing that came of it before counts. */
export type ReturnPiece = ReturnFile & { readonly isNone?: true };

const noFile = (line: number, message: string): ReturnPiece => ({ tables: new Map(), faults: [{ line, message }], isNone: true });

const empty = noFile(1, 'The file is empty.');

/** Reads one table of a return from CSV. */
export function readCsv(bytes: Uint8Array): ReturnFile {
  const refusal = wrongStart(bytes);
  if (refusal !== undefined) return noFile(1, refusal);
  const { text, invalid } = decode(new TextDecoder('utf-8', { fatal: true }), bytes);
  if (invalid) return noFile(text.split('\n').length, notUtf8);
  if (text.includes('\u0000')) return noFile(1, notText);
  const { records, faults } = recordsOf(text);
  const table = new TableReader();
  return table.read(records, faults) ?? empty;
}

/** Reads one table of a return of any size as it comes: the same rows and faults as `readCsv`. */
export async function* readCsvInPieces(source: AsyncIterable<Uint8Array>, size?: number): AsyncGenerator<ReturnPiece, void, undefined> {
  const table = new TableReader();
  for await (const piece of readCsvPieces(source, size)) {
    const read = piece.kind === 'refused' ? noFile(piece.line, piece.message) : table.read(piece.records, piece.faults);
    if (read !== undefined) yield read;
    if (read?.isNone === true) return;
  }
  yield* table.end();
}

type RowsReader = (records: readonly PlainRecord[], faults: readonly Fault[]) => ReturnFile;

/** Reads the records of a table one after another: the first says which it is. */
class TableReader {
  private readRows: RowsReader | undefined;
  private readonly before: Fault[] = [];

  /** @returns undefined: there is no record yet */
  read(records: readonly PlainRecord[], faults: readonly Fault[]): ReturnPiece | undefined {
    if (this.readRows !== undefined) return this.readRows(records, faults);
    this.before.push(...faults);
    const [first, ...others] = records;
    if (first === undefined) return undefined;
    if (first.cells.length > mostColumns) return noFile(1, `The first line has ${first.cells.length} columns.`);
    const columns = first.cells.map(fieldNamed);
    const table = tableWith(columns);
    if (table === undefined)
      return noFile(1, `This is no table of the SSDA903 return: it begins with ${first.cells.join(', ').slice(0, 80)}.`);
    this.readRows = rowsReader(table, columns);
    return this.readRows(others, this.before);
  }

  /** What remains to be said when there is no more. */
  end(): readonly ReturnPiece[] {
    return this.readRows === undefined ? [empty] : [];
  }
}

function recordsOf(text: string): { readonly records: readonly PlainRecord[]; readonly faults: readonly Fault[] } {
  const plain = readPlainCsv(text);
  if (plain !== undefined) return { records: plain, faults: [] };
  const records: PlainRecord[] = [];
  const faults: Fault[] = [];
  parse(text, {
    ...returnCsv,
    on_record: (cells: readonly string[], { lines }) => {
      records.push({ line: lines, cells });
      return null;
    },
    on_skip: (error) => {
      const line = error !== undefined && typeof error['lines'] === 'number' ? error['lines'] : 1;
      faults.push({ line, message: brokenRow });
      return undefined;
    },
  });
  return { records, faults };
}

function rowsReader(table: string, columns: readonly string[]): RowsReader {
  const read = cellReader(table, columns);
  return (records, known) => {
    const [rows, faults]: [ReturnLine[], Fault[]] = [[], [...known]];
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
  };
}

/** Reads a return from XML: the same rows as the CSV files give. */
export async function readXml(source: AsyncIterable<Uint8Array>): Promise<ReturnFile> {
  const tables = new Map<string, ReturnLine[]>();
  const faults: Fault[] = [];
  for await (const event of readUnits(source, returnXml))
    if (event.kind === 'unit') addChild(tables, event.element);
    else faults.push(faultOf(event));
  return { tables, faults };
}

const faultOf = (event: Exclude<XmlEvent, { readonly kind: 'unit' }>): Fault => ({
  line: event.line,
  message: event.kind === 'stopped' ? event.message : 'There is more here than one child can have.',
});

const childrenAtATime = 500;

/** Reads a return of any size from XML, some children at a time: the same rows and faults as `readXml`. */
export async function* readXmlInPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<ReturnPiece, void, undefined> {
  let [tables, faults, children]: [Map<string, ReturnLine[]>, Fault[], number] = [new Map(), [], 0];
  for await (const event of readUnits(source, returnXml)) {
    if (event.kind === 'unit') addChild(tables, event.element);
    else faults.push(faultOf(event));
    children += 1;
    if (children < childrenAtATime) continue;
    yield { tables, faults };
    [tables, faults, children] = [new Map(), [], 0];
  }
  yield { tables, faults };
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
