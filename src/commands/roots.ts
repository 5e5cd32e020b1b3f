import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dayInEngland, isDate } from '../kernel/calendar/dates.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { rootsSince, sealDaysBefore, type Root } from '../record/roots.ts';
import { chosenAuthorities } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { rootsAsText } from './published-roots.ts';
import { readWords } from './words.ts';

const usage = 'roots [--since DAY] [--out FILE] [--authority NUMBER]';

/** roots: the root of each day that is over, for publication off this machine. Days that nobody has sealed yet are sealed first. */
export async function printRoots({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const { one } = readWords(parameters, { usage, options: ['since', 'out', 'authority'] });
  const since = one('since');
  if (since !== undefined && !isDate(since)) throw new Obstacle(`--since is "${since}", which is not a day. Write it as 2026-03-01.`);
  const roots: Root[] = [];
  for (const { authority } of await chosenAuthorities(app, one('authority'))) {
    await sealDaysBefore(owner, authority, dayInEngland(new Date()));
    roots.push(...(await rootsSince(owner, authority, since)));
  }
  const out = one('out');
  if (out === undefined) console.log(rootsAsText(roots));
  else {
    await writeFile(resolve(from, out), `${rootsAsText(roots)}\n`);
    console.log(`${roots.length} roots are in ${resolve(from, out)}. Keep it where nobody who can change the database can change it.`);
  }
  return true;
}
