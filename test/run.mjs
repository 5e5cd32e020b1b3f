// Everything that must hold, in order, with one line at the end that says whether it does.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runNode } from '../bin/child.mjs';
import { home } from '../bin/places.mjs';

/** What each flag tells the tests, besides the parts of paths that choose among them. */
const flags = { kills: 'SIGHTLINE_KILLS', seed: 'SIGHTLINE_SEED', postgresql: 'SIGHTLINE_POSTGRESQL_VERSION' };

function readWords(words) {
  const filters = [];
  const settings = {};
  for (let place = 0; place < words.length; place += 1) {
    const [, name, value] = /^--([a-z]+)(?:=(.*))?$/.exec(words[place]) ?? [];
    if (!name) filters.push(words[place]);
    else if (!flags[name]) end(`--${name} is not known. npm test takes parts of paths, --kills N, --seed N and --postgresql VERSION.`);
    else {
      const number = value ?? words[(place += 1)] ?? '';
      if (!/^[1-9]\d{0,5}$/.test(number)) end(`--${name} is "${number}". It must be a whole number from 1, for example --${name} 20.`);
      settings[flags[name]] = number;
    }
  }
  return { filters, settings };
}

function end(words) {
  console.error(words);
  process.exit(1);
}

const { filters, settings: chosen } = readWords(process.argv.slice(2));
const results = mkdtempSync(join(tmpdir(), 'sightline-results-'));
process.on('exit', () => rmSync(results, { recursive: true, force: true }));

// Without a window, and with half the work of the whole browser, which serves as well.
const browsers = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin', '/usr/local/bin', '/snap/bin');

function works(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

const findBrowser = () =>
  [process.env.SIGHTLINE_CHROMIUM, ...browsers.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
    (path) => path && existsSync(path) && works(path),
  );

function findServer() {
  const shelf = '/usr/lib/postgresql';
  const versions = existsSync(shelf) ? readdirSync(shelf) : [];
  return versions.find((version) => Number(version) >= 15 && existsSync(join(shelf, version, 'bin', 'initdb')));
}

/** @returns whether the system's packages can be installed without asking anybody */
function installer() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n'];
  } catch {
    return undefined;
  }
}

let isFresh = false;

function installPackage(name) {
  const before = installer();
  if (!before) return;
  const apt = (...parameters) => {
    const [command, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...parameters];
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    console.log(`Installing ${name}, which the tests need …`);
    if (!isFresh) apt('update');
    isFresh = true;
    apt('install', '-y', '--no-install-recommends', name);
  } catch {
    // What is still missing is reported by the part that needs it.
  }
}

const total = { passed: 0, failed: 0 };
const troubles = [];
/** What failed, told once more at the end: what was printed meanwhile may be far above, or cut off. */
const told = [];
const mostTold = 20;
const longestMessage = 1_000;

function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) troubles.push(`${name}: ${failed} failed`);
}

function cannotRun(name, reason) {
  console.error(`\n${name} could not run: ${reason}`);
  count(name, 0, 1);
}

async function check() {
  const status = await runNode(process.execPath, [join(home, 'bin/check.mjs'), '--count', join(results, 'check.json')], { cwd: home });
  const file = join(results, 'check.json');
  if (!existsSync(file)) return cannotRun('check', `it ended with status ${status}`);
  const { passed, failed } = JSON.parse(readFileSync(file, 'utf8'));
  count('check', passed, failed);
}

/** A test that was skipped did not run, and what did not run did not pass. */
function countTests(name, file, status) {
  if (!existsSync(file)) return status === 0 && filters.length > 0 ? undefined : cannotRun(name, `it ended with status ${status}`);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const cases = report.testResults.flatMap((each) => each.assertionResults);
  const passed = cases.filter((each) => each.status === 'passed').length;
  const skipped = cases.filter((each) => !['passed', 'failed'].includes(each.status));
  for (const { fullName } of skipped) console.error(`${name}: "${fullName}" did not run.`);
  const unread = report.testResults.filter(
    (each) => each.status === 'failed' && !each.assertionResults.some((one) => one.status === 'failed'),
  );
  const tell = (path, what, words) => told.push(`✗ ${relative(home, path)} > ${what}\n${words.slice(0, longestMessage)}`);
  for (const { name: path, assertionResults } of report.testResults)
    for (const { status: came, fullName, failureMessages } of assertionResults)
      if (came === 'failed') tell(path, fullName, failureMessages.join('\n'));
  for (const { name: path, message } of unread) tell(path, 'the file could not be run', message);
  const failed = cases.length - passed + unread.length;
  count(name, passed, status !== 0 && failed === 0 ? 1 : failed);
}

async function vitest(name, project, settings = {}) {
  const file = join(results, `${name.replaceAll(' ', '-')}.json`);
  const parameters = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  if (filters.length > 0) parameters.push('--passWithNoTests', ...filters);
  console.log(`\n— ${name} —`);
  const status = await runNode(process.execPath, [join(home, 'node_modules/vitest/vitest.mjs'), ...parameters], {
    cwd: home,
    env: { ...process.env, SIGHTLINE_EVERY_TEST: filters.length > 0 ? 'no' : 'yes', ...chosen, ...settings },
  });
  countTests(name, file, status);
}

function journeys() {
  if (!findBrowser()) installPackage('chromium-headless-shell');
  if (!findBrowser()) installPackage('chromium');
  const browser = findBrowser();
  if (!browser)
    return cannotRun('journeys', 'no Chromium. Install it (on Debian: apt-get install chromium), or set SIGHTLINE_CHROMIUM to its path.');
  return vitest('journeys', 'journeys', { SIGHTLINE_CHROMIUM: browser, SIGHTLINE_TEST_SERVER: 'embedded' });
}

function databaseOnSystem() {
  if (!findServer()) installPackage('postgresql');
  if (!findServer())
    return cannotRun('database on the system', 'no PostgreSQL 15 or later. Install it (on Debian: apt-get install postgresql).');
  return vitest('database on the system', 'database', { SIGHTLINE_TEST_SERVER: 'system' });
}

const began = Date.now();
const inTurn = async (...parts) => {
  for (const part of parts) await part();
};
// Two at a time: the journeys, which wait for pages, and the killing, which waits for recovery, leave the machine to the others, which never wait.
await Promise.all([
  inTurn(...(filters.length === 0 ? [check] : []), journeys, () => vitest('resilience', 'resilience')),
  inTurn(
    () => vitest('unit', 'unit'),
    databaseOnSystem,
    () => vitest('database on the embedded server', 'database', { SIGHTLINE_TEST_SERVER: 'embedded' }),
    () => vitest('attack', 'attack', { SIGHTLINE_TEST_SERVER: 'embedded' }),
  ),
]);
if (total.passed + total.failed === 0) cannotRun('tests', `nothing is named like ${filters.join(' ')}`);
console.log(`\n${[...told.slice(0, mostTold), ...troubles, `${Math.round((Date.now() - began) / 1000)} seconds`].join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
