export type Unit =
  | 's'
  | 'ms'
  | 'KB'
  | 'MB'
  | 'MB/s'
  | '×'
  | 'children'
  | 'children/s'
  | 'entries/s'
  | 'lines/s'
  | 'entries'
  | 'rows'
  | 'statements'
  | 'in 100';

/** What must be reached: no more than, or no less than. */
export type Target = { readonly most: number } | { readonly least: number };

/** One line of the table. `n`: of how many measurements the value is the median (or what the words say). */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  readonly n: number;
  readonly target?: Target;
};

/** What a part hands back, and the figures that it has so far. */
export type Note = (figure: Figure) => void;

export function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const isMet = ({ value, target }: Figure): boolean | undefined =>
  target === undefined ? undefined : 'most' in target ? value <= target.most : value >= target.least;

/** Three figures that mean something, no more. */
export const said = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const targetWords = ({ target, unit }: Figure): string =>
  target === undefined
    ? ''
    : 'most' in target
      ? `at most ${target.most.toLocaleString('en-GB')} ${unit}`
      : `at least ${target.least.toLocaleString('en-GB')} ${unit}`;

const verdict = (figure: Figure): string => ({ true: 'met', false: '**missed**', undefined: '' })[`${isMet(figure)}`] ?? '';

/** The figures of one part as a Markdown table. */
export function table(part: string, figures: readonly Figure[]): string {
  const cells = figures.map((figure) => [
    figure.what,
    `${said(figure.value)} ${figure.unit}`,
    targetWords(figure),
    verdict(figure),
    String(figure.n),
  ]);
  const rows = [[part, 'figure', 'target', '', 'n'], ...cells];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 3));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 1 || column === 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 1 || column === 4 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(rows[0] ?? []), rule, ...cells.map(line)].join('\n');
}

/** @returns how long the work took, in milliseconds, and what it gave */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}
