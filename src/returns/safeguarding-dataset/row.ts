import type { Statement } from '../../kernel/step/history.ts';
import type { Said } from '../ssda903/build/built-row.ts';
import type { DatasetColumn, DatasetTable } from '../../vocabulary/safeguarding-dataset.ts';

export type DatasetCell = string | number;

/** A row of a table: `from` says of each column the entries that answer "why this value?". */
export type DatasetRow = {
  readonly table: DatasetTable;
  readonly cells: Readonly<Record<string, DatasetCell>>;
  readonly from: Readonly<Record<string, readonly string[]>>;
};

/** The dataset writes yes and no as Y and N. */
const written = (answer: unknown): DatasetCell =>
  typeof answer === 'boolean' ? (answer ? 'Y' : 'N') : typeof answer === 'number' ? answer : String(answer);

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A row of what its columns say, without those of which nothing is known. */
export function datasetRow<T extends DatasetTable>(table: T, said: Readonly<Partial<Record<DatasetColumn<T>, Said>>>): DatasetRow {
  const known = Object.entries<Said | undefined>(said).flatMap(([column, one]) =>
    one !== undefined && isSaid(one[0]) ? [[column, one] as const] : [],
  );
  return {
    table,
    cells: Object.fromEntries(known.map(([column, [value]]) => [column, written(value)])),
    from: Object.fromEntries(known.map(([column, [, ...sources]]) => [column, entriesOf(sources)])),
  };
}

const entriesOf = (sources: readonly (Statement | undefined)[]): readonly string[] => [
  ...new Set(sources.flatMap((one) => one?.entry ?? [])),
];

/** The flags of an outcome: each of the standard's keys, whether it is so or not. */
export const flags = (keys: readonly string[], isSo: (key: string) => boolean, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...Object.fromEntries(keys.map((key) => [key, isSo(key) ? 'Y' : 'N'])), ...more });
