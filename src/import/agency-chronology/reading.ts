import { parse } from 'csv-parse/sync';
import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { wordTables, type Table } from './word-table.ts';

/** One line of an agency’s chronology, as the step `agencyEvent` asks it. */
export type ReadEvent = {
  readonly on: LocalDate;
  readonly what: string;
  readonly at?: string;
  readonly knownOn?: LocalDate;
  readonly concern?: string;
  readonly told?: string;
  readonly toldOn?: LocalDate;
  readonly did?: string;
  readonly isDecision?: boolean;
  readonly source?: string;
};

export type ReadChronology =
  { readonly kind: 'read'; readonly events: readonly ReadEvent[] } | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/** What each column is called, the first as it is written in what we say. */
const columns = {
  on: { names: ['Date', 'Date of event', 'Event date'] },
  at: { names: ['Time'] },
  what: { names: ['What happened', 'Event', 'Significant event', 'Details'] },
  knownOn: { names: ['Known on', 'Known to agency on', 'Date known'] },
  concern: { names: ['Concern', 'Theme'] },
  told: { names: ['Agencies told', 'Shared with'] },
  toldOn: { names: ['Told on', 'Shared on'] },
  did: { names: ['What was done', 'Action taken', 'Response'] },
  isDecision: { names: ['Decision'] },
  source: { names: ['Source', 'Source of information'] },
} as const;

type Column = keyof typeof columns;
const isColumn = (name: string): name is Column => Object.hasOwn(columns, name);
const all = Object.keys(columns).filter(isColumn);
const longest: Partial<Record<Column, number>> = { concern: 100, told: 400, source: 200 };
const mostRows = 5_000;

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^a-z]/g, '');
const columnNamed = (head: string): Column | undefined => all.find((one) => columns[one].names.some((name) => plain(name) === plain(head)));

/** Excel still saves CSV in the code page of Windows. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function csvTable(bytes: Buffer): readonly Table[] | undefined {
  try {
    return [parse(textOf(bytes), { bom: true, trim: true, relax_column_count: true, skip_empty_lines: false })];
  } catch {
    return undefined;
  }
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'));

/**
 * Reads an agency’s chronology from CSV, or from the tables of a Word document. Everything is taken or nothing: what is wrong is said by row and column, rows counted as the
 * file shows them, the heads being row 1.
 */
export function readChronology(bytes: Buffer): ReadChronology {
  const tables = isZip(bytes) ? wordTables(bytes) : csvTable(bytes);
  if (tables === undefined) return wrong('The file is neither CSV nor a Word document (.docx): save it as one of the two');
  const told = tables.filter(([heads = []]) => (['on', 'what'] as const).every((one) => heads.some((head) => columnNamed(head) === one)));
  if (told.length === 0) return wrong(missingHeads(tables));
  const many = told.length > 1;
  const read = told.map((table, n) => readTable(table, many ? `Table ${n + 1}, row` : 'Row'));
  const problems = read.flatMap((one) => one.problems);
  const events = read.flatMap((one) => one.events);
  if (problems.length > 0) return { kind: 'wrong', problems };
  if (events.length > mostRows) return wrong(`There are ${events.length} events: ${mostRows} at most are taken from one file`);
  return events.length === 0 ? wrong('There is no event under the heads') : { kind: 'read', events };
}

const wrong = (problem: string): ReadChronology => ({ kind: 'wrong', problems: [problem] });

function missingHeads(tables: readonly Table[]): string {
  const heads = tables[0]?.[0] ?? [];
  const found = heads.length === 0 ? 'there is no table' : `row 1 holds ${heads.map((head) => `"${head.slice(0, 40)}"`).join(', ')}`;
  return `A chronology is a table whose first row has at least the heads "Date" and "What happened": ${found}`;
}

type Read = { readonly events: readonly ReadEvent[]; readonly problems: readonly string[] };

function readTable([heads = [], ...rows]: Table, row: string): Read {
  const places = heads.map(columnNamed);
  const events: ReadEvent[] = [];
  const problems: string[] = [];
  rows.forEach((cells, n) => {
    if (cells.every((cell) => cell === '')) return;
    const read = readRow(places, cells);
    if (read.kind === 'read') events.push(read.event);
    else problems.push(...read.problems.map((problem) => `${row} ${n + 2}, ${problem}`));
  });
  return { events, problems };
}

type ReadRow = { readonly kind: 'read'; readonly event: ReadEvent } | { readonly kind: 'wrong'; readonly problems: readonly string[] };

function readRow(places: readonly (Column | undefined)[], cells: readonly string[]): ReadRow {
  const given: Draft = {};
  const problems: string[] = [];
  places.forEach((column, at) => {
    const cell = cells[at] ?? '';
    const problem = column === undefined || cell === '' ? undefined : takeCell(given, column, cell);
    if (column !== undefined && problem !== undefined) problems.push(`column ${columns[column].names[0]}: ${problem}`);
  });
  const { on, what, ...rest } = given;
  for (const needed of ['on', 'what'] as const)
    if (given[needed] === undefined && problems.every((problem) => !problem.startsWith(`column ${columns[needed].names[0]}:`)))
      problems.push(`column ${columns[needed].names[0]}: is empty, and must be given`);
  return problems.length > 0 || on === undefined || what === undefined
    ? { kind: 'wrong', problems }
    : { kind: 'read', event: { on, what, ...rest } };
}

type Draft = { -readonly [K in keyof ReadEvent]?: ReadEvent[K] };

/** Puts what a cell says into the line. @returns what is wrong with it */
function takeCell(given: Draft, column: Column, cell: string): string | undefined {
  const shown = `"${cell.slice(0, 40)}"`;
  switch (column) {
    case 'on':
    case 'knownOn':
    case 'toldOn': {
      const day = dayIn(cell);
      if (day === undefined) return `${shown} is not a day: write it as 2025-11-03, 03/11/2025 or 3 November 2025`;
      given[column] = day;
      return undefined;
    }
    case 'at':
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(cell.padStart(5, '0'))) return `${shown} is not a time: write it as 14:30`;
      given.at = cell.padStart(5, '0');
      return undefined;
    case 'isDecision':
      if (!/^(y|yes|true|1|n|no|false|0)$/i.test(cell)) return `${shown} must be yes or no`;
      given.isDecision = /^[yt1]/i.test(cell);
      return undefined;
    default: {
      const most = longest[column] ?? 20_000;
      if (cell.length > most) return `has ${cell.length} characters: ${most} at most`;
      given[column] = cell;
      return undefined;
    }
  }
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** As it is written in this country: the day before the month. */
function dayIn(cell: string): LocalDate | undefined {
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
  const words = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]* (\d{4})$/i.exec(cell);
  const [, day = '', month = '', year = ''] = numbers ?? words ?? [];
  const number = words === null ? month : String(monthNames.indexOf(month.toLowerCase()) + 1);
  const written = year === '' ? cell : `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(written) ? written : undefined;
}
