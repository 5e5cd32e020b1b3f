// Whether a program is still what its sources say: of those that it was made of, none was written since.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { home, workFolder } from './places.mjs';

const sources = /\.(tsx?|m?js|json|css|sql|svg)$/;
const tests = /\.test\.tsx?$/;
/** What decides about every program, besides its sources. */
const always = ['package-lock.json', 'tsconfig.json', 'bin/bundle.mjs', 'bin/made-of.mjs'];

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (sources.test(entry.name) && !tests.test(entry.name)) yield relative(home, path);
  }
}

const allUnder = (folders) =>
  folders.filter((folder) => existsSync(join(home, folder))).flatMap((folder) => [...filesUnder(join(home, folder))]);

function hashed(files, say) {
  const hash = createHash('sha256').update(home);
  for (const file of files) hash.update(file).update('\0').update(say(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Whether a file was written since is known without reading it: its time of change cannot be set. */
function standing(file) {
  const { size, ino, ctimeMs } = statSync(join(home, file), { throwIfNoEntry: false }) ?? {};
  return `${size} ${ino} ${ctimeMs}`;
}

const noteOf = (entry) => join(workFolder(), `made-${entry.replace(/\W/g, '-')}`);
const inputsOf = (folder) => readFileSync(join(folder, 'made-of'), 'utf8').split('\n');

/** @returns the folder of the program that was made of the sources as they stand, if it is known */
export function madeBefore(entry, builds) {
  try {
    const [asTheyStood, name = ''] = readFileSync(noteOf(entry), 'utf8').split(' ');
    const folder = join(builds, name);
    return existsSync(join(folder, 'program.mjs')) && hashed(inputsOf(folder), standing) === asTheyStood ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Reads all there is: how each file stands, from before it is read on, and what all of them say. */
export function lookAt(folders) {
  const files = [...always, ...allUnder(folders)];
  const stood = new Map(files.map((file) => [file, standing(file)]));
  return { stood, fingerprint: hashed(files, (file) => readFileSync(join(home, file))) };
}

/** In the folder of a program: which files it was made of. */
export const keepInputs = (folder, inputs) => writeFileSync(join(folder, 'made-of'), [...always, ...inputs].join('\n'));

/** For the next start: how these files stood when they were read. */
export function noteInputs(entry, folder, { stood }) {
  const note = noteOf(entry);
  mkdirSync(workFolder(), { recursive: true });
  writeFileSync(`${note}.${process.pid}`, `${hashed(inputsOf(folder), (file) => stood.get(file) ?? standing(file))} ${basename(folder)}`);
  renameSync(`${note}.${process.pid}`, note);
}
