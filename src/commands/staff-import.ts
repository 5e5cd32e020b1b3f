import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { filesAt } from '../import/file-set.ts';
import { bytesOf } from '../import/intake/sent-file.ts';
import { notStated } from '../import/workforce-census/staff-from.ts';
import { isDate } from '../kernel/calendar/dates.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { operatorOf } from '../record/operator.ts';
import { csvLine } from '../web/export/sheet.ts';
import { onlyAuthority } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { takeInStaff, type StaffImported } from './staff-taken-in.ts';
import { readWords } from './words.ts';

const usage = 'staff-import FOLDER|FILE… [--on 2026-09-30] [--dry-run] [--out FILE.csv] [--authority NUMBER]';

/** staff-import: takes staff out of workforce censuses, once, into staff files in which nothing stands. @returns whether everybody was taken or was there already */
export async function importStaff(opened: Pick<Opened, 'app' | 'owner'>, parameters: readonly string[], from: string): Promise<boolean> {
  const { words, one, is } = readWords(parameters, { usage, options: ['on', 'out', 'authority'], switches: ['dry-run'] });
  const on = one('on');
  if (words.length === 0) throw new Obstacle(`Usage: ${usage}`);
  if (on !== undefined && (!isDate(on) || !on.endsWith('-09-30')))
    throw new Obstacle(`--on is "${on}". The census is of a 30 September: write for example 2026-09-30.`);
  const { authority, name } = await onlyAuthority(opened.app, one('authority'));
  const session = await operatorOf(opened.owner, authority);
  if (session === undefined)
    throw new Obstacle(`${name} has no administrator, and an import is recorded as made by one. Add one first: sightline member add`);
  const files = (await Promise.all(words.map((word) => filesAt(resolve(from, word))))).flatMap((found) => found ?? []);
  const given = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await buffer(bytesOf(file)) })));
  const done = await takeInStaff(opened, session, given, { ...(on === undefined ? {} : { on }), dryRun: is('dry-run') });
  await say(done, is('dry-run'), one('out') === undefined ? undefined : resolve(from, one('out') ?? ''));
  return done.notTaken.length === 0;
}

async function say({ rows, taken, unchanged, notTaken, told }: StaffImported, dryRun: boolean, out: string | undefined): Promise<void> {
  console.log(
    `${rows} rows${dryRun ? ' (dry run: nothing was stated)' : ''}: ${taken.length} social workers taken, ${unchanged.length} on record already as the files have them, ${notTaken.length} not taken`,
  );
  for (const line of told) console.log(line);
  for (const { at, number, reason } of notTaken) console.log(`${at}${number === '' ? '' : `, ${number}`}: ${reason}`);
  console.log(notStated);
  if (out !== undefined)
    await writeFile(
      out,
      [['Where', 'Number', 'Why it was not taken'], ...notTaken.map(({ at, number, reason }) => [at, number, reason])]
        .map(csvLine)
        .join(''),
      { mode: 0o600 },
    );
}
