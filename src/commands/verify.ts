import { resolve } from 'node:path';
import { formatDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { whyBroken } from '../record/broken-link.ts';
import type { Authority } from '../record/members.ts';
import { firstBrokenDay, type BrokenDay, type Root } from '../record/roots.ts';
import { brokenFile, verify } from '../record/verify.ts';
import { chosenAuthorities } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { readRoots } from './published-roots.ts';
import { readWords } from './words.ts';

const usage = 'verify [--roots FILE] [--authority NUMBER]';

const dayInWords: Readonly<Record<BrokenDay['why'], string>> = {
  'not in the database': 'its published root is not in the database: a sealed day was removed',
  'another root': 'the database holds another root than the one that was published',
  'chains changed': 'the chains, as they are now, do not give the root under which the day was sealed',
  'not linked': 'its root does not stand upon the one before it: a sealed day was removed or changed',
};

async function verifyOne(owner: Database, { authority, name }: Authority, published: readonly Root[]): Promise<boolean> {
  const { children, lines, erased, broken } = await verify(owner, authority);
  const day = await firstBrokenDay(owner, authority, published);
  console.log(`${name}: ${children} children, ${lines} lines${published.length > 0 ? `, ${published.length} published roots` : ''}`);
  if (erased !== undefined)
    console.log(`The words of ${erased} lines were erased, as is noted: compare with the list that is kept of them.`);
  if (broken !== undefined)
    console.log(`Broken: child ${broken.person}, position ${broken.position}: ${await whyBroken(owner, authority, broken)}.`);
  if (day !== undefined) console.log(`Broken: ${formatDate(day.day)}: ${dayInWords[day.why]}.`);
  const file = await brokenFile(owner, authority);
  if (file !== undefined)
    console.log(`Broken: child ${file.person}, entry ${file.entry}: a file of it is not what was recorded, or is gone.`);
  const holds = broken === undefined && day === undefined && file === undefined;
  if (holds) console.log('Every link holds.');
  return holds;
}

/** verify: recomputes every chain and root, and names the first broken link and the first broken day. @returns whether all hold */
export async function verifyAll({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const { one } = readWords(parameters, { usage, options: ['roots', 'authority'] });
  const file = one('roots');
  const published = file === undefined ? [] : await readRoots(resolve(from, file));
  let holds = true;
  for (const each of await chosenAuthorities(app, one('authority')))
    holds =
      (await verifyOne(
        owner,
        each,
        published.filter(({ authority }) => authority === each.authority),
      )) && holds;
  return holds;
}
