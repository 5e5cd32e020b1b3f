import { parse } from 'csv-parse';
import { datasetTables } from '../../vocabulary/safeguarding-dataset.ts';
import { returnCsv } from '../../reading/looked-after-files.ts';
import { decode, notUtf8, wrongStart } from '../../reading/utf8.ts';
import type { SourceEvent } from '../intake/import-run.ts';
import { problemAt, rowOf, type ReturnRow } from '../ssda903/return-row.ts';

/** A file of an extract: which table it holds stands in its name. */
export type DatasetCsvFile = {
  readonly name: string;
  readonly table: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
};

export type DatasetEvent =
  { readonly kind: 'row'; readonly row: ReturnRow } | Extract<SourceEvent, { readonly kind: 'problem' | 'stopped' }>;

/** The table that a file is named for: `ssd_person.csv`, `2026_ssd_person.csv`. */
export const tableNamedIn = (name: string): string | undefined => {
  const found = /(ssd_[a-z0-9_]+?)(?:[ _-]?\d[\d _-]*)?\.csv$/i.exec(name)?.[1]?.toLowerCase();
  return found !== undefined && datasetTables.has(found) ? found : undefined;
};

/** What a spreadsheet was kept from running: the apostrophe before it is not part of it. NULL is how a database writes nothing. */
const cellOf = (text: string): string =>
  /^'[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text === 'NULL' || text === 'PLACEHOLDER_DATA' ? '' : text;

/** Reads one file as it arrives, in constant memory. Columns that the standard does not have are told of once. */
export async function* readDatasetCsv(file: DatasetCsvFile): AsyncGenerator<DatasetEvent, void, undefined> {
  const known = new Set((datasetTables.get(file.table) ?? []).map(({ name }) => name));
  const stopped = (message: string): DatasetEvent => ({ kind: 'stopped', file: file.name, line: 1, message });
  const parser = parse({ ...returnCsv, info: true });
  const feeding = feed(file, parser);
  let columns: readonly string[] | undefined;
  for await (const parsed of parser) {
    const { record, info } = asParsed(parsed);
    if (columns === undefined) {
      columns = record.map((name) => name.trim().toLowerCase());
      if (!columns.some((name) => known.has(name))) return yield stopped(`none of its columns is one of the table ${file.table}`);
      const strange = columns.filter((name) => name !== '' && !known.has(name));
      for (const name of strange) yield strangeColumn(file, name);
      continue;
    }
    const given = columns.map((name, n) => [name, cellOf(record[n] ?? '')] as const).filter(([name]) => known.has(name));
    yield { kind: 'row', row: rowOf({ table: file.table, file: file.name, line: info.lines }, given) };
  }
  const why = await feeding;
  if (why !== undefined) yield stopped(why);
  else if (columns === undefined) yield stopped('The file is empty.');
}

const strangeColumn = (file: DatasetCsvFile, name: string): DatasetEvent => {
  const row: ReturnRow = { table: file.table, file: file.name, line: 1, values: {} };
  return {
    kind: 'problem',
    problem: problemAt(row, 'kept', name, `${name} is no column of ${file.table} in version 1.4.5; it is not read`),
  };
};

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };
const asParsed = (parsed: Parsed): Parsed => parsed;

/** @returns why it cannot be read to its end */
async function feed(file: DatasetCsvFile, parser: ReturnType<typeof parse>): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let why: string | undefined;
  let isFirst = true;
  for await (const bytes of file.open()) {
    why = isFirst ? wrongStart(bytes) : undefined;
    isFirst = false;
    if (why !== undefined) break;
    const { text, invalid } = decode(decoder, bytes);
    if (!parser.write(text)) await new Promise<void>((resume) => void parser.once('drain', resume));
    if (invalid) {
      why = notUtf8;
      break;
    }
  }
  parser.end();
  return why;
}
