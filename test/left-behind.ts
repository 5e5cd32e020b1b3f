import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../bin/processes.mjs';

/**
 * The folders of runs that were killed, by how their names begin and the process that these say each was of. What another account has left is its own to
 * remove: this one could not.
 */
export const leftBehind = (mark: string, account = process.getuid?.()): readonly string[] =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(mark) && !isAlive(name.slice(mark.length).split('-').slice(0, 2).join(':')))
    .map((name) => join(tmpdir(), name))
    .filter((folder) => account === undefined || statSync(folder, { throwIfNoEntry: false })?.uid === account);
