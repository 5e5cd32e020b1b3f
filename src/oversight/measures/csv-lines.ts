import { parse } from 'csv-parse/sync';

/** A line of a table by the names of its columns, small letters; `at`: its number in the file. */
export type Line = { readonly at: number; readonly said: (field: string) => string };
export type Lines = { readonly heads: readonly string[]; readonly lines: readonly Line[] } | { readonly problem: string };

/** A CSV file with a line of names. */
export function csvLines(text: string): Lines {
  let cells: readonly string[][];
  try {
    cells = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    return { problem: `The file is not CSV: ${error instanceof Error ? error.message : 'it cannot be read'}` };
  }
  const [head = [], ...rest] = cells;
  const heads = head.map((name) => name.toLowerCase());
  const column = new Map(heads.map((name, at) => [name, at]));
  return { heads, lines: rest.map((each, n) => ({ at: n + 2, said: (field) => each[column.get(field) ?? -1] ?? '' })) };
}

/** As the Department marks what it does not say: confidential, not available, not applicable, rounded to nought, of low reliability. */
export const withheld: ReadonlySet<string> = new Set(['c', 'x', 'z', ':', '..', '-', 'low', 'k', 'u', '']);
export const isWithheld = (text: string): boolean => withheld.has(text.toLowerCase());

/** What a line says instead of what it should. */
export const problemOf = ({ at, said }: Line, field: string, right: string): string =>
  `Line ${at}: ${field} is "${said(field).slice(0, 40)}". ${right}`;

export const numberIn = (text: string): number => Number(text.replaceAll(/[,%\s]/g, ''));
