import { resolve } from 'node:path';
import { censusFileAt, importFile } from '../import/cin-census/census-file.ts';
import { Obstacle } from '../platform/obstacle.ts';
import type { Session } from '../record/contract.ts';
import { operatorOf } from '../record/operator.ts';
import { importerOn } from './importer.ts';
import { onlyAuthority } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

/** Ten signs wide, on a terminal only. */
function showProgress(done: number, of: number, children: number): void {
  const part = Math.min(10, Math.round((10 * done) / Math.max(1, of)));
  if (process.stderr.isTTY) process.stderr.write(`\r[${'#'.repeat(part)}${'.'.repeat(10 - part)}] ${children} children`);
}

async function importOne({ app }: Opened, session: Session, path: string, dryRun: boolean): Promise<boolean> {
  const file = await censusFileAt(path);
  if (file === undefined) throw new Obstacle(`${path} is not a file that can be read.`);
  const result = await importFile(importerOn(app), file, {
    session,
    dryRun,
    onProgress: ({ bytes, children }) => showProgress(bytes, file.bytes, children),
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(
    `${file.name}${dryRun ? ' (dry run: nothing was stated)' : ''}: ${result.children} children, ${result.stated} entries, ${result.corrected} corrections, ` +
      `${result.unchanged} unchanged; ${result.problems.refused} not taken, ${result.problems.note} noted, ${result.problems.kept} kept (listed on the page Imports)`,
  );
  if (result.stopped !== undefined) console.log(`Stopped at line ${result.stopped.line}: ${result.stopped.message}`);
  return result.stopped === undefined;
}

const usage = 'import FILE… [--dry-run] [--authority NUMBER]';

/** import FILE… [--dry-run]. @returns whether every file was taken to its end */
export async function importFiles(opened: Opened, from: string, parameters: readonly string[]): Promise<boolean> {
  const { words: files, one, is } = readWords(parameters, { usage, options: ['authority'], switches: ['dry-run'] });
  if (files.length === 0) throw new Obstacle(`import needs the name of at least one file: ${usage}`);
  const { authority, name } = await onlyAuthority(opened.app, one('authority'));
  const session = await operatorOf(opened.owner, authority);
  if (session === undefined)
    throw new Obstacle(`${name} has no administrator, and an import is recorded as made by one. Add one first: sightline member add`);
  let isWhole = true;
  for (const file of files) isWhole = (await importOne(opened, session, resolve(from, file), is('dry-run'))) && isWhole;
  return isWhole;
}
