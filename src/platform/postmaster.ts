import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says of itself in the first lines of postmaster.pid. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly socketFolder: string; readonly isReady: boolean };

const pidFile = (data: string): string => join(data, 'postmaster.pid');

function readPidFile(data: string): Postmaster | undefined {
  if (!existsSync(pidFile(data))) return undefined;
  const lines = readFileSync(pidFile(data), 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  return { pid, port: Number(lines[3] ?? 0), socketFolder: (lines[4] ?? '').trim(), isReady: (lines[7] ?? '').startsWith('ready') };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !(process.platform === 'linux' && /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Every process of a server works in its data folder, which tells it from a stranger that was given its number. */
function worksIn(pid: number | string, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

const isLinux = process.platform === 'linux';

/** The live server of the data folder, or undefined. A number left by one that died does not count. */
export function livePostmaster(data: string): Postmaster | undefined {
  const found = readPidFile(data);
  if (!found || !isRunning(found.pid)) return undefined;
  return !isLinux || worksIn(found.pid, data) ? found : undefined;
}

/**
 * Removes a file whose number now belongs to a stranger, which the server itself would take for another server.
 * Only where nothing at all works in the data folder: the file also guards against parts that outlive their server.
 */
export function removeStale(data: string): void {
  const found = readPidFile(data);
  if (!isLinux || !found || !isRunning(found.pid) || worksIn(found.pid, data)) return;
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  if (!numbers.some((number) => worksIn(number, data))) rmSync(pidFile(data), { force: true });
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** @returns whether the process ended within the time */
export async function ended(pid: number, within: number): Promise<boolean> {
  for (const until = Date.now() + within; isRunning(pid); await pause(20)) if (Date.now() > until) return false;
  return true;
}

/** Lets statements in flight end with an error, writes everything out, and waits for it. */
export async function stopPostmaster(data: string): Promise<void> {
  const found = livePostmaster(data);
  if (!found) return;
  process.kill(found.pid, 'SIGINT');
  if (await ended(found.pid, 60_000)) return;
  process.kill(found.pid, 'SIGQUIT');
  await ended(found.pid, 10_000);
}
