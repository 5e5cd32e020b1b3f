import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The name says which process of which machine the folder belongs to. */
const mark = `sightline-rows-${hostname().replaceAll(/[^\w.]/g, '_')}-`;

/** A temporary folder of this process for rows about children, which this account alone can read. Whoever asks for it removes it. */
export const ownFolder = (): Promise<string> => mkdtemp(join(tmpdir(), `${mark}${process.pid}-`));

/**
 * Removes what a process that was killed has left: nobody will read it again, and it is about children. What another account has left is its own to
 * remove: this one could not. @returns how many folders
 */
export async function removeLeftBehind(account = process.getuid?.()): Promise<number> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(mark) && !isAlive(Number.parseInt(name.slice(mark.length), 10)));
  const owners = await Promise.all(left.map((name) => ownerOf(join(tmpdir(), name))));
  const own = left.filter((_, n) => account === undefined || owners[n] === account);
  await Promise.all(own.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
  return own.length;
}

/** Undefined: somebody else has removed it meanwhile. */
const ownerOf = (folder: string): Promise<number | undefined> =>
  stat(folder).then(
    ({ uid }) => uid,
    () => undefined,
  );

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
