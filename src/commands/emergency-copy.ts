import { randomUUID } from 'node:crypto';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeCopy } from '../oversight/emergency-copy/emergency-copy.ts';
import { makePassphrase, whyTooWeak } from '../oversight/emergency-copy/passphrase.ts';
import { notDone, Obstacle } from '../platform/obstacle.ts';
import type { NewCopy } from '../record/emergency-copies.ts';
import { operatorOf } from '../record/operator.ts';
import { teamsNamed } from '../record/staff.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { copyPartsOf } from './copies.ts';
import type { Opened } from './open.ts';
import { readOwnFile } from './own-file.ts';
import { readWords, type Words } from './words.ts';

const usage = 'emergency-copy --out FILE --for NAME [--days 1…14] [--team NAME…] [--passphrase-file FILE] [--authority NUMBER]';

function required({ one }: Words, option: string): string {
  const given = one(option)?.trim();
  if (given === undefined || given === '') throw new Obstacle(`emergency-copy needs --${option}. Usage: ${usage}`);
  return given;
}

function readDays(given: string | undefined): number {
  const days = Number(given ?? '3');
  if (Number.isInteger(days) && days >= 1 && days <= 14) return days;
  throw new Obstacle(`--days is "${given ?? ''}". A copy can be opened for 1 to 14 days.`);
}

/** `option`: that which names the file. */
export async function readPassphrase(file: string, option = '--passphrase-file'): Promise<string> {
  const passphrase = (await readOwnFile(file, option)).trim();
  const weakness = whyTooWeak(passphrase);
  if (weakness !== undefined) throw new Obstacle(`${file}: ${weakness}`);
  return passphrase;
}

type Passphrase = { readonly words: string; readonly isMade: boolean };

/** A made passphrase is shown on a terminal only: a timer's output is kept in a journal. */
async function passphraseOf(given: string | undefined, from: string): Promise<Passphrase> {
  if (given !== undefined) return { words: await readPassphrase(resolve(from, given)), isMade: false };
  if (process.stdout.isTTY !== true)
    throw new Obstacle('There is no terminal to show a passphrase on once. Give one with --passphrase-file FILE.');
  return { words: makePassphrase(), isMade: true };
}

async function scopeOf({ owner }: Opened, authority: number, names: readonly string[]): Promise<Pick<NewCopy, 'scope' | 'teams'>> {
  if (names.length === 0) return { scope: 'The whole authority' };
  const known = await teamsNamed(owner, authority);
  const teams = names.map((name) => {
    const id = known.get(name);
    if (id === undefined) throw new Obstacle(`--team is "${name}". There are ${[...known.keys()].join(', ')}.`);
    return id;
  });
  return { scope: names.join(', '), teams };
}

/** Whole or not at all, and for this account only: a copy that is being written never lies there half. */
async function writeWhole(file: string, text: string): Promise<void> {
  const making = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(making, text, { mode: 0o600, flag: 'wx' });
    await chmod(making, 0o600);
    await rename(making, file);
  } catch (error) {
    await rm(making, { force: true });
    notDone(file, 'written')(error);
  }
}

/** emergency-copy: the sealed file, for a named recipient; numbered and logged like one that a page makes. */
export async function emergencyCopy(opened: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['out', 'for', 'days', 'team', 'passphrase-file', 'authority'] });
  const [out, recipient] = [resolve(from, required(words, 'out')), required(words, 'for')];
  const days = readDays(words.one('days'));
  const { authority, name } = await onlyAuthority(opened.app, words.one('authority'));
  const scope = await scopeOf(opened, authority, words.all('team'));
  const passphrase = await passphraseOf(words.one('passphrase-file'), from);
  const operator = await operatorOf(opened.owner, authority);
  if (operator === undefined)
    throw new Obstacle(`${name} has no administrator, and a copy is logged as made by one. Add one first: sightline member add`);
  const session = { ...operator, scope: 'all' } as const;
  const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString();
  const asked: NewCopy = { copy: randomUUID(), kind: 'copy', recipient, expiresAt, ...scope };
  const made = await makeCopy(await copyPartsOf(opened.owner, session), asked, 'command', passphrase.words);
  if (made.kind === 'refused') throw new Obstacle(`${made.message}.`);
  await writeWhole(out, made.file);
  console.log(
    `Emergency copy number ${made.number}: ${made.children} children, in ${out}. It opens until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC.`,
  );
  if (passphrase.isMade) console.log(`Its passphrase, shown this once and kept nowhere:\n\n  ${passphrase.words}\n`);
  return true;
}
