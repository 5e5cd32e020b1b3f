import { parse } from 'csv-parse/sync';
import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { date } from '../../../kernel/field/date.ts';
import { time } from '../../../kernel/field/time.ts';
import { contact } from '../../../practice/front-door/contact.ts';

/** The columns that a list of notifications has, in whatever order; the first row names them. */
export const columns = ['reference', 'date', 'time', 'first name', 'last name', 'date of birth', 'what happened', 'family told'] as const;
type Column = (typeof columns)[number];

/** One row of the list: a child of one notification. Children of one reference are told of in one contact. */
export type Notified = {
  /** Its line in the list, the heads being line 1. */
  readonly line: number;
  readonly reference: string;
  readonly receivedOn: LocalDate;
  readonly receivedAt?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn?: LocalDate;
  readonly happened: string;
  readonly familyTold?: 'agreed' | 'told' | 'notTold' | 'notKnown';
  /** As a row of a list. */
  readonly raw: string;
};

export type BadRow = { readonly line: number; readonly raw: string; readonly problem: string };
export type List = {
  readonly heads: string;
  readonly rows: readonly Notified[];
  readonly bad: readonly BadRow[];
  readonly problem?: string;
};

const nothing: List = { heads: '', rows: [], bad: [] };

/** Reads a list as it was pasted: with commas, semicolons or tabs. A row that cannot be read is named, and keeps its words. */
export function readNotifications(text: string): List {
  const [heads = ''] = text.trimStart().split(/\r?\n/, 1);
  const delimiter = ['\t', ';', ','].find((one) => heads.includes(one)) ?? ',';
  const named = heads.split(delimiter).map((head) => head.replaceAll('"', '').trim().toLowerCase());
  const absent = (['reference', 'date', 'last name', 'what happened'] as const).filter((column) => !named.includes(column));
  if (absent.length > 0)
    return {
      ...nothing,
      problem: `The first row must name the columns; it has none called ${absent.map((one) => `“${one}”`).join(' or ')}`,
    };
  const records = recordsIn(text.trimStart(), delimiter);
  if (records === undefined) return { ...nothing, problem: 'A quotation mark is opened and never closed: the rows cannot be told apart' };
  const read = records.slice(1).map(({ cells, raw, line }) => understood(cellsBy(named, cells), raw, line));
  return {
    heads,
    rows: read.flatMap((one) => ('problem' in one ? [] : [one])),
    bad: read.flatMap((one) => ('problem' in one ? [one] : [])),
  };
}

type Cells = { readonly cells: readonly string[]; readonly raw: string; readonly line: number };

function recordsIn(text: string, delimiter: string): readonly Cells[] | undefined {
  const found: Cells[] = [];
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
      on_record: (cells, { lines }) => {
        found.push({ cells, raw: cells.map(quoted(delimiter)).join(delimiter), line: lines });
        return cells;
      },
    });
    return found;
  } catch {
    return undefined;
  }
}

/** Written again as a list writes it: what was not recorded is pasted once more. */
const quoted =
  (delimiter: string) =>
  (cell: string): string =>
    cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const cellsBy = (named: readonly string[], cells: readonly string[]) => (column: Column) => (cells[named.indexOf(column)] ?? '').trim();

const toldBy: Readonly<Record<string, Notified['familyTold']>> = { yes: 'told', no: 'notTold', agreed: 'agreed' };

function understood(cell: (column: Column) => string, raw: string, line: number): Notified | BadRow {
  const bad = (problem: string): BadRow => ({ line, raw, problem });
  const [received, at, born] = [date('').parse(cell('date')), time('').parse(cell('time')), date('').parse(cell('date of birth'))];
  if ('problem' in received) return bad(`Its date ${received.problem}`);
  if (received.value === undefined) return bad('It has no date');
  if ('problem' in at) return bad(`Its time ${at.problem}`);
  if ('problem' in born) return bad(`Its date of birth ${born.problem}`);
  if (cell('last name') === '' && cell('first name') === '') return bad('It names nobody');
  const happened = contact.fields.worry.parse(cell('what happened'));
  if ('problem' in happened) return bad(`What happened ${happened.problem}`);
  if (happened.value === undefined) return bad('It does not say what happened');
  const told = toldBy[cell('family told').toLowerCase()];
  return {
    line,
    raw,
    reference: cell('reference').slice(0, 60),
    receivedOn: received.value,
    firstName: cell('first name').slice(0, 200),
    lastName: cell('last name').slice(0, 200),
    happened: happened.value,
    ...(at.value === undefined ? {} : { receivedAt: at.value }),
    ...(born.value === undefined ? {} : { bornOn: born.value }),
    ...(told === undefined ? {} : { familyTold: told }),
  };
}

/** Rows of one reference are one contact; a row without one is a contact of its own. */
export const groupsOf = (rows: readonly Notified[]): readonly (readonly Notified[])[] => [
  ...Map.groupBy(rows, ({ reference, line }) => (reference === '' ? `line ${line}` : reference)).values(),
];
