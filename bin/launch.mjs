// From a fresh copy of the project to a running program, in stages that can each be interrupted and begun again.
import { dirname, join } from 'node:path';
import { fileOf, runNode } from './child.mjs';
import { install } from './install.mjs';
import { dataFolder, home, Refusal } from './places.mjs';

const usage = `Usage: npm run sightline -- COMMAND

  start [--port N]     serve Sightline (also: npm start)
  test [FILTER]        install what the tests need and run them (also: npm test)
  check                linter, formatter and compiler (also: npm run check)
  bench                measure (also: npm run bench)
  burden               record a family in a browser, and count what that costs (also: npm run burden)

Everything else is a command of the program itself, such as import, verify, rebuild and roots.`;

async function settings() {
  const { postgresqlSettings } = await import('./postgresql.mjs');
  const own = process.env.DATABASE_URL ? {} : { SIGHTLINE_DATA: dataFolder(), ...postgresqlSettings() };
  return { ...process.env, SIGHTLINE_HOME: home, ...own };
}

/** A program of ours: what was compiled of it is kept beside it, which saves half a second of the next start. */
async function ours(entry, folders, rest, flags = []) {
  const { bundle } = await import('./bundle.mjs');
  const program = await bundle(entry, folders);
  return {
    parameters: ['--enable-source-maps', ...flags, program, ...rest],
    env: { NODE_COMPILE_CACHE: join(dirname(program), 'compiled') },
  };
}

/** Of a file of any size a few megabytes are in hand at once: left to itself, Node keeps room for a hundred. */
const littleIsYoung = ['--max-semi-space-size=8'];

/** @returns the parameters for Node: which program, with what; and what it is told besides */
async function choose(command, rest) {
  if (command === 'check') return { parameters: [fileOf('./check.mjs'), ...rest] };
  if (command === 'test') return { parameters: [fileOf('../test/run.mjs'), ...rest] };
  if (command === 'bench') return ours('bench/run.ts', ['src', 'bench', 'demo'], rest);
  if (command === 'burden') return ours('bench/burden/run.ts', ['src', 'bench', 'demo', 'test/journeys'], rest);
  return ours('src/main.ts', ['src', 'demo'], [command, ...rest], command === 'validate' ? littleIsYoung : []);
}

export async function launch([command = 'start', ...rest]) {
  if (['help', '--help', '-h'].includes(command)) return console.log(usage);
  try {
    await install();
    const { findRuntime } = await import('./runtime.mjs');
    const { parameters, env } = await choose(command, rest);
    process.exitCode = await runNode(findRuntime(), parameters, { cwd: home, env: { ...(await settings()), ...env } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
