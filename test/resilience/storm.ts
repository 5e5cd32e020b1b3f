import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { chanceFrom, type Chance } from '../../demo/chance.ts';
import type { Database } from '../../src/platform/database.ts';
import { startEmbedded } from '../../src/platform/embedded.ts';
import { importAuthority } from './cast.ts';
import { killAtOnce, run, serverProcesses, type Program } from './programs.ts';
import {
  asOwner,
  complaints,
  kept,
  missing,
  missingImported,
  missingWords,
  stillRunning,
  type Acknowledged,
  type AcknowledgedDraft,
  type Imported,
  type Kept,
} from './what-is-kept.ts';

/** What is killed: the programs, the whole database, both, the database's first process alone, or any one of its parts. */
const victims = ['programs', 'database', 'both', 'postmaster', 'one backend'] as const;
type Victim = (typeof victims)[number];

export type Storm = { readonly folder: string; readonly file: string; readonly seed: number; readonly acknowledged: Acknowledged[] };

/** What a round found; all is well when `lost`, `importedLost` and `complaints` are empty and `after` is what an undisturbed import gives. */
export type Round = {
  readonly victim: Victim;
  readonly afterMs: number;
  readonly visits: number;
  /** Saves of drafts that were acknowledged. */
  readonly saves: number;
  readonly imported: number;
  readonly recoveredInMs: number;
  readonly lost: readonly object[];
  readonly importedLost: readonly object[];
  readonly complaints: readonly string[];
  readonly status: number | null;
  readonly after: Kept;
};

type UnderWay = { readonly appending: Program; readonly importing: Program };

/** Long, for a machine that is busy: what is waited for is that it happens at all. */
const within = 300_000;

async function until(isSo: () => boolean, what: string, programs: readonly Program[]): Promise<void> {
  for (const began = Date.now(); !isSo(); await pause(20))
    if (Date.now() - began > within) throw new Error(`${what} did not happen:\n${programs.map((each) => each.troubles()).join('\n')}`);
}

/** One time in four the start itself is hit; else both are already at work. */
async function waitFor({ appending, importing }: UnderWay, chance: Chance): Promise<number> {
  const began = Date.now();
  const isEarly = chance.happens(0.25);
  const wait = chance.between(0, isEarly ? 1_000 : 2_500);
  const isAtWork = (): boolean => appending.lines.length > 0 && (importing.lines.length > 0 || importing.hasEnded());
  if (!isEarly) await until(() => isAtWork() || appending.hasEnded(), 'The first acknowledgement', [appending, importing]);
  if (!isEarly && appending.hasEnded()) throw new Error(`The program ended before anything was killed:\n${appending.troubles()}`);
  await pause(wait);
  return Date.now() - began;
}

function strike(victim: Victim, data: string, { appending, importing }: UnderWay, chance: Chance): void {
  const parts = serverProcesses(data);
  const programs = [appending.child.pid, importing.child.pid];
  switch (victim) {
    case 'programs':
      return killAtOnce(programs);
    case 'database':
      return killAtOnce(parts);
    case 'both':
      return killAtOnce(chance.happens(0.5) ? [...programs, ...parts] : [...parts, ...programs]);
    case 'postmaster':
      return killAtOnce(parts.slice(0, 1));
    case 'one backend':
      return killAtOnce([parts[chance.between(1, Math.max(1, parts.length - 1))]]);
  }
}

/** More than can be on its way of what was acknowledged before. */
const manyLines = 1_000;

/** Until the program has noticed; or nothing was lost, since what was to be killed had just ended by itself. */
async function untilLost(program: Program): Promise<void> {
  const [soFar, said] = [program.lines.length, program.troubles()];
  const isNoticed = (): boolean => program.troubles() !== said || program.lines.length > soFar + manyLines || program.hasEnded();
  await until(isNoticed, 'The loss of the database', [program]);
  await pause(100);
}

/** A program that outlives its database goes on by itself once it is back. */
async function letSurvivorsGoOn({ appending, importing }: UnderWay, victim: Victim): Promise<void> {
  if (victim !== 'programs' && victim !== 'both') {
    await untilLost(appending);
    const soFar = appending.lines.length;
    await until(() => appending.lines.length > soFar + 5 || appending.hasEnded(), 'Going on', [appending, importing]);
    if (appending.hasEnded()) throw new Error(`The program did not outlive its database:\n${appending.troubles()}`);
    await Promise.race([importing.ended, pause(2_000)]);
  }
  killAtOnce([appending.child.pid, importing.child.pid]);
  await Promise.all([appending.ended, importing.ended]);
}

const importedBy = ({ lines }: Program): readonly Imported[] => lines.flatMap((line) => JSON.parse(line));

/** What was acknowledged: visits that were stated, and drafts that were saved. */
function heardFrom({ lines }: Program) {
  const heard: readonly (Acknowledged | AcknowledgedDraft)[] = lines.map((line) => JSON.parse(line));
  return { visits: heard.filter((one) => 'entry' in one), saves: heard.filter((one) => 'draft' in one) };
}

const endOf = async (owner: Database, round: number) => ({
  after: await kept(owner, importAuthority(round)),
  complaints: [...(await complaints(owner, round)), ...(await stillRunning(owner, importAuthority(round)))],
});

/** Both programs at work, something killed at a random moment; then all is started again and counted. */
export async function weather({ folder, file, seed, acknowledged }: Storm, round: number): Promise<Round> {
  const chance = chanceFrom(seed * 1_009 + round);
  const victim = victims[(seed + round) % victims.length] ?? 'both';
  const authority = importAuthority(round);
  const underWay = {
    appending: run('appending.ts', folder, String(round)),
    importing: run('importing.ts', folder, file, String(authority)),
  };
  const afterMs = await waitFor(underWay, chance);
  strike(victim, join(folder, 'data'), underWay, chance);
  const struck = Date.now();
  await letSurvivorsGoOn(underWay, victim);
  const { visits, saves } = heardFrom(underWay.appending);
  acknowledged.push(...visits);
  const server = await startEmbedded({ folder });
  const recoveredInMs = Date.now() - struck;
  const imported = importedBy(underWay.importing);
  const found = await asOwner(server, async (owner) => ({
    lost: [...(await missing(owner, acknowledged)), ...(await missingWords(owner, saves))],
    importedLost: await missingImported(owner, authority, imported),
    complaints: await complaints(owner, round),
  }));
  const again = run('importing.ts', folder, file, String(authority));
  const status = await again.ended;
  const end = await asOwner(server, (owner) => endOf(owner, round));
  await server.stop();
  return {
    victim,
    afterMs,
    visits: visits.length,
    saves: saves.length,
    imported: imported.length,
    recoveredInMs,
    lost: found.lost,
    importedLost: found.importedLost,
    complaints: [...found.complaints, ...end.complaints],
    status,
    after: end.after,
  };
}
