import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dayInEngland, isDate } from '../kernel/calendar/dates.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { derivation } from '../practice/pathway.ts';
import type { Database } from '../platform/database.ts';
import {
  comingToAnEnd,
  destroyedReturns,
  destroyReturnsAgain,
  eraseAgain,
  erasures,
  type DestroyedReturn,
  type Erasure,
} from '../record/erasures.ts';
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
const returnHeading = 'return,authority,prepared,destruction,asked at,asked by,destroyed at,confirmed by';

const asLine = ({ authority, person, entry, notedAt, decidedBy, secondedBy, ground }: Erasure): string =>
  [authority, person, entry, notedAt, decidedBy, secondedBy, JSON.stringify(ground)].join(',');

const asReturnLine = ({ authority, prepared, destruction, askedAt, askedBy, destroyedAt, confirmedBy }: DestroyedReturn): string =>
  ['return', authority, prepared, destruction, askedAt, askedBy, destroyedAt, confirmedBy].join(',');

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const instant = '[0-9 :.+-]+';
const line = new RegExp(`^(\\d+),(${uuid}),(${uuid}),(${instant}),(${uuid}),(${uuid}),(".*")$`);
const returnLine = new RegExp(`^return,(\\d+),(${uuid}),(${uuid}),(${instant}),(${uuid}),(${instant}),(${uuid})$`);

type Known = { readonly erasures: readonly Erasure[]; readonly returns: readonly DestroyedReturn[] };

function readErasure(text: string): Erasure | undefined {
  const [, authority, person = '', entry = '', notedAt = '', decidedBy = '', secondedBy = '', ground = '""'] = line.exec(text) ?? [];
  if (authority === undefined) return undefined;
  return { authority: Number(authority), person, entry, notedAt, decidedBy, secondedBy, ground: String(JSON.parse(ground)) };
}

function readDestroyedReturn(text: string): DestroyedReturn | undefined {
  const [, authority, prepared = '', destruction = '', askedAt = '', askedBy = '', destroyedAt = '', confirmedBy = ''] =
    returnLine.exec(text) ?? [];
  if (authority === undefined) return undefined;
  return { authority: Number(authority), prepared, destruction, askedAt, askedBy, destroyedAt, confirmedBy };
}

async function readErasures(path: string): Promise<Known> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Obstacle(`${path} is not a file that can be read.`);
  });
  const [known, returns]: [Erasure[], DestroyedReturn[]] = [[], []];
  for (const [place, each] of text.split(/\r?\n/).entries()) {
    const said = each.trim();
    if (said === '' || said === heading || said === returnHeading) continue;
    const [erasure, destroyed] = [readErasure(said), readDestroyedReturn(said)];
    if (erasure !== undefined) known.push(erasure);
    else if (destroyed !== undefined) returns.push(destroyed);
    else
      throw new Obstacle(`Line ${place + 1} of ${path} is no erasure. It must be ${heading}, or ${returnHeading}, as erasures writes it.`);
  }
  return { erasures: known, returns };
}

async function writeErasures(owner: Database, chosen: readonly { readonly authority: number }[], path: string): Promise<void> {
  const all = (await Promise.all(chosen.map(({ authority }) => erasures(owner, authority)))).flat();
  const returns = (await Promise.all(chosen.map(({ authority }) => destroyedReturns(owner, authority)))).flat();
  const lines = [heading, ...all.map(asLine), ...(returns.length === 0 ? [] : [returnHeading, ...returns.map(asReturnLine)])];
  await writeFile(path, `${lines.join('\n')}\n`);
  const more = returns.length === 0 ? '' : ` and ${returns.length} destroyed ${returns.length === 1 ? 'return' : 'returns'}`;
  console.log(`${all.length} erasures${more} are in ${path}. Keep it apart from the database and its backups.`);
}

/** erasures: the list that is kept apart from the database and its backups; and, after a restore, what it says is done again. */
export async function keepErasures({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const usage = 'erasures --out FILE | --apply FILE [--authority NUMBER]';
  const { one } = readWords(parameters, { usage, options: ['out', 'apply', 'authority'] });
  const [out, apply] = [one('out'), one('apply')];
  if ((out === undefined) === (apply === undefined)) throw new Obstacle(`erasures needs either --out or --apply. Usage: ${usage}`);
  const chosen = await chosenAuthorities(app, one('authority'));
  if (out !== undefined) {
    await writeErasures(owner, chosen, resolve(from, out));
    return true;
  }
  const known = await readErasures(resolve(from, apply ?? ''));
  for (const { authority, name } of chosen) {
    const again = await eraseAgain(owner, authority, known.erasures);
    if (again > 0) await rebuild(owner, authority, derivation, { write: true });
    console.log(`${name}: the words of ${again} lines were there again, and are erased.`);
    const returns = await destroyReturnsAgain(owner, authority, known.returns);
    if (returns > 0)
      console.log(`${name}: ${returns} destroyed ${returns === 1 ? 'return was' : 'returns were'} there again, and gone now.`);
  }
  return true;
}
