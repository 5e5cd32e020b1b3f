// Brings node_modules to exactly what the lock file says, and knows afterwards that it is there.
import { existsSync, mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runNode } from './child.mjs';
import { isInstalled, stamp, wanted } from './installed.mjs';
import { withLock } from './lock.mjs';
import { hydrate } from './postgresql.mjs';
import { home, Refusal } from './places.mjs';

const isWindows = process.platform === 'win32';

/** The stamp is written last, under another name first: it is there whole or not at all. */
export function finishInstall() {
  hydrate();
  writeFileSync(`${stamp}.new`, wanted());
  renameSync(`${stamp}.new`, stamp);
}

/** npm must not be run by a Node that it is about to delete. */
function nodesOutside() {
  const name = isWindows ? 'node.exe' : 'node';
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return [process.env.npm_node_execpath, process.execPath, ...onPath].filter(
    (path) => path && existsSync(path) && !realpathSync(path).startsWith(join(home, 'node_modules')),
  );
}

function npmBeside(node) {
  const prefix = dirname(realpathSync(node));
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  return [
    process.env.npm_execpath,
    join(prefix, 'node_modules/npm/bin/npm-cli.js'),
    join(prefix, '../lib/node_modules/npm/bin/npm-cli.js'),
    ...onPath.filter((path) => existsSync(path)).map((path) => realpathSync(path)),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

async function cleanInstall(alsoHeldBy) {
  const node = nodesOutside()[0];
  const npm = node && npmBeside(node);
  if (!npm)
    throw new Refusal('Sightline could not find npm, which comes with Node. Install Node 20 or later from nodejs.org and start again.');
  console.error('Installing what Sightline needs. This happens on the first start and after an update …');
  const parameters = [npm, 'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error', '--no-fund', '--no-audit'];
  const status = await runNode(node, parameters, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    onStart: alsoHeldBy,
  });
  if (status > 128) process.exit(status);
  if (status !== 0)
    throw new Refusal(`npm could not install what Sightline needs (status ${status}; its own words are above). Start again to try anew.`);
}

/** Interrupted at any point, the next start finds no stamp and does it all again. */
export async function install() {
  if (isInstalled()) return;
  const folder = join(home, '.sightline');
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Refusal(
      `Sightline is not installed yet, and ${home} cannot be written by this account. Start it once as the owner of that folder.`,
    );
  }
  const waiting = (pid) => console.error(`Another start (process ${pid}) is installing; waiting for it …`);
  await withLock(
    join(folder, 'install.lock'),
    async (alsoHeldBy) => {
      if (isInstalled()) return;
      await cleanInstall(alsoHeldBy);
      finishInstall();
    },
    waiting,
  );
}
