import { readFile, readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { beginningOf } from '../import/intake/sent-file.ts';
import { beforeEnding, isEnding } from '../platform/ending.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { kindOf } from '../reading/kind-of-file.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { readNamedRows } from '../returns/ssda903/read-tables.ts';
import type { Found } from '../returns/validate/found.ts';
import { noReference, readReference, type Reference } from '../returns/validate/reference.ts';
import type { ComingFile } from '../returns/validate/packed-set.ts';
import { howOf } from '../returns/validate/return-set.ts';
import { besideCensus, validateCensus } from '../returns/validate/validate-census.ts';
import { validateReturn } from '../returns/validate/validate-return.ts';
import { Lines } from './lines.ts';
import { Progress } from './progress.ts';
import { rulesYear } from './rules-year.ts';
import { UnchangedFiles } from './unchanged-files.ts';
import { formats, headOf, isFormat, lineOf, type Format } from './telling-lines.ts';
import { readWords } from './words.ts';

const usage =
  'validate FILE|FOLDER… [--last FILE|FOLDER] [--year 2025-26] [--format text|json|csv] [--authority CODE] [--reference FOLDER] [--providers FILE.csv]';

type Asked = {
  readonly from: string;
  readonly files: readonly string[];
  readonly last: readonly string[];
  readonly year: CollectionYear | undefined;
  readonly format: Format;
  readonly providers: string | undefined;
  readonly reference: string | undefined;
  readonly authority: string | undefined;
};

/** validate: checks the files of a statutory return against the DfE's rules. No database, no account; nothing is kept. @returns the status to end with */
export async function validate(from: string, parameters: readonly string[], reference?: string): Promise<number> {
  const asked = await askedIn(from, parameters, reference);
  const totals: Totals = { error: 0, query: 0, notChecked: 0, defect: 0, unreadable: 0 };
  // A set is read, and then checked; a census while it is read.
  const isOneCensus = await isCensus(asked);
  const progress = new Progress(isOneCensus ? await sizeOf(asked.files.slice(0, 1)) : 2 * (await sizeOf([...asked.files, ...asked.last])));
  beforeEnding(async () => progress.clear());
  const lines = new Lines(() => progress.clear());
  await lines.write(headOf(asked.format));
  try {
    for await (const found of isOneCensus ? foundInCensus(asked, progress) : foundInSet(asked, progress)) {
      if (isEnding()) return 130;
      count(totals, found);
      if (lines.add(lineOf(found, asked.format))) await lines.flush();
      progress.show(inWords(totals));
    }
  } finally {
    await lines.flush();
    progress.clear();
  }
  console.error(
    `${inWords(totals)}; ${totals.notChecked} rules not checked, ${totals.defect} rules failed, ${totals.unreadable} places not readable`,
  );
  return totals.defect + totals.unreadable > 0 ? 2 : totals.error > 0 ? 1 : 0;
}

type Totals = { error: number; query: number; notChecked: number; defect: number; unreadable: number };

const inWords = ({ error, query }: Totals): string => `${error} errors, ${query} queries`;

function count(totals: Totals, found: Found): void {
  if (found.kind !== 'finding') totals[found.kind] += 1;
  else totals[found.level === 'query' ? 'query' : 'error'] += 1;
}

async function askedIn(from: string, parameters: readonly string[], reference?: string): Promise<Asked> {
  const { words, all, one } = readWords(parameters, { usage, options: ['last', 'year', 'format', 'providers', 'authority', 'reference'] });
  if (words.length === 0) throw new Obstacle(`Give the files of a return. Usage: ${usage}`);
  const format = one('format') ?? 'text';
  if (!isFormat(format)) throw new Obstacle(`--format is "${format}". It may be ${formats.join(', ')}.`);
  const year = rulesYear(one('year'));
  const [files, last] = [await filesIn(from, words), await filesIn(from, all('last'))];
  const folder = one('reference');
  const known = { providers: one('providers'), reference: folder === undefined ? reference : resolve(from, folder) };
  return { from, files, last, year, format, authority: one('authority'), ...known };
}

async function filesInFolder(path: string): Promise<readonly string[]> {
  const names = (await readdir(path)).filter((name) => /\.(csv|xml)$/i.test(name)).toSorted();
  if (names.length === 0) throw new Obstacle(`There is no CSV and no XML file in ${path}.`);
  return names.map((name) => join(path, name));
}

/** Folders are taken with the CSV and XML files that lie in them. */
async function filesIn(from: string, given: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of given.map((each) => resolve(from, each))) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw new Obstacle(`There is no file ${path}.`);
    if (!found.isDirectory()) files.push(path);
    else files.push(...(await filesInFolder(path)));
  }
  return files;
}

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Below this a thread takes longer to begin than to do its share. */
const worthThreads = 4_000_000;

/** As many threads as there are processors, where there is enough to do. */
const threadsFor = (size: number): number => (size < worthThreads ? 0 : availableParallelism());

async function* foundInCensus({ files: [first = '', ...others], last, year }: Asked, progress: Progress): AsyncGenerator<Found> {
  yield* validateCensus(progress.counting(new UnchangedFiles().read(first)), {
    file: basename(first),
    year,
    threads: threadsFor(await sizeOf([first])),
  });
  for (const path of [...others, ...last]) yield besideCensus(basename(path));
}

const isCensus = async ({ files: [first = ''] }: Asked): Promise<boolean> => kindOf(await beginningOf({ path: first }), first) === 'cin';

/** So little is read before it is known by which rules it is checked: why it cannot be read is then said too. */
const littleToRead = 32_000_000;

/** A set is read once, and once more for what does not fit into memory. */
async function* foundInSet(asked: Asked, progress: Progress): AsyncGenerator<Found> {
  const named = namedFiles(asked);
  const how = { ...asked, reference: await referenceOf(asked) };
  const size = await sizeOf(named.map(({ path }) => path));
  const refused = howOf(named, how);
  if (refused.kind === 'refused' && size > littleToRead) throw new Obstacle(refused.message);
  const files = new UnchangedFiles();
  async function* open(): AsyncGenerator<ComingFile> {
    for (const each of named) yield { ...each, bytes: progress.counting(files.read(each.path)) };
  }
  let before = 0;
  const whenChecked = (part: number) => {
    progress.advance((part - before) * size);
    before = part;
  };
  for await (const told of validateReturn({ open, isOnce: false, whenChecked }, how)) {
    if (told.kind === 'refused') throw new Obstacle(told.message);
    yield told;
  }
}

const namedFiles = ({ from, files, last }: Asked) => {
  const named = (isLast: boolean) => (path: string) => ({ path, name: relative(from, path), file: basename(path), isLast });
  return [...files.map(named(false)), ...last.map(named(true))];
};

/** The folder of reference data; and the register of providers as a file by itself, which goes before the folder's. */
async function referenceOf({ from, providers, reference: folder }: Asked): Promise<Reference> {
  const read = folder === undefined ? noReference : await readReference(folder);
  if (read.kind === 'refused') throw new Obstacle(read.message);
  if (providers === undefined) return read.reference;
  const path = resolve(from, providers);
  const bytes = await readFile(path).catch(() => undefined);
  const rows = bytes === undefined ? undefined : readNamedRows(bytes, 'URN');
  if (rows === undefined) throw new Obstacle(`${path} is no CSV of providers that can be read: its first line has URN.`);
  return { ...read.reference, providers: rows };
}
