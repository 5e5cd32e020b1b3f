import type { Stopped } from '../intake/import-run.ts';
import { tooMuch, type Problem } from '../intake/problem.ts';
import { readReturnCsv, type CsvEvent } from './return-csv.ts';
import { namelessness, problemAt, type ReturnChild } from './return-row.ts';
import { readReturnXml } from './return-xml.ts';
import { stage, type StagedChild, type Staging } from './staging.ts';
import { tables } from './tables.ts';

/** One file of a return: its name, its size in bytes, and its bytes as often as they are asked for. */
export type ReturnFile = { readonly name: string; readonly bytes: number; readonly open: () => AsyncIterable<Uint8Array> };

export type SetEvent =
  /** `tables`: those that the set has; of XML all. */
  | { readonly kind: 'begun'; readonly tables: ReadonlySet<string> }
  | { readonly kind: 'child'; readonly child: ReturnChild; readonly problems: readonly Problem[] }
  | { readonly kind: 'refusedChild'; readonly problem: Problem }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | ({ readonly kind: 'stopped' } & Stopped);

export type ReturnSet = { readonly events: AsyncGenerator<SetEvent, void, undefined>; readonly bytes: () => number };

/** A return: one XML file, or one CSV file for each table, in any order and under any names. */
export function readReturnSet(files: readonly ReturnFile[], isXml: boolean): ReturnSet {
  const progress = { of: files.reduce((sum, { bytes }) => sum + bytes, 0), xml: 0, staging: (): number => 0 };
  return {
    events: isXml ? fromXml(files, (bytes) => (progress.xml += bytes)) : fromCsv(files, progress),
    bytes: () => (isXml ? progress.xml : Math.floor(progress.of * progress.staging())),
  };
}

async function* fromXml(files: readonly ReturnFile[], read: (bytes: number) => void): AsyncGenerator<SetEvent, void, undefined> {
  yield { kind: 'begun', tables: new Set(tables.map(({ name }) => name)) };
  for (const file of files) for await (const event of readReturnXml(counted(file.open(), read), file.name)) yield event;
}

async function* counted(source: AsyncIterable<Uint8Array>, read: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    read(bytes.length);
    yield bytes;
  }
}

type Progress = { readonly of: number; staging: () => number };
type Known = { readonly file: ReturnFile; readonly table: string };

async function* fromCsv(files: readonly ReturnFile[], progress: Progress): AsyncGenerator<SetEvent, void, undefined> {
  const known: Known[] = [];
  for (const file of files) {
    const first = await firstOf(file);
    if (first.kind === 'table') known.push({ file, table: first.table.name });
    else yield first.kind === 'stopped' && files.length > 1 ? notATable(first) : first;
  }
  const twice = known.find(({ table }, at) => known.findIndex((other) => other.table === table) !== at);
  if (twice !== undefined) return yield { kind: 'stopped', line: 1, message: givenTwice(twice, known) };
  if (known.length === 0) return;
  yield { kind: 'begun', tables: new Set(known.map(({ table }) => table)) };
  const staging = await stage(progress.of * 2);
  progress.staging = staging.done;
  try {
    for (const { file } of known.toSorted((a, b) => orderOf(a.table) - orderOf(b.table))) yield* staged(file, staging);
    for await (const child of staging.children()) yield asChild(child);
  } finally {
    await staging.remove();
  }
}

const orderOf = (table: string): number => tables.findIndex(({ name }) => name === table);

async function firstOf(file: ReturnFile): Promise<Extract<CsvEvent, { readonly kind: 'table' | 'stopped' }>> {
  for await (const events of readReturnCsv(file.open(), file.name))
    for (const event of events) if (event.kind === 'table' || event.kind === 'stopped') return event;
  return { kind: 'stopped', file: file.name, line: 1, message: 'The file is empty.' };
}

const notATable = ({ file = '', line, message }: Stopped): SetEvent => ({
  kind: 'problem',
  problem: { kind: 'refused', file, line, child: '', field: 'file', value: file, reason: message, raw: '' },
});

const givenTwice = ({ table }: Known, known: readonly Known[]): string => {
  const names = known.filter((other) => other.table === table).map(({ file }) => file.name);
  return `${names.join(' and ')} both hold the table ${table}. Give the files of one return at a time; nothing was taken.`;
};

async function* staged(file: ReturnFile, staging: Staging): AsyncGenerator<SetEvent, void, undefined> {
  let rows = 0;
  for await (const events of readReturnCsv(file.open(), file.name)) {
    for (const event of events) {
      if (event.kind === 'table') continue;
      const refusal = event.kind === 'row' ? namelessness(event.row) : undefined;
      if (event.kind !== 'row') yield event;
      else if (refusal !== undefined) yield { kind: 'problem', problem: refusal };
      else staging.add(event.row.values['CHILD'] ?? '', event.row);
      if (event.kind === 'row') rows += 1;
    }
    await staging.settle();
  }
  if (rows === 0) yield { kind: 'problem', problem: noRows(file.name) };
}

const noRows = (file: string): Problem => ({
  kind: 'note',
  file,
  line: 1,
  child: '',
  field: 'file',
  value: file,
  reason: 'the file holds no rows',
  raw: '',
});

function asChild(child: StagedChild): SetEvent {
  if (child.over === undefined) return { kind: 'child', child, problems: [] };
  const { of, row } = child.over;
  const reason = tooMuch(of, `Look in ${row.file} for rows given again and again, or for rows of others under this CHILD`);
  return { kind: 'refusedChild', problem: problemAt(row, 'refused', 'CHILD', reason) };
}
