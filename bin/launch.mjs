// From a fresh copy of the project to a running program, in stages that can each be interrupted and begun again.
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

/** @returns the parameters for Node: which program, with what */
async function choose(command, rest) {
  if (command === 'check') return [fileOf('./check.mjs'), ...rest];
  if (command === 'test') return [fileOf('../test/run.mjs'), ...rest];
  const { bundle } = await import('./bundle.mjs');
  if (command === 'bench') return ['--enable-source-maps', await bundle('bench/run.ts', ['src', 'bench', 'demo', 'vocabulary']), ...rest];
  if (command === 'burden')
    return ['--enable-source-maps', await bundle('bench/burden/run.ts', ['src', 'bench', 'demo', 'vocabulary', 'test/journeys']), ...rest];
  return ['--enable-source-maps', await bundle('src/main.ts', ['src', 'demo']), command, ...rest];
}

export async function launch([command = 'start', ...rest]) {
  if (['help', '--help', '-h'].includes(command)) return console.log(usage);
  try {
    await install();
    const { findRuntime } = await import('./runtime.mjs');
    process.exitCode = await runNode(findRuntime(), await choose(command, rest), { cwd: home, env: await settings() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
