import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { writtenOtherwise } from '../import/ssda903/years.ts';
import type { Problem } from '../import/intake/problem.ts';
import type { ReturnFile } from '../returns/ssda903/build/return-set.ts';

type Cells = Readonly<Record<string, string>>;
export type Row = { readonly line: number; readonly cells: Cells };

/** The tables of the sample: its file, the file that is written, and what tells one row from another. */
const tables = [
  { file: 'header', writes: 'header', key: ['CHILD'] },
  { file: 'episodes', writes: 'episodes', key: ['CHILD', 'DECOM'] },
  { file: 'reviews', writes: 'reviews', key: ['CHILD', 'REVIEW', 'REVIEW_CODE'] },
  { file: 'uasc', writes: 'uasc', key: ['CHILD'] },
  { file: 'oc2', writes: 'oc2', key: ['CHILD'] },
  { file: 'oc3', writes: 'oc3', key: ['CHILD'] },
  { file: 'missing', writes: 'missing', key: ['CHILD', 'MIS_START'] },
  { file: 'previous_permanence', writes: 'prev_perm', key: ['CHILD'] },
] as const;
export type Table = (typeof tables)[number];

const rowsIn = (text: string): readonly Row[] => {
  const read: readonly Cells[] = parse(text, { columns: true, trim: true });
  return read.map((cells, n) => ({ line: n + 2, cells }));
};

/** What of a row is not written again as it was given, with what was said of it when it was taken in. */
export type Difference = {
  readonly table: string;
  readonly row: Row;
  /** `whole`: the row itself; else the column. */
  readonly column: string;
  readonly given: string;
  readonly written: string;
  readonly reasons: readonly string[];
};

export type WrittenAgain = {
  readonly cells: number;
  readonly differences: readonly Difference[];
  /** Rows of days that are not in the year of the return: they are written in the return of their own year. */
  readonly ofAnotherYear: readonly (readonly [Table, Row])[];
  /** Rows that are written and were not given. */
  readonly besides: readonly (readonly [Table, Row])[];
};

const alike = (column: string, one: string, other: string): boolean =>
  writtenOtherwise(column, one).toUpperCase() === writtenOtherwise(column, other).toUpperCase();

const isOfYear = ({ file }: Table, { cells }: Row, year: number): boolean => {
  const [day = '', month = '', of = ''] = (file === 'reviews' ? (cells['REVIEW'] ?? '') : '').split('/');
  const iso = `${of}-${month}-${day}`;
  return file !== 'reviews' || (iso >= `${year - 1}-04-01` && iso <= `${year}-03-31`);
};

/** Compares each field of each row of the sample’s year with what is written of it, and finds what was said of each that differs. */
export function writtenAgain(folder: string, year: number, written: readonly ReturnFile[], problems: readonly Problem[]): WrittenAgain {
  const differences: Difference[] = [];
  const ofAnotherYear: (readonly [Table, Row])[] = [];
  const besides: (readonly [Table, Row])[] = [];
  const said = Map.groupBy(problems, ({ file, line }) => `${file} ${line}`);
  let cells = 0;
  for (const table of tables) {
    const given = rowsIn(readFileSync(join(folder, `${table.file}.csv`), 'utf8'));
    const keyOf = (row: Row): string => table.key.map((column) => row.cells[column]).join(' ');
    const found = new Map(
      rowsIn(written.find(({ name }) => name === `${table.writes}.csv`)?.lines.join('\n') ?? '').map((row) => [keyOf(row), row]),
    );
    for (const row of given) {
      const reasonsFor = (column: string): readonly string[] =>
        (said.get(`${table.file}.csv ${row.line}`) ?? []).flatMap(({ field, reason }) => (field === column ? [reason] : []));
      const again = found.get(keyOf(row));
      cells += Object.keys(row.cells).length;
      if (again === undefined) {
        const reasons = ['CHILD', 'REVIEW', 'DECOM', 'RNE', 'DEC'].flatMap(reasonsFor);
        if (isOfYear(table, row, year))
          differences.push({ table: table.file, row, column: 'whole', given: keyOf(row), written: '', reasons });
        else ofAnotherYear.push([table, row]);
        continue;
      }
      for (const [column, value] of Object.entries(row.cells)) {
        const other = again.cells[column] ?? '';
        if (alike(column, value, other)) continue;
        // Of two rows of one day only the first is taken, and it is that which is written.
        const isOfTwo = reasonsFor('DECOM').filter((reason) => reason.startsWith('another episode'));
        differences.push({ table: table.file, row, column, given: value, written: other, reasons: [...reasonsFor(column), ...isOfTwo] });
      }
    }
    const keys = new Set(given.map(keyOf));
    for (const [key, row] of found) if (!keys.has(key)) besides.push([table, row]);
  }
  return { cells, differences, ofAnotherYear, besides };
}
