import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** When a start is killed: so many milliseconds from its beginning, or from the words that it says. */
type Moment = { readonly after: number; readonly from: string };

/** Somewhere in making the server, its tables and the demonstration; the last while families are loaded, however quick the machine. */
const moments = (): readonly Moment[] =>
  [
    { most: 2_000, from: '' },
    { most: 5_000, from: '' },
    { most: 4_000, from: 'Loading the demonstration authority' },
  ].map(({ most, from }) => ({ after: Math.round(most * (0.3 + 0.7 * Math.random())), from }));

type Start = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

/** For so long a server that is being stopped tells a load balancer so while it still answers. */
const drainSeconds = 8;

function start(folder: string, isAlone: boolean, heard: (said: string) => void = () => undefined): Start {
  // What the tests are told is no setting of the product, which refuses what it does not know.
  const outside = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SIGHTLINE_')));
  const child = spawn(process.execPath, ['bin/sightline.mjs', 'start', '--port', '0'], {
    env: { ...outside, SIGHTLINE_DATA: join(folder, 'data'), SIGHTLINE_DRAIN_SECONDS: String(drainSeconds) },
    stdio: 'pipe',
    detached: isAlone,
  });
  let said = '';
  const read = (bytes: Buffer): void => {
    said += String(bytes);
    heard(said);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return { child, said: () => said, ended: new Promise((done) => child.on('exit', done)) };
}

/** The launcher and the program, at once: nothing is let end in order. */
function killAll({ child }: Start): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has gone already.
  }
}

async function interrupt(folder: string, { after, from }: Moment): Promise<void> {
  const begun = start(folder, true);
  let isOver = false;
  const heard = async (): Promise<void> => {
    while (!isOver && !begun.said().includes(from) && addressIn(begun.said()) === undefined)
      await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => setTimeout(done, after));
  };
  await Promise.race([begun.ended, heard()]);
  isOver = true;
  const wasRunning = begun.child.exitCode === null;
  killAll(begun);
  await begun.ended;
  appendFileSync(join(folder, 'interrupted'), `${JSON.stringify({ after, from, wasRunning, said: begun.said() })}\n`);
}

/**
 * The product as an operator starts it, once for all journeys, with a data folder of its own; killed some times before it was ready, so that every run
 * shows that an interrupted start can be started again. Nobody waits for it here: journeys that need no product run meanwhile; the others wait in `startSightline`.
 */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-journey-'));
  chmodSync(folder, 0o711);
  process.env['SIGHTLINE_JOURNEY_FOLDER'] = folder;
  const started = startAtLast(folder);
  return async () => {
    const begun = await started;
    const wrong = await endInOrder(begun);
    rmSync(folder, { recursive: true, force: true });
    if (wrong.length > 0) throw new Error(`The product was not stopped in order: ${wrong.join('; ')}:\n${begun.said()}`);
  };
}

/** Nothing where nobody answers. */
async function statusOf(address: string, path: string): Promise<number | undefined> {
  return fetch(`${address}${path}`, { redirect: 'manual' }).then(
    ({ status }) => status,
    () => undefined,
  );
}

/**
 * As a service manager stops it, with a load balancer in front: from SIGTERM on it is not ready, answers pages all the same until the load balancer can
 * have noticed, and ends with the status of a process that was asked to. @returns what was otherwise
 */
async function endInOrder({ child, said, ended }: Start): Promise<readonly string[]> {
  const address = addressIn(said());
  if (address === undefined) {
    // No journey that ran needed it: it had not come so far.
    child.kill('SIGTERM');
    await ended;
    return [];
  }
  const wrong: string[] = [];
  const expected = (what: string, found: unknown, right: unknown): void =>
    void (found === right || wrong.push(`${what}: ${String(found)}`));
  expected('/ready before', await statusOf(address, '/ready'), 200);
  child.kill('SIGTERM');
  for (let n = 0; n < 1_000 && (await statusOf(address, '/ready')) === 200; n += 1) await new Promise((done) => setTimeout(done, 25));
  expected('/ready while it is drained', await statusOf(address, '/ready'), 503);
  expected('/health while it is drained', await statusOf(address, '/health'), 200);
  expected('a page while it is drained', await statusOf(address, '/sign-in'), 200);
  expected('its status', await ended, 143);
  expected('/ready afterwards', await statusOf(address, '/ready'), undefined);
  return wrong;
}

const addressIn = (said: string): string | undefined => /Sightline is at (http:\S+?)(?=["\s])/.exec(said)?.[1];

/** Whole at once, and once: a journey that reads while the file is written would find it empty, and take that for the address. */
function tellAddress(folder: string, address: string): void {
  const [whole, part] = [join(folder, 'address'), join(folder, 'address.part')];
  if (existsSync(whole)) return;
  writeFileSync(part, address);
  renameSync(part, whole);
}

async function startAtLast(folder: string): Promise<Start> {
  for (const moment of moments()) await interrupt(folder, moment);
  const begun = start(folder, false, (said) => {
    writeFileSync(join(folder, 'heard'), said);
    const found = addressIn(said);
    if (found !== undefined) tellAddress(folder, found);
  });
  void begun.ended.then((status) => writeFileSync(join(folder, 'ended'), `Sightline ended with ${status}:\n${begun.said()}`));
  return begun;
}
