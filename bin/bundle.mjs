// Makes one program of the sources, kept under a name that is the hash of what it was made from.
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { home, Refusal, workFolder } from './places.mjs';

const sources = /\.(tsx?|m?js|json|css|sql|svg)$/;
const tests = /\.test\.tsx?$/;

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (sources.test(entry.name) && !tests.test(entry.name)) yield path;
  }
}

const madeOf = (folders) => [
  ...['package-lock.json', 'tsconfig.json', 'bin/bundle.mjs'].map((name) => join(home, name)),
  ...folders.filter((folder) => existsSync(join(home, folder))).flatMap((folder) => [...filesUnder(join(home, folder))]),
];

function hashed(files, say) {
  const hash = createHash('sha256').update(home);
  for (const file of files) hash.update(relative(home, file)).update('\0').update(say(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Whether a file was written since is known without reading it: its time of change cannot be set. */
function changed(file) {
  const { size, ino, ctimeNs } = statSync(file, { bigint: true });
  return `${size} ${ino} ${ctimeNs}`;
}

/** What the sources are, in words of their own; read again only when one of them was written since. */
function fingerprint(entry, folders) {
  const files = madeOf(folders);
  const asTheyStand = hashed(files, changed);
  const note = join(workFolder(), `read-${entry.replace(/\W/g, '-')}`);
  const [before, known] = existsSync(note) ? readFileSync(note, 'utf8').split(' ') : [];
  if (before === asTheyStand && known) return known;
  const found = hashed(files, readFileSync);
  mkdirSync(workFolder(), { recursive: true });
  writeFileSync(`${note}.${process.pid}`, `${asTheyStand} ${found}`);
  renameSync(`${note}.${process.pid}`, note);
  return found;
}

const placeWords = /new URL\('\.\/([\w-]+-(?:thread|own-process))\.ts', import\.meta\.url\)|\bimport\.meta\.(url|filename|dirname)\b/g;

/** A bundled file still finds what lies beside it: its own place is the source's, not the bundle's. A thread, or a process that is forked, begins with a program of its own, beside this one. */
const ownPlace = {
  name: 'own-place',
  setup: (build) =>
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const places = {
        url: `new URL(${JSON.stringify(`file://${path}`)}).href`,
        filename: JSON.stringify(path),
        dirname: JSON.stringify(join(path, '..')),
      };
      return {
        contents: text.replace(placeWords, (_, begun, name) => (begun ? `new URL('./${begun}.mjs', import.meta.url)` : places[name])),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      };
    }),
};

const threadsIn = (folders) =>
  folders.flatMap((folder) => [...filesUnder(join(home, folder))]).filter((path) => /-(thread|own-process)\.ts$/.test(path));

async function make(entry, folders, folder) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [
      { in: join(home, entry), out: 'program' },
      ...threadsIn(folders).map((path) => ({ in: path, out: basename(path, '.ts') })),
    ],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    absWorkingDir: home,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    loader: { '.css': 'text', '.sql': 'text', '.svg': 'text' },
    plugins: [ownPlace],
    logLevel: 'error',
  });
}

/** Keeps the last few, so that a running program still finds its parts. */
function sweep(folder) {
  const age = (name) => Date.now() - statSync(join(folder, name)).mtimeMs;
  const kept = readdirSync(folder).sort((a, b) => age(a) - age(b));
  for (const name of kept.filter((each, place) => (each.startsWith('new-') ? age(each) > 600_000 : place >= 8))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @returns the path of the program made from `entry` and everything in `folders` */
export async function bundle(entry, folders) {
  if (!existsSync(join(home, entry))) throw new Refusal(`${entry} is not in this copy of Sightline.`);
  const builds = join(workFolder(), 'build');
  const folder = join(builds, `${entry.replace(/\W/g, '-')}-${fingerprint(entry, folders)}`);
  const program = join(folder, 'program.mjs');
  if (existsSync(program)) {
    utimesSync(folder, new Date(), new Date());
    return program;
  }
  const making = join(builds, `new-${randomUUID()}`);
  mkdirSync(making, { recursive: true });
  try {
    await make(entry, folders, making);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error.errors ? new Refusal(`${entry} could not be built: see above.`) : error;
  }
  if (!builds.startsWith(home)) symlinkSync(join(home, 'node_modules'), join(making, 'node_modules'));
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(program)) throw error;
  }
  sweep(builds);
  return program;
}
