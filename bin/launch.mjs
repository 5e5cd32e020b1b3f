// From a fresh copy of the project to a running program, in stages that can each be interrupted and begun again.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isInstalled } from './installed.mjs';
import { isAnyLarge } from './large-files.mjs';
import { dataFolder, home, Refusal } from './places.mjs';
import { findRuntime, isGoodEnough } from './runtime.mjs';

const usage = `Usage: npm run sightline -- COMMAND

  start [--port N]     serve Sightline (also: npm start)
  test [FILTER]        install what the tests need and run them (also: npm test)
  check                linter, formatter and compiler (also: npm run check)
  bench                measure (also: npm run bench)
  burden               record a family in a browser, and count what that costs (also: npm run burden)

Everything else is a command of the program itself, such as import, verify, rebuild and roots.`;

/** Where the product lies, and where the person was: file names begin there. */
const places = () => ({ SIGHTLINE_HOME: home, INIT_CWD: process.env.INIT_CWD ?? process.cwd() });

async function database() {
  if (process.env.DATABASE_URL) return {};
  const { postgresqlSettings } = await import('./postgresql.mjs');
  return { SIGHTLINE_DATA: dataFolder(), ...postgresqlSettings() };
}

/** @returns a program of ours, and the folder in which what was compiled of it is kept, which saves half a second of the next start */
async function ours(entry, ...folders) {
  const { bundle } = await import('./bundle.mjs');
  const program = await bundle(entry, folders);
  return { program, compiled: join(dirname(program), 'compiled') };
}

const fileOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @returns a program that is a process of its own: what Node is given, and what it is told besides */
async function choose(command, rest) {
  if (command === 'check') return { parameters: [fileOf('./check.mjs'), ...rest] };
  if (command === 'test') return { parameters: [fileOf('../test/run.mjs'), ...rest] };
  const own = async (words, ...where) => {
    const { program, compiled } = await ours(...where);
    return { parameters: ['--enable-source-maps', program, ...words], env: { NODE_COMPILE_CACHE: compiled } };
  };
  if (command === 'bench') return own(rest, 'bench/run.ts', 'src', 'bench', 'demo');
  if (command === 'burden') return own(rest, 'bench/burden/run.ts', 'src', 'bench', 'demo', 'test/journeys');
  return own([command, ...rest], 'src/main.ts', 'src', 'demo');
}

async function startOwn(command, rest) {
  const { runNode } = await import('./child.mjs');
  const { parameters, env } = await choose(command, rest);
  const settings = { ...process.env, ...places(), ...(await database()), ...env };
  process.exitCode = await runNode(await findRuntime(), parameters, { cwd: home, env: settings });
}

/** What needs no database and comes to its end by itself: in this process, if its Node is good enough, for a second one takes longer to begin than a small file to be checked. */
const alone = new Map([['validate', 'src/commands/validate-program.ts']]);

async function runHere({ program, compiled }) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(compiled);
  process.setSourceMapsEnabled(true);
  Object.assign(process.env, places(), { NODE_COMPILE_CACHE: compiled });
  if (process.env.npm_lifecycle_event) {
    const { whenNpmHasGone } = await import('./child.mjs');
    whenNpmHasGone(() => process.kill(process.pid, 'SIGTERM'));
  }
  await import(pathToFileURL(program).href);
}

/** Of a file of any size a few megabytes are in hand at once: left to itself, Node keeps room for a hundred. It can be told so only before it begins. */
const littleIsYoung = '--max-semi-space-size=8';

async function startAlone(entry, words) {
  const own = await ours(entry, 'src');
  if (isGoodEnough && !isAnyLarge(places().INIT_CWD, words)) return runHere(own);
  const { runNode } = await import('./child.mjs');
  const env = { ...process.env, ...places(), NODE_COMPILE_CACHE: own.compiled };
  const parameters = ['--enable-source-maps', littleIsYoung, own.program, ...words];
  process.exitCode = await runNode(await findRuntime(), parameters, { cwd: home, env });
}

export async function launch([command = 'start', ...rest]) {
  if (['help', '--help', '-h'].includes(command)) return console.log(usage);
  try {
    if (!isInstalled()) await (await import('./install.mjs')).install();
    const entry = alone.get(command);
    await (entry === undefined ? startOwn(command, rest) : startAlone(entry, [command, ...rest]));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
