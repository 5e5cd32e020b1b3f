// Whether one of the files that are named is so large that a process of its own, which keeps little, is worth its start.
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const largeFile = 200_000_000;

/** Of a folder, the files in it. Nothing of what cannot be looked at: what is wrong with it the program says. */
function sizesAt(path) {
  try {
    const found = statSync(path);
    return found.isDirectory() ? readdirSync(path).map((name) => statSync(join(path, name)).size) : [found.size];
  } catch {
    return [];
  }
}

/** `from`: the folder in which file names begin. */
export const isAnyLarge = (from, words) => words.some((word) => sizesAt(resolve(from, word)).some((size) => size > largeFile));
