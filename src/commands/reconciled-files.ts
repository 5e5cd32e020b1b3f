import { Readable } from 'node:stream';
import { readDatasetCsv, tableNamedIn } from '../import/safeguarding-dataset/dataset-csv.ts';
import type { Asking } from '../record/returns.ts';
import { kindOf } from '../reading/kind-of-file.ts';
import { changesBetween } from '../returns/changes.ts';
import type { DayTable } from '../returns/of-a-day.ts';
import { isCompared, reconcile } from '../returns/safeguarding-dataset/reconcile.ts';
import { whichGiven, type GivenReturn } from '../returns/given/which.ts';
import { csvSetInXml } from '../returns/ssda903/csv-set.ts';
import { datasetTables } from '../vocabulary/safeguarding-dataset.ts';
import type { AskedReconciliation, ReconciledReturn, Reconciliation, SentFile } from '../web/parts.ts';
import { censusFor, datasetFor, lookedAfterXmlFor } from './built-returns.ts';
import { reconciledGiven } from './given-returns.ts';

/** How the files of a move-in compare with what the record says now: an extract of the dataset, a census and a looked-after return, whichever are there. What no reader takes is named. */
export async function reconciledFiles(asking: Asking, files: readonly SentFile[], asked: AskedReconciliation): Promise<Reconciliation> {
  const kinds = Map.groupBy(files, whatItIs);
  const of = (kind: ReturnType<typeof whatItIs>): readonly SentFile[] => kinds.get(kind) ?? [];
  const extract = await extractOf(of('dataset'));
  const [censuses, returns] = [of('cin'), of('ssda903')];
  const { others, unmapped } = await reconciledGiven(
    asking,
    new Map(givenKinds.flatMap((kind) => (of(kind).length === 0 ? [] : [[kind, of(kind)] as const]))),
    asked.on,
  );
  return {
    tables: extract.tables.length === 0 ? [] : reconcile(extract.tables, await datasetFor(asking, asked.on, undefined)),
    returns: [
      ...(await Promise.all(censuses.map((file) => census(asking, file, asked)))),
      ...(returns.length === 0 ? [] : [await lookedAfter(asking, returns, asked)]),
    ],
    others,
    unmapped: [
      ...of('unknown').map(({ name }) => `${name}: ${isNone}`),
      ...unmapped,
      ...extract.unmapped,
      ...extract.tables
        .filter(({ name, rows }) => !isCompared(name) && rows.length > 0)
        .map(({ name }) => `${name}: counted, and not compared row by row`),
    ],
  };
}

/** What a file is that no reader takes. */
export const isNone =
  'neither a table of the dataset by its name, nor a census, a table of the looked-after return, Annex A, CP-IS, ASGLB, a workforce census or a call of the daily feed. Send it as the system wrote it, with its first row';
const givenKinds: readonly GivenReturn[] = ['annex-a', 'cp-is', 'asglb', 'workforce-census', 'daily-feed'];

function whatItIs(file: SentFile): 'dataset' | 'cin' | 'ssda903' | GivenReturn | 'unknown' {
  const { name, bytes } = file;
  if (tableNamedIn(name) !== undefined) return 'dataset';
  const given = whichGiven(file);
  if (given !== undefined) return given;
  const kind = kindOf(bytes.toString('utf8', 0, 4_096), name);
  if (kind !== 'csv') return kind;
  return 'xml' in csvSetInXml([{ name, bytes }]) ? 'ssda903' : 'unknown';
}

type Extract = { readonly tables: readonly DayTable[]; readonly unmapped: readonly string[] };

/** The tables of an extract as its files give them, and the columns that are not of the standard. */
async function extractOf(files: readonly SentFile[]): Promise<Extract> {
  const [tables, unmapped]: [DayTable[], string[]] = [[], []];
  for (const { name, bytes } of files) {
    const table = tableNamedIn(name) ?? '';
    const heads = (datasetTables.get(table) ?? []).map((column) => column.name);
    const rows: (readonly (string | undefined)[])[] = [];
    for await (const event of readDatasetCsv({ name, table, bytes: bytes.length, open: () => Readable.from([bytes]) }))
      if (event.kind === 'row') rows.push(heads.map((head) => event.row.values[head]));
      else if (event.kind === 'stopped') unmapped.push(`${name}, line ${event.line}: ${event.message}`);
      else unmapped.push(`${name}: ${event.problem.reason}`);
    tables.push({ name: table, heads, rows });
  }
  return { tables, unmapped };
}

async function census(asking: Asking, { name, bytes }: SentFile, { year }: AskedReconciliation): Promise<ReconciledReturn> {
  return {
    of: 'cin',
    files: [name],
    changes: await changesBetween('cin', Readable.from([bytes]), inBytes(censusFor(asking, year, undefined))),
  };
}

async function lookedAfter(asking: Asking, files: readonly SentFile[], { year }: AskedReconciliation): Promise<ReconciledReturn> {
  const names = files.map(({ name }) => name);
  const refused = (problem: string): ReconciledReturn => ({ of: 'ssda903', files: names, changes: { children: [], totals: [], problem } });
  const isXml = ({ name, bytes }: SentFile): boolean => kindOf(bytes.toString('utf8', 0, 4_096), name) === 'ssda903';
  const [first] = files;
  if (first === undefined || (files.some(isXml) && files.length > 1))
    return refused('There is more than one looked-after return: send one XML file, or the CSV files of one year.');
  const set = isXml(first) ? { xml: first.bytes.toString('utf8') } : csvSetInXml(files);
  if (!('xml' in set)) return refused(set.problem);
  const theirs = Readable.from([Buffer.from(set.xml)]);
  return {
    of: 'ssda903',
    files: names,
    changes: await changesBetween('ssda903', theirs, inBytes(lookedAfterXmlFor(asking, year, undefined))),
  };
}

async function* inBytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
