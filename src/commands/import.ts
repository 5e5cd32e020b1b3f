import { resolve } from 'node:path';
import { bytesIn, filesAt, importSet, setsOf, type FileSet } from '../import/file-set.ts';
import type { SentFile } from '../import/intake/sent-file.ts';
import { finishBeforeEnding, isEnding } from '../platform/ending.ts';
import { Obstacle } from '../platform/obstacle.ts';
import type { Session } from '../record/contract.ts';
import { operatorOf } from '../record/operator.ts';
import { importerOn } from './importer.ts';
import { onlyAuthority } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const usage = 'import FOLDER|FILE… [--year 2026] [--dry-run] [--authority NUMBER]';
const kinds: Readonly<Record<FileSet['kind'], string>> = {
  cin: 'CIN census',
  ssda903: 'SSDA903 return',
  ssd: 'Standard Safeguarding Dataset',
};

type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** Ten signs wide, on a terminal only. */
export function showProgress(done: number, of: number, children: number, terminal: Terminal = process.stderr): void {
  const part = Math.min(10, Math.round((10 * done) / Math.max(1, of)));
  if (terminal.isTTY === true) terminal.write(`\r[${'#'.repeat(part)}${'.'.repeat(10 - part)}] ${children} children`);
}

async function importOne({ app }: Opened, session: Session, set: FileSet, dryRun: boolean): Promise<boolean> {
  const size = bytesIn(set);
  const onProgress = ({ bytes, children }: { readonly bytes: number; readonly children: number }) => showProgress(bytes, size, children);
  const result = await finishBeforeEnding(importSet(importerOn(app), set, { session, dryRun, onProgress, isStopping: isEnding }));
  if (process.stderr.isTTY) process.stderr.write('\n');
  const { refused, note, kept, waiting } = result.problems;
  const name = `${set.name}, ${kinds[set.kind]}${set.year === undefined ? '' : ` ${set.year}`}`;
  console.log(
    `${name}${dryRun ? ' (dry run: nothing was stated)' : ''}: ${result.children} children, ${result.stated} entries, ${result.corrected} corrections, ` +
      `${result.unchanged} unchanged; ${refused} not taken, ${waiting} waiting for a decision, ${note} noted, ${kept} kept (listed on the page Imports)`,
  );
  const { stopped } = result;
  const file = stopped?.file === undefined ? '' : `${stopped.file}, `;
  const at = stopped === undefined || stopped.line === 0 ? '' : ` at ${file}line ${stopped.line}`;
  if (stopped !== undefined) console.log(`Stopped${at}: ${stopped.message}`);
  return stopped === undefined;
}

function yearOf(said: string | undefined): number | undefined {
  if (said !== undefined && !/^20\d\d$/.test(said))
    throw new Obstacle(`--year is "${said}", which is no year of a return. Write for example --year 2026.`);
  return said === undefined ? undefined : Number(said);
}

async function filesIn(from: string, names: readonly string[]): Promise<readonly SentFile[]> {
  if (names.length === 0) throw new Obstacle(`import needs the name of at least one file or folder: ${usage}`);
  const files: SentFile[] = [];
  for (const name of names) {
    const found = await filesAt(resolve(from, name));
    if (found === undefined) throw new Obstacle(`${resolve(from, name)} is not a file or folder that can be read.`);
    if (found.length === 0) throw new Obstacle(`${resolve(from, name)} holds no CSV or XML files.`);
    files.push(...found);
  }
  return files;
}

/** import FOLDER|FILE… [--year 2026] [--dry-run]. @returns whether every file was taken to its end */
export async function importFiles(opened: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const { words: names, one, is } = readWords(parameters, { usage, options: ['authority', 'year'], switches: ['dry-run'] });
  const year = yearOf(one('year'));
  const files = await filesIn(from, names);
  const { authority, name } = await onlyAuthority(opened.app, one('authority'));
  const session = await operatorOf(opened.owner, authority);
  if (session === undefined)
    throw new Obstacle(`${name} has no administrator, and an import is recorded as made by one. Add one first: sightline member add`);
  let isWhole = true;
  for (const set of await setsOf(files, year)) isWhole = !isEnding() && (await importOne(opened, session, set, is('dry-run'))) && isWhole;
  return isWhole;
}
