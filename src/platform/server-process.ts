import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asAccount, owner, type Passwords } from './data-folder.ts';
import { connect } from './database.ts';
import { Obstacle } from './obstacle.ts';
import { ended, livePostmaster, removeStale, type Postmaster } from './postmaster.ts';
import { programIn, type Account, type Programs } from './programs.ts';
import { freePort, socketFolderFor } from './sockets.ts';

/** All that a server is started with. */
export type Place = {
  readonly folder: string;
  readonly data: string;
  readonly users: string;
  readonly account: Account | undefined;
  readonly programs: Programs;
  readonly passwords: Passwords;
  readonly isThrowaway: boolean;
  readonly log: (line: string) => void;
};

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

const logFileOf = (folder: string): string => join(folder, 'postgresql.log');

function lastWords(folder: string): string {
  const file = logFileOf(folder);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') : '';
}

async function addressOf({ folder, account }: Place, port: number | undefined): Promise<Record<string, string>> {
  if (isWindows) return { listen_addresses: '127.0.0.1', port: String(port ?? (await freePort())) };
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socketFolderFor(folder, account),
    unix_socket_permissions: '0700',
  };
}

/** Its words go to a file, not to us: it must be able to outlive us without losing its voice. */
async function launch(place: Place, port: number | undefined): Promise<number> {
  const { folder, data, account, programs, isThrowaway } = place;
  const logFile = logFileOf(folder);
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
  const output = openSync(logFile, 'a', 0o600);
  const chosen = { ...settings, ...(isThrowaway ? throwaway : {}), ...(await addressOf(place, port)) };
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

/** Waits as long as the server lives: after a power cut it may have much to read before it is ready. @returns undefined: it has ended */
async function whileItLives(
  place: Place,
  { pid, every }: { readonly pid: number; readonly every: number },
  look: () => Postmaster | undefined | Promise<Postmaster | undefined>,
): Promise<Postmaster | undefined> {
  for (let told = false, began = Date.now(); !(await ended(pid, 0)); await pause(every)) {
    const found = await look();
    if (found) return found;
    if (!told && Date.now() - began > 5_000) {
      told = true;
      place.log('The database is not ready yet; after a power cut it first recovers what was being written …');
    }
  }
  return undefined;
}

export const untilReady = (place: Place, pid: number): Promise<Postmaster | undefined> =>
  whileItLives(place, { pid, every: 10 }, () => {
    const found = livePostmaster(place.data);
    return found?.pid === pid && found.isReady ? found : undefined;
  });

/** A server that has lost one of its parts is still called ready, and lets nobody in until it has read again what was being written. */
export const untilRecovered = (place: Place, found: Postmaster): Promise<Postmaster | undefined> =>
  whileItLives(place, { pid: found.pid, every: 100 }, async () => {
    try {
      await (await connect(urlOf(found, owner, place.passwords.owner, 'postgres'))).end();
      return found;
    } catch (error) {
      if (isRecovering(error)) return undefined;
      throw error;
    }
  });

const isRecovering = (error: unknown): boolean => error instanceof Error && Reflect.get(error, 'code') === '57P03';

/** The parts of a server that was killed may take a moment to follow it; until then no other may start. */
export async function startServer(place: Place, port?: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    removeStale(place.data);
    const found = await untilReady(place, await launch(place, port));
    if (found) return found;
    const words = lastWords(place.folder);
    const isTransient = /pre-existing shared memory block|lock file .* already exists/.test(words);
    if (!isTransient || attempt === 20)
      throw new Obstacle(`PostgreSQL did not start. Its last words in ${logFileOf(place.folder)}:\n${words}`);
    await pause(500);
  }
}

export function urlOf({ port, socketFolder }: Postmaster, role: string, password: string, database: string): string {
  const host = isWindows ? '127.0.0.1' : encodeURIComponent(socketFolder);
  return `postgresql://${role}:${password}@${host}:${port}/${encodeURIComponent(database)}`;
}

/** Whether a server left by a killed parent can be taken over as it is: unless its programs were replaced meanwhile. */
export async function canAdopt(place: Place, found: Postmaster): Promise<boolean> {
  const { stdout } = await run(programIn(place.programs, 'postgres'), ['--version']);
  const client = await connect(urlOf(found, owner, place.passwords.owner, 'postgres'));
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return stdout.includes(rows[0]?.server_version ?? '?');
  } finally {
    await client.end();
  }
}
