import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { steps } from '../src/practice/pathway.ts';
import { median, percentile, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { castOf } from './signed-in.ts';
import { stage, type Stage } from './stage.ts';
import { prepared } from './start-up.ts';
import { csrfOn, expectStatus } from './visitor.ts';

/** How often each page is asked for, all in turn, so that what else the machine does falls upon all of them; and how often a session may ask in a minute, with room to spare. */
const times = 15;
const aMinute = 1000;

/** The steps that a team manager records of a child. */
const recorded = steps.filter(({ may, about }) => may.record.includes('teamManager') && about !== 'adult').map(({ name }) => name);

const asBrowsersDo = { 'accept-encoding': 'gzip' };

type Asset = { readonly body: string; readonly bytes: number };
const assets = new Map<string, Asset>();

/** Styles and scripts that a page asks for, and what those ask for in turn. */
async function assetsOf({ manager }: Stage, page: string): Promise<ReadonlyMap<string, Asset>> {
  const found = new Map<string, Asset>();
  const wanted = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
    if (found.has(path)) continue;
    const asset = assets.get(path) ?? (await manager.get(path, asBrowsersDo));
    assets.set(path, asset);
    found.set(path, asset);
    for (const [, name = ''] of asset.body.matchAll(/(?:from|import)\s*['"]\.\/([\w-]+\.js)['"]/g)) wanted.push(`/assets/${name}`);
  }
  return found;
}

/** Every recording page of one child, and the saving of a draft beside it. */
export async function measureRecording(place: Place, note: Note): Promise<void> {
  const { folder } = await prepared(place);
  const at = await stage(folder, (owner) => castOf(owner));
  try {
    const pages = await measurePages(at);
    for (const { step, ms, kilobytes } of pages)
      process.stderr.write(`recording: ${step}: ${ms.toFixed(1)} ms, ${kilobytes.toFixed(1)} KB\n`);
    const slowest = pages.toSorted((a, b) => b.ms - a.ms)[0];
    const largest = pages.toSorted((a, b) => b.kilobytes - a.kilobytes)[0];
    if (slowest === undefined || largest === undefined) throw new Error('No step is recorded of a child.');
    const many = `${pages.length} recording pages`;
    note({ what: `${many}: the median of all`, value: median(pages.map(({ ms }) => ms)), unit: 'ms', n: pages.length * times });
    note({ what: `${many}, the slowest: ${slowest.step}`, value: slowest.ms, unit: 'ms', n: times, target: { most: 30 } });
    note({ what: `first view as sent, the largest: ${largest.step}`, value: largest.kilobytes, unit: 'KB', n: 1, target: { most: 100 } });
    await measureSaving(at, note);
  } finally {
    await at.close();
  }
}

type Measured = { readonly step: string; readonly ms: number; readonly kilobytes: number };
type Page = { readonly step: string; readonly path: string; readonly kilobytes: number; readonly made: number[] };

async function measurePages(at: Stage): Promise<readonly Measured[]> {
  const pages: Page[] = [];
  for (const step of recorded) pages.push(...(await firstView(at, step)));
  for (let n = 0; n < times; n += 1)
    for (const { path, made } of pages) {
      const { ms } = expectStatus(await at.manager.get(path, asBrowsersDo), 200, path);
      made.push(ms);
      await pause(Math.max(0, 60_000 / aMinute - ms));
    }
  return pages.map(({ step, kilobytes, made }) => ({ step, kilobytes, ms: median(made) }));
}

/** Of a step that cannot be recorded of this child now: none. */
async function firstView(at: Stage, step: string): Promise<readonly Page[]> {
  const path = `/children/${at.cast.child}/record/${step}`;
  const { status, body, bytes } = await at.manager.get(path, asBrowsersDo);
  if (status !== 200) return [];
  const around = [...(await assetsOf(at, body)).values()].reduce((sum, each) => sum + each.bytes, 0);
  return [{ step, path, kilobytes: (bytes + around) / 1024, made: [] }];
}

async function measureSaving({ manager, cast }: Stage, note: Note): Promise<void> {
  const path = `/children/${cast.child}/record/visit`;
  const csrf = csrfOn((await manager.get(path)).body);
  const [entry, tab] = [randomUUID(), randomUUID()];
  const made: number[] = [];
  for (let n = 1; n <= 100; n += 1) {
    const form = { _csrf: csrf, entry, tab, version: String(n - 1), seq: String(n), 'f.note': 'A sentence of some words. '.repeat(n) };
    made.push(expectStatus(await manager.post(`${path}/draft`, form), 200, 'a draft').ms);
  }
  note({ what: 'a draft is saved', value: median(made), unit: 'ms', n: made.length });
  note({ what: 'a draft is saved: 95 in 100 within', value: percentile(made, 0.95), unit: 'ms', n: made.length });
}
