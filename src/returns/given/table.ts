import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { parse } from 'csv-parse/sync';
import { decode, notUtf8, wrongStart } from '../../reading/utf8.ts';
import type { DayTable } from '../of-a-day.ts';
import { plain, type GivenCell, type GivenColumn } from './column.ts';

/** A table as it was sent: its first row, and the others with their number in the file or sheet. */
export type GivenTable = {
  /** Of what a message begins with: the file, and the sheet of a workbook. */
  readonly where: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly at: number; readonly cells: readonly GivenCell[] }[];
  readonly daysFrom1904?: boolean;
};
/** A table as it is compared; what of it was not taken: file, row, field, value, and what would be right. */
export type ReadTable = { readonly table: DayTable; readonly refused: readonly string[] };

export type TableShape = { readonly name: string; readonly columns: readonly GivenColumn[] };

/** Ten of one kind are told one by one: of a column that is wrong in each row, the number of the others is enough. */
const mostOfAColumn = 10;
const longest = 60;

const [before1900, before1904] = [date('1899-12-30'), date('1904-01-01')];

/** Reads a table by its columns, in whichever order they stand; a cell that is not taken is left empty and told of. Pure. */
export function readTable(given: GivenTable, { name, columns }: TableShape): ReadTable {
  const { where } = given;
  const places = placesOf(given.heads, columns);
  const taken = new Set(places.values());
  const strange = given.heads.filter((head, n) => head.trim() !== '' && !taken.has(n));
  const missing = columns.filter((column) => !places.has(column.name));
  const refused = [
    ...missing.map(
      (column) => `${where}: the column “${column.name}” is missing. Add it to the first row; where nothing is known its cells are empty`,
    ),
    ...strange.map((head) => `${where}: the column “${head.slice(0, longest)}” is none of this table, and was not looked at`),
  ];
  const tally = new Map<string, number>();
  const from = given.daysFrom1904 === true ? before1904 : before1900;
  const rows = given.rows
    .filter(({ cells }) => cells.some(isSaid))
    .map(({ at, cells }) =>
      columns.map((column) => {
        const cell = cells[places.get(column.name) ?? -1];
        const read = readCell(cell, column, from);
        if (!('right' in read)) return read.value;
        const n = (tally.get(column.name) ?? 0) + 1;
        tally.set(column.name, n);
        if (n <= mostOfAColumn) refused.push(`${where}, row ${at}, ${column.name}: “${String(cell).slice(0, longest)}” is ${read.right}`);
        return undefined;
      }),
    );
  for (const [column, n] of tally)
    if (n > mostOfAColumn) refused.push(`${where}, ${column}: ${n - mostOfAColumn} more rows are wrong in the same column`);
  return { table: { name, heads: columns.map((column) => column.name), rows }, refused };
}

/** By the name of each column, where it stands: under its own name, or under another that only it has. */
function placesOf(heads: readonly string[], columns: readonly GivenColumn[]): ReadonlyMap<string, number> {
  const own = new Map(heads.map((head, n) => [plain(head), n]));
  const places = new Map(columns.flatMap(({ name }) => (own.has(plain(name)) ? [[name, own.get(plain(name)) ?? 0] as const] : [])));
  const taken = new Set(places.values());
  for (const { name, also } of columns) {
    const found = also === undefined || places.has(name) ? -1 : heads.findIndex((head, n) => !taken.has(n) && also.test(head));
    if (found < 0) continue;
    places.set(name, found);
    taken.add(found);
  }
  return places;
}

const isSaid = (cell: GivenCell): boolean => cell !== undefined && String(cell).trim() !== '';

/** What a cell says; nothing, where it is empty. */
export function readCell(cell: GivenCell, { read }: GivenColumn, from: LocalDate = before1900): ReturnType<GivenColumn['read']> {
  if (cell === undefined || !isSaid(cell)) return { value: undefined };
  const said = typeof cell === 'string' ? cell.trim() : cell;
  return isOfSpreadsheet.test(String(said)) ? { right: 'an error of the spreadsheet: write the value itself' } : read(said, from);
}

const isOfSpreadsheet = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** More columns than any of these tables has. */
const mostColumns = 500;

/** The rows of a CSV file in UTF-8, without the apostrophe that keeps a spreadsheet from running a cell. @returns `problem`: why it cannot be read, in words */
export function givenCsv(name: string, bytes: Uint8Array): GivenTable | { readonly problem: string } {
  const start = wrongStart(bytes);
  if (start !== undefined) return { problem: `${name}: ${start}` };
  const { text, invalid } = decode(new TextDecoder('utf-8', { fatal: true }), bytes);
  if (invalid) return { problem: `${name}, line ${text.split('\n').length}: ${notUtf8}` };
  const parsed = parsedCsv(name, text);
  if ('problem' in parsed) return parsed;
  const [first, ...others] = parsed.records;
  if (first === undefined) return { problem: `${name}: the file is empty.` };
  if (first.cells.length > mostColumns)
    return { problem: `${name}: the first line has ${first.cells.length} columns, at most ${mostColumns} are read.` };
  return { where: name, heads: first.cells, rows: others };
}

type Parsed = { readonly records: readonly { readonly at: number; readonly cells: readonly string[] }[] };

function parsedCsv(name: string, text: string): Parsed | { readonly problem: string } {
  const records: { at: number; cells: readonly string[] }[] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      on_record: (cells: readonly string[], { lines }) => {
        records.push({ at: lines, cells: cells.map(unguarded) });
        return null;
      },
    });
    return { records };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const line = 'lines' in error ? Number(error.lines) : 1;
    return {
      problem: `${name}, line ${line}: a quotation mark is not closed, or stands inside a cell that has none. Write each as two, and the cell in quotation marks.`,
    };
  }
}

const unguarded = (cell: string): string => (/^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);
