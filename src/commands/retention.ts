import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dayInEngland, isDate } from '../kernel/calendar/dates.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { derivation } from '../practice/pathway.ts';
import { comingToAnEnd, eraseAgain, erasures, type Erasure } from '../record/erasures.ts';
import { rebuild } from '../record/rebuild.ts';
import { chosenAuthorities } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

/** retention: whose records come to the end of their time, by their ids alone, and which of them are held. Nothing is destroyed from here. */
export async function printRetention({ app, owner }: Opened, parameters: readonly string[]): Promise<boolean> {
  const usage = 'retention [--by DAY] [--authority NUMBER]';
  const { one } = readWords(parameters, { usage, options: ['by', 'authority'] });
  const by = one('by') ?? dayInEngland(new Date());
  if (!isDate(by)) throw new Obstacle(`--by is "${by}", which is not a day. Write it as 2026-03-01.`);
  for (const { authority, name } of await chosenAuthorities(app, one('authority'))) {
    const records = await comingToAnEnd(owner, authority, by);
    console.log(
      `${name}: ${records.length} records are kept until ${by} or an earlier day; ${records.filter(({ isHeld }) => isHeld).length} of them are held.`,
    );
    for (const { person, keptUntil, isHeld } of records) console.log(`${person},${keptUntil}${isHeld ? ',held' : ''}`);
  }
  return true;
}

const heading = 'authority,person,entry,noted at,decided by,seconded by,ground';

const asLine = ({ authority, person, entry, notedAt, decidedBy, secondedBy, ground }: Erasure): string =>
  [authority, person, entry, notedAt, decidedBy, secondedBy, JSON.stringify(ground)].join(',');

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const line = new RegExp(`^(\\d+),(${uuid}),(${uuid}),([0-9 :.+-]+),(${uuid}),(${uuid}),(".*")$`);

function readErasure(text: string, place: number, path: string): Erasure {
  const [, authority, person = '', entry = '', notedAt = '', decidedBy = '', secondedBy = '', ground = '""'] = line.exec(text) ?? [];
  if (authority === undefined) throw new Obstacle(`Line ${place} of ${path} is no erasure. It must be ${heading}, as erasures writes it.`);
  return { authority: Number(authority), person, entry, notedAt, decidedBy, secondedBy, ground: String(JSON.parse(ground)) };
}

async function readErasures(path: string): Promise<readonly Erasure[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Obstacle(`${path} is not a file that can be read.`);
  });
  return text
    .split(/\r?\n/)
    .map((each, place) => ({ each: each.trim(), place: place + 1 }))
    .filter(({ each }) => each !== '' && each !== heading)
    .map(({ each, place }) => readErasure(each, place, path));
}

/** erasures: the list that is kept apart from the database and its backups; and, after a restore, what it says is done again. */
export async function keepErasures({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const usage = 'erasures --out FILE | --apply FILE [--authority NUMBER]';
  const { one } = readWords(parameters, { usage, options: ['out', 'apply', 'authority'] });
  const [out, apply] = [one('out'), one('apply')];
  if ((out === undefined) === (apply === undefined)) throw new Obstacle(`erasures needs either --out or --apply. Usage: ${usage}`);
  const chosen = await chosenAuthorities(app, one('authority'));
  if (out !== undefined) {
    const all = (await Promise.all(chosen.map(({ authority }) => erasures(owner, authority)))).flat();
    await writeFile(resolve(from, out), `${[heading, ...all.map(asLine)].join('\n')}\n`);
    console.log(`${all.length} erasures are in ${resolve(from, out)}. Keep it apart from the database and its backups.`);
    return true;
  }
  const known = await readErasures(resolve(from, apply ?? ''));
  for (const { authority, name } of chosen) {
    const again = await eraseAgain(owner, authority, known);
    if (again > 0) await rebuild(owner, authority, derivation, { write: true });
    console.log(`${name}: the words of ${again} lines were there again, and are erased.`);
  }
  return true;
}
