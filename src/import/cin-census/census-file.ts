import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { Session } from '../../record/contract.ts';
import { beginImport, finishImport, type Database } from '../../record/imports.ts';
import { importCensus } from './import-census.ts';
import type { ImportOptions, ImportResult, ImportRun } from './import-run.ts';
import { storedRun } from './stored-run.ts';

/** A census file on this machine's disk, with its SHA-256 in hexadecimal and its size in bytes. */
export type CensusFile = { readonly path: string; readonly name: string; readonly hash: string; readonly bytes: number };

/** With what, and as whom, files are taken. */
export type Importer = {
  readonly database: Database;
  readonly record: ImportOptions['record'];
  readonly steps: readonly AnyStep[];
  readonly wordingOf: (step: AnyStep) => string;
};

export type Taking = {
  readonly session: Session;
  readonly dryRun?: boolean;
  readonly onProgress?: ImportOptions['onProgress'];
  /** Called with the run's id as soon as the run can be looked up. */
  readonly onBegun?: (run: string) => void;
};

/** @returns the file with its hash; undefined: there is no such file */
export async function censusFileAt(path: string): Promise<CensusFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return { path, name: basename(path), hash: hash.digest('hex'), bytes: found.size };
}

/** Keeps what is being sent aside, readable by this account only, so that a slow sender holds no import up. */
export async function setAside(sent: Readable, name: string): Promise<CensusFile & { readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-import-'));
  const path = join(folder, 'census.xml');
  const remove = () => rm(folder, { recursive: true, force: true });
  const hash = createHash('sha256');
  let bytes = 0;
  sent.on('data', (some: Buffer) => {
    hash.update(some);
    bytes += some.length;
  });
  try {
    await pipeline(sent, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, name, bytes, hash: hash.digest('hex'), remove };
}

/** Takes one file, as a run that is written down whatever becomes of it: also of a file that turns out to be no census. */
export async function importFile(
  importer: Importer,
  file: CensusFile,
  { session, dryRun = false, onProgress, onBegun }: Taking,
): Promise<ImportResult> {
  const { database, record, steps, wordingOf } = importer;
  const run = randomUUID();
  const stored = storedRun({ database, session, run, fileHash: file.hash, dryRun });
  let isBegun = false;
  const begun = (): void => {
    isBegun = true;
    onBegun?.(run);
  };
  const watched: ImportRun = { ...stored, begin: (about) => stored.begin(about).finally(begun) };
  const source = createReadStream(file.path, { highWaterMark: 262_144 });
  const result = await importCensus({
    record,
    session,
    steps,
    wordingOf,
    source,
    fileName: file.name,
    run: watched,
    dryRun,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  if (isBegun) return result;
  await beginImport(database, session, { run, fileName: file.name, fileHash: file.hash, kind: 'cin' });
  await finishImport(database, session, run, 'stopped', result.stopped?.message ?? 'The file has no header of a children in need census.');
  begun();
  return { ...result, run };
}
