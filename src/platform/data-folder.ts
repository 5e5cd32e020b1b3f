import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Obstacle } from './obstacle.ts';
import { programIn, type Account, type Programs } from './programs.ts';

export type Passwords = { readonly owner: string; readonly application: string };

type Making = {
  readonly folder: string;
  readonly account: Account | undefined;
  readonly programs: Programs;
  readonly passwords: Passwords;
};

export const owner = 'sightline_owner';
const run = promisify(execFile);

export function own(path: string, account: Account | undefined, mode: number): void {
  chmodSync(path, mode);
  if (account) chownSync(path, account.uid, account.gid);
}

/** Names the first folder on the way that the account cannot enter, rather than failing later without a word. */
export function requirePassage(folder: string, account: Account | undefined): void {
  if (!account) return;
  for (let parent = dirname(folder); parent !== dirname(parent); parent = dirname(parent)) {
    const { uid, gid, mode } = statSync(parent);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & needed)) {
      throw new Obstacle(
        `The database runs under an account of its own, which cannot enter ${parent}. Set SIGHTLINE_DATA to a folder it can reach, such as /var/lib/sightline/data.`,
      );
    }
  }
}

export function readPasswords(folder: string): Passwords {
  const file = join(folder, 'passwords.json');
  if (!existsSync(file)) {
    if (existsSync(join(folder, 'data', 'PG_VERSION')))
      throw new Obstacle(`${file} is missing, and the data beside it cannot be opened without it. Put it back from a copy.`);
    const passwords: Passwords = { owner: randomBytes(24).toString('hex'), application: randomBytes(24).toString('hex') };
    writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
}

export function versionOf(data: string): number | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

export const asAccount = (account: Account | undefined): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {};

/** The data folder is made whole under another name: one that is there was finished. */
export async function initialise(data: string, { folder, account, programs, passwords }: Making): Promise<void> {
  const making = join(folder, 'data.new');
  const passwordFile = join(folder, 'initial-password');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  own(making, account, 0o700);
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 });
  own(passwordFile, account, 0o600);
  const locale = programs.version >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8'];
  const parameters = ['-D', making, '-U', owner, '--encoding=UTF8', ...locale, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await run(programIn(programs, 'initdb'), [...parameters, '--no-instructions'], { ...asAccount(account), cwd: folder });
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    const words =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').slice(-4).join('\n') : String(error);
    throw new Obstacle(`The database could not be made in ${folder} (SIGHTLINE_DATA). PostgreSQL says:\n${words}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, data);
}
