import { longestRaw, longestReason, longestValue, type Problem } from '../intake/problem.ts';
import { longestText } from '../../reading/limits.ts';

/** One row of one table, as the file gives it. Values are trimmed; those that are empty are left out. */
export type ReturnRow = {
  readonly table: string;
  readonly file: string;
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** How many characters the file gives where that is more than a field may have; of such a value only the beginning is kept. */
  readonly tooLong?: Readonly<Record<string, number>>;
};

/** All rows of one child in one return. */
export type ReturnChild = { readonly child: string; readonly rows: readonly ReturnRow[] };

/** The row as words again: what the person who repairs it sees. */
export const rawOf = ({ table, values }: ReturnRow): string =>
  `${table}: ${Object.entries(values)
    .map(([column, value]) => `${column}=${value.slice(0, 500)}`)
    .join(', ')}`;

/** A row of the values that are given: trimmed, and none longer than a field may be. */
export function rowOf(place: Pick<ReturnRow, 'table' | 'file' | 'line'>, given: readonly (readonly [string, string])[]): ReturnRow {
  const values: Record<string, string> = {};
  const tooLong: Record<string, number> = {};
  for (const [column, value] of given) {
    if (value === '') continue;
    if (value.length > longestText) tooLong[column] = value.length;
    values[column] = value.length > longestText ? value.slice(0, longestValue) : value;
  }
  return Object.keys(tooLong).length === 0 ? { ...place, values } : { ...place, values, tooLong };
}

/** Why nothing of a row can be kept under its CHILD: there is none, or it is no identifier. */
export function namelessness(row: ReturnRow): Problem | undefined {
  const child = row.values['CHILD'] ?? '';
  if (child === '') return problemAt(row, 'refused', 'CHILD', 'the row has no CHILD, so nothing of it can be kept under a name');
  return child.length > longestValue ? problemAt(row, 'refused', 'CHILD', 'is longer than any identifier') : undefined;
}

/** Something to say about a row, or about one of its columns. */
export function problemAt(row: ReturnRow, kind: Problem['kind'], column: string, reason: string): Problem {
  const { file, line, values } = row;
  const value = (values[column] ?? '').slice(0, longestValue);
  const child = (values['CHILD'] ?? '').slice(0, longestValue);
  const field = column.slice(0, longestValue);
  return { kind, file, line, child, field, value, reason: reason.slice(0, longestReason), raw: rawOf(row).slice(0, longestRaw) };
}

/** A cell that a spreadsheet would work out, or that one has failed to. Nothing in the return begins like this. */
export const isFormula = (value: string): boolean => /^[=@]|^[+-]\D|^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|#+)/.test(value);

/** About how many characters rows hold. */
export const sizeOf = (rows: readonly ReturnRow[]): number =>
  rows.reduce((sum, { values }) => Object.entries(values).reduce((own, [column, value]) => own + column.length + value.length, sum), 0);
