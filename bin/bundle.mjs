// Makes one program of the sources, kept under a name that is the hash of what it was made from.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { keepInputs, lookAt, madeBefore, noteInputs } from './made-of.mjs';
import { home, Refusal, workFolder } from './places.mjs';

const placeWords = /new URL\('\.\/([\w-]+-(?:thread|own-process))\.ts', import\.meta\.url\)|\bimport\.meta\.(url|filename|dirname)\b/g;

/**
 * A bundled file still finds what lies beside it: its own place is the source's, not the bundle's. A thread, or a process that is forked, begins with a
 * program of its own, beside this one: those met are put into `begun`.
 */
const ownPlace = (begun) => ({
  name: 'own-place',
  setup: (build) =>
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const places = {
        url: `new URL(${JSON.stringify(`file://${path}`)}).href`,
        filename: JSON.stringify(path),
        dirname: JSON.stringify(join(path, '..')),
      };
      const placed = (_, name, place) => {
        if (name === undefined) return places[place];
        begun.add(join(path, '..', `${name}.ts`));
        return `new URL('./${name}.mjs', import.meta.url)`;
      };
      return { contents: text.replace(placeWords, placed), loader: path.endsWith('x') ? 'tsx' : 'ts' };
    }),
});

const settings = (entry, folder, begun) => ({
  entryPoints: [{ in: join(home, entry), out: 'program' }, ...[...begun].map((path) => ({ in: path, out: basename(path, '.ts') }))],
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
  // The sources lie beside: a place in them is all that an error needs to name.
  sourcemap: true,
  sourcesContent: false,
  loader: { '.css': 'text', '.sql': 'text', '.svg': 'text' },
  plugins: [ownPlace(begun)],
  logLevel: 'error',
  metafile: true,
  write: false,
});

/** Once more, as long as threads are met that it did not begin with. @returns the files that it was made of */
async function make(entry, folder) {
  const { build } = await import('esbuild');
  const begun = new Set();
  let built;
  for (let before = -1; before < begun.size;) {
    before = begun.size;
    built = await build(settings(entry, folder, begun));
  }
  await Promise.all(built.outputFiles.map(({ path, contents }) => writeFile(path, contents)));
  return Object.keys(built.metafile.inputs);
}

/** Keeps the last few, so that a running program still finds its parts. */
function sweep(folder) {
  const age = (name) => Date.now() - statSync(join(folder, name)).mtimeMs;
  const kept = readdirSync(folder).sort((a, b) => age(a) - age(b));
  for (const name of kept.filter((each, place) => (each.startsWith('new-') ? age(each) > 600_000 : place >= 8))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @returns the path of the program made from `entry`; `folders`: where its sources lie */
export async function bundle(entry, folders) {
  if (!existsSync(join(home, entry))) throw new Refusal(`${entry} is not in this copy of Sightline.`);
  const builds = join(workFolder(), 'build');
  const before = madeBefore(entry, builds);
  if (before !== undefined) return used(before);
  const looked = lookAt(folders);
  const folder = join(builds, `${entry.replace(/\W/g, '-')}-${looked.fingerprint}`);
  if (!existsSync(join(folder, 'program.mjs'))) await makeWhole(entry, builds, folder);
  noteInputs(entry, folder, looked);
  return used(folder);
}

function used(folder) {
  utimesSync(folder, new Date(), new Date());
  return join(folder, 'program.mjs');
}

/** Under another name first: it is there whole or not at all. */
async function makeWhole(entry, builds, folder) {
  const making = join(builds, `new-${randomUUID()}`);
  mkdirSync(making, { recursive: true });
  try {
    keepInputs(making, await make(entry, making));
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error.errors ? new Refusal(`${entry} could not be built: see above.`) : error;
  }
  if (!builds.startsWith(home)) symlinkSync(join(home, 'node_modules'), join(making, 'node_modules'));
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(folder, 'program.mjs'))) throw error;
  }
  sweep(builds);
}
