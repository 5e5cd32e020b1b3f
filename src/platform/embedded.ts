import { execFile, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from '../../bin/lock.mjs';
import { identify, isAlive } from '../../bin/processes.mjs';
import { asAccount, initialise, own, owner, readPasswords, requirePassage, versionOf, type Passwords } from './data-folder.ts';
import { connect } from './database.ts';
import { ensureSignIn } from './migrate.ts';
import { ended, livePostmaster, removeStale, stopPostmaster, type Postmaster } from './postmaster.ts';
import { findPrograms, lentAccount, programIn, type Account, type Programs } from './programs.ts';
import { freePort, socketFolderFor } from './sockets.ts';

export type EmbeddedServer = {
  /** The owner's sign-in to the server's own database, for making others. */
  readonly ownerUrl: string;
  appUrl(database: string): string;
  ownerUrlOf(database: string): string;
  /** Stops the server, unless another live process is using it. */
  stop(): Promise<void>;
  readonly version: number;
  readonly pid: number;
};

export type EmbeddedOptions = {
  readonly folder: string;
  readonly log?: (line: string) => void;
  readonly from?: 'anywhere' | 'system';
  /** Only for what can be made again, such as a test's database: does not wait for the disk. */
  readonly isThrowaway?: boolean;
};

type Place = {
  readonly folder: string;
  readonly data: string;
  readonly users: string;
  readonly account: Account | undefined;
  readonly programs: Programs;
  readonly passwords: Passwords;
  readonly isThrowaway: boolean;
  readonly log: (line: string) => void;
};

const application = 'sightline_app';
const run = promisify(execFile);
const isWindows = process.platform === 'win32';

/** For two processors and little memory, and never at the cost of a commit that was acknowledged. */
const settings = {
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '60',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  wal_compression: 'on',
  checkpoint_completion_target: '0.9',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  autovacuum_naptime: '20s',
} as const;

const throwaway = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '100' } as const;

function lastWords(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') : '';
}

/** Its words go to a file, not to us: it must be able to outlive us without losing its voice. */
async function launch({ folder, data, account, programs, isThrowaway }: Place): Promise<number> {
  const logFile = join(folder, 'postgresql.log');
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
  const output = openSync(logFile, 'a', 0o600);
  const chosen: Record<string, string> = { ...settings, ...(isThrowaway ? throwaway : {}) };
  if (isWindows) Object.assign(chosen, { listen_addresses: '127.0.0.1', port: String(await freePort()) });
  else
    Object.assign(chosen, {
      listen_addresses: '',
      port: '5432',
      unix_socket_directories: socketFolderFor(folder, account),
      unix_socket_permissions: '0700',
    });
  const parameters = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(programIn(programs, 'postgres'), ['-D', data, ...parameters], {
    ...asAccount(account),
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
  });
  closeSync(output);
  child.on('error', () => {});
  child.unref();
  return child.pid ?? 0;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits as long as the server lives: after a power cut it may have much to read before it is ready. */
async function untilReady(place: Place, pid: number): Promise<Postmaster | undefined> {
  for (let told = false, began = Date.now(); !(await ended(pid, 0)); await pause(10)) {
    const found = livePostmaster(place.data);
    if (found?.pid === pid && found.isReady) return found;
    if (!told && Date.now() - began > 5_000) {
      told = true;
      place.log('The database is recovering what was being written when it last ended …');
    }
  }
  return undefined;
}

/** The parts of a server that was killed may take a moment to follow it; until then no other may start. */
async function start(place: Place): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    removeStale(place.data);
    const found = await untilReady(place, await launch(place));
    if (found) return found;
    const words = lastWords(join(place.folder, 'postgresql.log'));
    const isTransient = /pre-existing shared memory block|lock file .* already exists/.test(words);
    if (!isTransient || attempt === 20)
      throw new Error(`PostgreSQL did not start. Its last words in ${join(place.folder, 'postgresql.log')}:\n${words}`);
    await pause(500);
  }
}

function urlOf({ port, socketFolder }: Postmaster, role: string, password: string, database: string): string {
  const host = isWindows ? '127.0.0.1' : encodeURIComponent(socketFolder);
  return `postgresql://${role}:${password}@${host}:${port}/${encodeURIComponent(database)}`;
}

/** A server left by a killed parent is taken over as it is, unless its programs were replaced meanwhile. */
async function adopt(place: Place, found: Postmaster): Promise<boolean> {
  const { stdout } = await run(programIn(place.programs, 'postgres'), ['--version']);
  const client = await connect(urlOf(found, owner, place.passwords.owner, 'postgres'));
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return stdout.includes(rows[0]?.server_version ?? '?');
  } finally {
    await client.end();
  }
}

function liveUsers(users: string): number {
  const names = readdirSync(users);
  for (const name of names.filter((each) => !isAlive(each.replace('-', ':')))) rmSync(join(users, name), { force: true });
  return readdirSync(users).length;
}

async function startOrAdopt(place: Place): Promise<Postmaster> {
  if (versionOf(place.data) === undefined) {
    place.log('Making the database …');
    await initialise(place.data, place);
  }
  let found = livePostmaster(place.data);
  if (found && !found.isReady) found = await untilReady(place, found.pid);
  if (found && (liveUsers(place.users) > 0 || (await adopt(place, found)))) return found;
  await stopPostmaster(place.data);
  return start(place);
}

async function prepare({ folder: given, log = () => {}, from = 'anywhere', isThrowaway = false }: EmbeddedOptions): Promise<Place> {
  const folder = resolve(given);
  const account = lentAccount();
  mkdirSync(folder, { recursive: true });
  requirePassage(folder, account);
  own(folder, account, 0o700);
  const data = join(folder, 'data');
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true });
  const programs = await findPrograms({ version: versionOf(data), from });
  return { folder, data, users, account, programs, passwords: readPasswords(folder), isThrowaway, log };
}

/**
 * Starts the PostgreSQL server of `folder`, making its data the first time, or joins the one that already runs there.
 * It is reached through a socket that only this account can enter, with a password; it is never trusted without.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  mkdirSync(options.folder, { recursive: true });
  const lock = join(resolve(options.folder), 'server.lock');
  const user = identify(process.pid).replace(':', '-');
  const { place, found } = await withLock(lock, async () => {
    const prepared = await prepare(options);
    const running = await startOrAdopt(prepared);
    await ensureSignIn(urlOf(running, owner, prepared.passwords.owner, 'postgres'), application, prepared.passwords.application);
    writeFileSync(join(prepared.users, user), '');
    return { place: prepared, found: running };
  });
  const ownerUrlOf = (database: string): string => urlOf(found, owner, place.passwords.owner, database);
  return {
    ownerUrl: ownerUrlOf('postgres'),
    ownerUrlOf,
    appUrl: (database) => urlOf(found, application, place.passwords.application, database),
    version: place.programs.version,
    pid: found.pid,
    stop: () =>
      withLock(lock, async () => {
        rmSync(join(place.users, user), { force: true });
        if (liveUsers(place.users) === 0) await stopPostmaster(place.data);
      }),
  };
}
