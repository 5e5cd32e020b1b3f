import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open as openFile, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backup } from '../platform/backup.ts';
import type { Configuration } from '../platform/configuration.ts';
import { startEmbedded } from '../platform/embedded.ts';
import { ensureDatabase, onSameServer } from '../platform/migrate.ts';
import { Obstacle, wordsOfSystem } from '../platform/obstacle.ts';
import { signInAt } from '../platform/reach.ts';
import { restore } from '../platform/restore.ts';
import { readKey } from './backup-key.ts';
import { open, type Opened } from './open.ts';
import { verifyAll } from './verify.ts';
import { readWords } from './words.ts';

const usage = 'backup FILE --key-file FILE | --passphrase-file FILE';

async function keepOnDisk(path: string): Promise<void> {
  const file = await openFile(path, 'r+');
  await file.sync();
  await file.close();
}

/** backup FILE: the whole database at one instant, encrypted, while work goes on. The file appears when it is whole. */
export async function backUp({ ownerUrl }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['key-file', 'passphrase-file'] });
  const [name, ...others] = words.words;
  if (name === undefined || others.length > 0) throw new Obstacle(`backup needs the name of one file. Usage: ${usage}`);
  const path = resolve(from, name);
  if (existsSync(path)) throw new Obstacle(`${path} is there already, and a backup is never written over another. Choose another name.`);
  const key = await readKey(words, from);
  try {
    await pipeline(backup(ownerUrl, key), createWriteStream(`${path}.part`, { mode: 0o600 }));
    await keepOnDisk(`${path}.part`);
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true });
    const why = wordsOfSystem(error);
    throw why === undefined ? error : new Obstacle(`The backup could not be written to ${path}: ${why}.`);
  }
  console.log(
    `The backup is in ${path} (${((await stat(path)).size / 1e6).toFixed(1)} MB). Without its key nobody can read it, and neither can you.`,
  );
  return true;
}

const restoreUsage = 'restore FILE --key-file FILE | --passphrase-file FILE';

/** The embedded server's database is made by a start; a restore makes it instead. */
async function ownerUrlFor({ database, data }: Configuration): Promise<string> {
  if (database.kind === 'server') {
    await signInAt('DATABASE_OWNER_URL', database.ownerUrl);
    return database.ownerUrl;
  }
  const server = await startEmbedded({ folder: data, log: console.log });
  await ensureDatabase(server.ownerUrl, 'sightline');
  return onSameServer(server.ownerUrl, 'sightline');
}

/** restore FILE: into an empty database, in one transaction; then brought to this version, and verified. @returns whether every link holds */
export async function restoreFile(configuration: Configuration, parameters: readonly string[]): Promise<boolean> {
  const words = readWords(parameters, { usage: restoreUsage, options: ['key-file', 'passphrase-file'] });
  const [name, ...others] = words.words;
  if (name === undefined || others.length > 0) throw new Obstacle(`restore needs the name of one file. Usage: ${restoreUsage}`);
  const path = resolve(configuration.from, name);
  if (!existsSync(path)) throw new Obstacle(`${path} is not a file that can be read.`);
  const key = await readKey(words, configuration.from);
  const file = createReadStream(path, { highWaterMark: 1_048_576 });
  const mayBeLive = configuration.database.kind === 'server';
  const about = await restore(await ownerUrlFor(configuration), file, key, { mayBeLive });
  console.log(
    `Restored as it stood at ${about.madeAt} (UTC). Openings and entries made since then are not in it; nor is any erasure: erasures --apply FILE does those again.`,
  );
  return verifyAll(await open(configuration), [], configuration.from);
}
