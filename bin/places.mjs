// Where Sightline keeps what it makes: the build, the locks and the data.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

export const home = dirname(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname));

/** Explains itself to the person at the keyboard; anything else that is thrown is a fault of ours. */
export class Refusal extends Error {}

export const isRoot = () => process.getuid?.() === 0;

/** Different for each copy of the project on the machine, and the same from one start to the next. */
const key = `${basename(home).replace(/[^a-z0-9-]/gi, '-')}-${createHash('sha256').update(home).digest('hex').slice(0, 8)}`;

function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** For builds and locks: in the project, or in the person's own folder where the project is not theirs to write in. */
export function workFolder() {
  const own = join(homedir(), '.local', 'share', 'sightline', key);
  const found = [join(home, '.sightline'), own].find(isWritable);
  if (found) return found;
  throw new Refusal(`Sightline can write neither in ${join(home, '.sightline')} nor in ${own}. Make one of them writable and start again.`);
}

/** For the database. As root it must lie where the unprivileged account that owns it can reach it. */
export function dataFolder() {
  if (process.env.SIGHTLINE_DATA) return resolve(process.env.INIT_CWD ?? process.cwd(), process.env.SIGHTLINE_DATA);
  return isRoot() ? join('/var/lib/sightline', key) : join(workFolder(), 'data');
}

export const packageFolder = (name) => {
  const folder = join(home, 'node_modules', name);
  return existsSync(join(folder, 'package.json')) ? folder : undefined;
};
