import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readManual } from '../governance/procedures/read-manual.ts';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { sheetOf } from '../web/assets.ts';
import { manualFiles } from '../web/pages/procedures/manual-folder.tsx';
import { readWords } from './words.ts';

const usage = 'procedures --out FOLDER';
const sheet = 'manual.css';

/** procedures: writes the public part of the manual as plain files, which open without a server. */
export async function writeProcedures(from: string, parameters: readonly string[]): Promise<boolean> {
  const out = readWords(parameters, { usage, options: ['out'] }).one('out');
  if (out === undefined) throw new Obstacle(`Say where the manual is to be written. Usage: ${usage}`);
  const folder = resolve(from, out);
  await mustBeFree(folder);
  const files = manualFiles(readManual(), dayInEngland(new Date()));
  const written = [...files, { path: sheet, text: await sheetOf(['govuk.css', 'moj.css', 'sightline.css']) }];
  for (const { path, text } of written) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  console.log(`${written.length} files are in ${folder}. Open index.html.`);
  return true;
}

/** A manual that was written there before is written again; anything else is not written over. */
async function mustBeFree(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes(sheet))
    throw new Obstacle(`${folder} is not empty, and holds no manual. Name a new folder, or one into which a manual was written before.`);
}
