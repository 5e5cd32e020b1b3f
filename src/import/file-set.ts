import { createHash, randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import type { Session } from '../record/contract.ts';
import { beginImport, endBrokenImports, finishImport, kindOfRun, whileRunning, type Database } from '../record/imports.ts';
import { answerIdentity, askIdentity, bornOn, keepRows } from '../record/kept-rows.ts';
import { censusSource } from './cin-census/import-census.ts';
import type { ImportResult, ImportRun, IntakeOptions, IntakeQueue, Source } from './intake/import-run.ts';
import { takeIn } from './intake/intake.ts';
import { beginningOf, bytesOf, sentFileAt, type SentFile } from './intake/sent-file.ts';
import { only, yearsIn } from '../reading/collection-year.ts';
import { kindOf } from '../reading/kind-of-file.ts';
import { storedRun } from './intake/stored-run.ts';
import { tableNamedIn } from './safeguarding-dataset/dataset-csv.ts';
import { datasetSource } from './safeguarding-dataset/dataset-source.ts';
import { returnSource } from './ssda903/return-source.ts';

/** What is taken as one: a census, all the files of one looked-after return, or those of an extract of the Standard Safeguarding Dataset. */
export type FileSet = {
  readonly kind: Source['kind'];
  readonly name: string;
  readonly isXml: boolean;
  readonly files: readonly SentFile[];
  /** The collection year, when it was said or stands in a name. */
  readonly year?: number;
};

/** With what, and as whom, files are taken. */
export type Importer = {
  readonly database: Database;
  readonly record: IntakeOptions['record'];
  readonly steps: readonly AnyStep[];
  readonly wordingOf: (step: AnyStep) => string;
  /** Nothing has happened after it. */
  readonly today?: LocalDate;
};

export type Taking = {
  readonly session: Session;
  readonly dryRun?: boolean;
  readonly onProgress?: IntakeOptions['onProgress'];
  /** Called with the run's id as soon as the run can be looked up. */
  readonly onBegun?: (run: string) => void;
  readonly isStopping?: () => boolean;
  /** The run under which it waited for its turn. */
  readonly run?: string;
};

/** What the imports take. */
const takenIn = /\.(csv|xml|txt)$/i;

/** The files at a path: the file itself, or those of a folder and of the folders in it that have one of these endings. Undefined: there is nothing there. */
export async function filesAt(path: string, endings = takenIn): Promise<readonly SentFile[] | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    const file = await sentFileAt(path);
    return file === undefined ? undefined : [file];
  }
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted();
  const inside = await Promise.all(names.map((name) => filesAt(join(path, name), endings)));
  return inside.flatMap((files) => files ?? []).filter(({ name }) => endings.test(name));
}

/** Sorts files into what is taken as one, earlier years first. Files of one folder that are not XML make one return. */
export async function setsOf(files: readonly SentFile[], year?: number): Promise<readonly FileSet[]> {
  const sets: FileSet[] = [];
  const [loose, extracts] = [new Map<string, SentFile[]>(), new Map<string, SentFile[]>()];
  for (const file of files) {
    const kind = kindOf(await beginningOf(file), file.name);
    const folder = dirname(file.path);
    if (kind === 'csv' && tableNamedIn(file.name) !== undefined) extracts.set(folder, [...(extracts.get(folder) ?? []), file]);
    else if (kind === 'csv') loose.set(dirname(file.path), [...(loose.get(dirname(file.path)) ?? []), file]);
    else sets.push(named(kind, [file], year));
  }
  for (const each of extracts.values()) sets.push({ kind: 'ssd', name: shownName(each), isXml: false, files: each });
  for (const each of loose.values()) sets.push(named('csv', each, year));
  // A return or a census says more of a year than an extract of everything: what both say is taken from it.
  return sets.toSorted((a, b) => Number(a.kind === 'ssd') - Number(b.kind === 'ssd') || (a.year ?? 0) - (b.year ?? 0));
}

/** A set by the name that it is shown under: of a return with its year, said or read in a name, so that whoever loads it sees which was taken. */
function named(kind: 'cin' | 'ssda903' | 'csv', files: readonly SentFile[], said: number | undefined): FileSet {
  const shown = shownName(files);
  if (kind === 'cin') return { kind, name: shown, isXml: true, files };
  const year = said ?? yearOf(files);
  const isOf = year === undefined ? {} : { year };
  return {
    kind: 'ssda903',
    name: year === undefined ? shown : `${shown}, year to 31 March ${year}`,
    isXml: kind === 'ssda903',
    files,
    ...isOf,
  };
}

function shownName(files: readonly SentFile[]): string {
  const { name = '', folder = 'Files sent together' } = files[0] ?? {};
  return files.length === 1 ? name : `${folder} (${files.length} files)`;
}

/** The one year that stands in the files' names, or else in their folders'. */
const yearOf = (files: readonly SentFile[]): number | undefined => {
  const inNames = files.flatMap(({ name }) => yearsIn(name));
  return only(inNames.length > 0 ? inNames : files.flatMap(({ folder = '' }) => yearsIn(folder)));
};

/** With what everything is taken in: from files, or from rows that were kept. */
export function optionsOf({ database, record, steps, wordingOf }: Importer, session: Session): Omit<IntakeOptions, 'fileName'> {
  const queue: IntakeQueue = {
    keep: (run, rows) => keepRows(database, session, run, rows),
    ask: (run, questions) => askIdentity(database, session, run, questions),
    answer: (run, questions) => answerIdentity(database, session, run, questions),
    bornOn: (days) => bornOn(database, session, days),
  };
  return { record, session, steps, wordingOf, queue };
}

function sourceOf({ kind, files, isXml, year }: FileSet, { steps, today = dayInEngland(new Date()) }: Importer): Source {
  const [first] = files;
  if (kind === 'cin' && first !== undefined) return censusSource(bytesOf(first), steps);
  if (kind === 'ssd')
    return datasetSource({
      files: files.map((file) => ({ name: file.name, table: tableNamedIn(file.name) ?? '', bytes: file.bytes, open: () => bytesOf(file) })),
      steps,
      today,
    });
  const given = files.map((file) => ({ name: file.name, bytes: file.bytes, open: () => bytesOf(file) }));
  return returnSource({ files: given, isXml, steps, today, ...(year === undefined ? {} : { year }) });
}

/** How many bytes its files have together. */
export const bytesIn = ({ files }: Pick<FileSet, 'files'>): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

const hashOf = (files: readonly SentFile[]): string =>
  files.length === 1 && files[0] !== undefined
    ? files[0].hash
    : createHash('sha256')
        .update(
          files
            .map(({ hash }) => hash)
            .toSorted()
            .join(),
        )
        .digest('hex');

const beingStopped = 'Sightline was being stopped. Load the same file again: it goes on from here.';
const brokenOff = 'The import broke off. Load the same file again: it goes on from here.';
const notBegun =
  'Not begun: it waits for its turn among the files that were sent together. If none of them is running any longer, load this file again.';
const notSeen =
  'The connection to the database was lost, and others could no longer see that this goes on. Load the same file again: it goes on from here.';

/** Takes one set, as a run that is written down whatever becomes of it: also of a file that turns out to be no return at all. */
export async function importSet(importer: Importer, set: FileSet, taking: Taking): Promise<ImportResult> {
  const { database } = importer;
  const { session, isStopping = () => false, run = randomUUID() } = taking;
  await endBrokenImports(database, session);
  return whileRunning(database, session, run, (isLost) =>
    takeSet(importer, set, { ...taking, run, whyStopping: () => (isLost() ? notSeen : isStopping() ? beingStopped : undefined) }),
  );
}

/**
 * Takes sets that were sent together, one after the other. Those after the first are written down as not begun before anything is taken: whatever
 * ends this, each is found among those that are not taken in whole, until it, or it sent again, has been.
 */
export async function importSets(importer: Importer, sets: readonly FileSet[], taking: Omit<Taking, 'run'>): Promise<void> {
  const turns: { readonly set: FileSet; readonly run: string }[] = [];
  for (const set of sets) turns.push({ set, run: turns.length === 0 ? randomUUID() : await writeDownWaiting(importer, set, taking) });
  for (const { set, run } of turns) if (taking.isStopping?.() !== true) await importSet(importer, set, { ...taking, run });
}

async function writeDownWaiting({ database }: Importer, set: FileSet, { session, dryRun }: Taking): Promise<string> {
  const run = randomUUID();
  await beginImport(database, session, { run, fileName: set.name, fileHash: hashOf(set.files), kind: kindOfRun(set.kind, dryRun) });
  await finishImport(database, session, run, 'stopped', { message: notBegun, brokenOff: true });
  return run;
}

type TakingSet = Taking & { readonly run: string; readonly whyStopping: () => string | undefined };

async function takeSet(
  importer: Importer,
  set: FileSet,
  { session, run, dryRun = false, onProgress, onBegun, whyStopping }: TakingSet,
): Promise<ImportResult> {
  const { database } = importer;
  const fileHash = hashOf(set.files);
  const stored = storedRun({ database, session, run, fileHash, kind: set.kind, dryRun, bytes: bytesIn(set) });
  let isBegun = false;
  const onceBegun = (id: string): string => {
    isBegun = true;
    onBegun?.(run);
    return id;
  };
  const watched: ImportRun = { ...stored, begin: (about) => stored.begin(about).then(onceBegun) };
  const more = onProgress === undefined ? {} : { onProgress };
  const options: IntakeOptions = { ...optionsOf(importer, session), fileName: set.name, run: watched, dryRun, whyStopping, ...more };
  const result = await takeIn(sourceOf(set, importer), options).catch(async (error: unknown) => {
    if (isBegun) await finishImport(database, session, run, 'stopped', { message: brokenOff, brokenOff: true }).catch(() => {});
    throw error;
  });
  if (isBegun) return result;
  const message = result.stopped?.message ?? 'The file has no header of a children in need census.';
  await beginImport(database, session, { run, fileName: set.name, fileHash, kind: kindOfRun(set.kind, dryRun) });
  await finishImport(database, session, run, 'stopped', { message });
  onceBegun(run);
  return { ...result, run };
}
