import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive } from '../../bin/processes.mjs';

/** A live process that uses the server of a data folder. One that serves pages says so, and where, once it does. */
export type User = { readonly pid: number; readonly serves: boolean; readonly address?: string };

const ownName = (): string => identify(process.pid).replace(':', '-');

function readUser(folder: string, name: string): User {
  const [pid] = name.split('-');
  try {
    const said = readFileSync(join(folder, name), 'utf8');
    const [serves, address] = said.split('\n');
    return { pid: Number(pid), serves: serves === 'serves', ...(address ? { address } : {}) };
  } catch {
    return { pid: Number(pid), serves: false };
  }
}

/** The others that live; the marks of those that died are removed. */
export function liveUsers(folder: string): readonly User[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.endsWith('.new') && name !== ownName());
  for (const name of names.filter((each) => !isAlive(each.replace('-', ':')))) rmSync(join(folder, name), { force: true });
  return names.filter((name) => existsSync(join(folder, name))).map((name) => readUser(folder, name));
}

export function markUser(folder: string, { serves, address }: Omit<User, 'pid'>): void {
  const file = join(folder, ownName());
  writeFileSync(`${file}.new`, serves ? `serves\n${address ?? ''}` : '');
  renameSync(`${file}.new`, file);
}

export const unmarkUser = (folder: string): void => rmSync(join(folder, ownName()), { force: true });
