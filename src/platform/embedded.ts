import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { withLock } from '../../bin/lock.mjs';
import { initialise, own, owner, readPasswords, requirePassage, versionOf } from './data-folder.ts';
import { beforeEnding } from './ending.ts';
import { ensureSignIn } from './migrate.ts';
import { Obstacle, wordsOfSystem } from './obstacle.ts';
import { livePostmaster, stopPostmaster, type Postmaster } from './postmaster.ts';
import { findPrograms, lentAccount } from './programs.ts';
import { canAdopt, startServer, untilReady, untilRecovered, urlOf, type Place } from './server-process.ts';
import { liveUsers, markUser, unmarkUser } from './users.ts';

export type EmbeddedServer = {
  /** The owner's sign-in to the server's own database, for making others. */
  readonly ownerUrl: string;
  appUrl(database: string): string;
  ownerUrlOf(database: string): string;
  /** Says at which address this process serves, to whoever starts a second one. */
  announce(address: string): void;
  /** Stops the server, unless another live process is using it. */
  stop(): Promise<void>;
  readonly version: number;
};

export type EmbeddedOptions = {
  readonly folder: string;
  readonly log?: (line: string) => void;
  readonly from?: 'anywhere' | 'system';
  /** Only for what can be made again, such as a test's database: does not wait for the disk. */
  readonly isThrowaway?: boolean;
  /** This process serves pages: one at a time for each data folder. Commands may join it. */
  readonly serves?: boolean;
};

const application = 'sightline_app';

async function startOrAdopt(place: Place): Promise<Postmaster> {
  if (versionOf(place.data) === undefined) {
    place.log('Making the database …');
    await initialise(place.data, place);
  }
  let found = livePostmaster(place.data);
  if (found && !found.isReady) found = await untilReady(place, found.pid);
  if (found) found = await untilRecovered(place, found);
  if (found && (liveUsers(place.users).length > 0 || (await canAdopt(place, found)))) return found;
  await stopPostmaster(place.data);
  return startServer(place);
}

/** Node's own way of making parents never comes back from a place such as /proc, where nothing can be made. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

/** Makes the folder; what cannot be is said with the name of the setting. */
function makeFolders(folder: string, users: string): void {
  const account = lentAccount();
  try {
    makeFolder(folder);
    requirePassage(folder, account);
    own(folder, account, 0o700);
    mkdirSync(users, { recursive: true });
  } catch (error) {
    const words = wordsOfSystem(error);
    if (words === undefined) throw error;
    throw new Obstacle(`SIGHTLINE_DATA is ${folder}, where the database cannot be kept: ${words}. Set it to a folder of your own.`);
  }
}

async function prepare({ folder, log = () => {}, from = 'anywhere', isThrowaway = false }: EmbeddedOptions): Promise<Place> {
  const data = join(folder, 'data');
  const programs = await findPrograms({ version: versionOf(data), from });
  const passwords = readPasswords(folder);
  return { folder, data, users: join(folder, 'users'), account: lentAccount(), programs, passwords, isThrowaway, log };
}

/** Refuses a second process that would serve pages from the data of `folder`, and says where the first one is. */
export function refuseSecond(folder: string): void {
  const other = liveUsers(join(folder, 'users')).find(({ serves }) => serves);
  if (other === undefined) return;
  const where = other.address === undefined ? 'is being started' : `is already running at ${other.address}`;
  throw new Obstacle(
    `Sightline ${where} on this data folder (process ${other.pid}, SIGHTLINE_DATA ${folder}). Use that one, stop it first, or set SIGHTLINE_DATA to another folder.`,
  );
}

type Running = { readonly place: Place; readonly found: Postmaster };

async function begin(options: EmbeddedOptions): Promise<Running> {
  if (options.serves === true) refuseSecond(options.folder);
  const place = await prepare(options);
  const found = await startOrAdopt(place);
  await ensureSignIn(urlOf(found, owner, place.passwords.owner, 'postgres'), application, place.passwords.application);
  markUser(place.users, { serves: options.serves === true });
  return { place, found };
}

const watchEvery = 500;
const longestWait = 30_000;

/** Starts a server again that ended without being asked to, such as one killed when memory ran out. @returns ends the watch */
function watchOver(lock: string, { place, found }: Running): () => void {
  let isWatching = true;
  let wait = watchEvery;
  const restart = async (): Promise<void> => {
    if (!isWatching || livePostmaster(place.data) || versionOf(place.data) === undefined) return;
    place.log('The database ended without being asked to; starting it again …');
    await startServer(place, found.port);
    place.log('The database is there again.');
  };
  const look = (): void => {
    const isLive = livePostmaster(place.data) !== undefined;
    const looking = isLive ? Promise.resolve() : withLock(lock, restart);
    looking
      .then(
        () => (wait = watchEvery),
        (error: unknown) => {
          wait = Math.min(wait * 2, longestWait);
          place.log(error instanceof Error ? error.message : String(error));
        },
      )
      .finally(() => isWatching && setTimeout(look, wait).unref());
  };
  setTimeout(look, wait).unref();
  return () => {
    isWatching = false;
  };
}

/**
 * Starts the PostgreSQL server of `folder`, making its data the first time, or joins the one that already runs there, and
 * keeps it up until `stop`. It is reached through a socket that only this account can enter, with a password.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = resolve(options.folder);
  makeFolders(folder, join(folder, 'users'));
  const lock = join(folder, 'server.lock');
  let beginning: Promise<Running> | undefined;
  let stopping: Promise<void> | undefined;
  let endWatch = (): void => {};
  const stop = (): Promise<void> => {
    endWatch();
    return (stopping ??= withLock(lock, async () => {
      unmarkUser(join(folder, 'users'));
      if (liveUsers(join(folder, 'users')).length === 0) await stopPostmaster(join(folder, 'data'));
    }));
  };
  // While the lock is ours, the beginning is let come to its end: only then is there something to stop.
  const takeBack = beforeEnding(async () => {
    if (await beginning?.catch(() => undefined)) await stop();
  });
  const { place, found } = await withLock(lock, () => (beginning = begin({ ...options, folder })));
  if (stopping === undefined) endWatch = watchOver(lock, { place, found });
  const ownerUrlOf = (database: string): string => urlOf(found, owner, place.passwords.owner, database);
  return {
    ownerUrl: ownerUrlOf('postgres'),
    ownerUrlOf,
    appUrl: (database) => urlOf(found, application, place.passwords.application, database),
    version: place.programs.version,
    announce: (address) => markUser(place.users, { serves: true, address }),
    stop: () => stop().finally(takeBack),
  };
}
