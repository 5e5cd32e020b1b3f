import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { steps } from '../src/practice/pathway.ts';
import { median, percentile, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { stage, type Stage } from './stage.ts';
import { prepared } from './start-up.ts';
import { expectStatus } from './visitor.ts';

/** A session may ask twelve hundred times in a minute: each page is given the time that its requests are allowed. */
const times = 15;
const allowed = (60_000 / 1000) * (times + 1);

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
  const at = await stage(folder, undefined);
  try {
    const pages: Measured[] = [];
    for (const step of recorded) pages.push(...(await measurePage(at, step)));
    for (const { step, ms, kilobytes } of pages)
      process.stderr.write(`recording: ${step}: ${ms.toFixed(1)} ms, ${kilobytes.toFixed(1)} KB\n`);
    const slowest = pages.toSorted((a, b) => b.ms - a.ms)[0];
    const largest = pages.toSorted((a, b) => b.kilobytes - a.kilobytes)[0];
    if (slowest === undefined || largest === undefined) throw new Error('No step is recorded of a child.');
    note({ what: 'recording pages: the median of all', value: median(pages.map(({ ms }) => ms)), unit: 'ms', n: pages.length * times });
    note({ what: `recording page, the slowest: ${slowest.step}`, value: slowest.ms, unit: 'ms', n: times, target: { most: 30 } });
    note({
      what: `first view as sent, with its styles and scripts, the largest: ${largest.step}`,
      value: largest.kilobytes,
      unit: 'KB',
      n: 1,
      target: { most: 100 },
    });
    await measureSaving(at, note);
  } finally {
    await at.close();
  }
}

type Measured = { readonly step: string; readonly ms: number; readonly kilobytes: number };

async function measurePage(at: Stage, step: string): Promise<readonly Measured[]> {
  const [path, began] = [`/children/${at.cast.child}/record/${step}`, performance.now()];
  const { status, body, bytes } = await at.manager.get(path, asBrowsersDo);
  if (status !== 200) {
    process.stderr.write(`recording: ${step} is not recorded of this child: ${status}\n`);
    return [];
  }
  const made: number[] = [];
  for (let n = 0; n < times; n += 1) made.push(expectStatus(await at.manager.get(path, asBrowsersDo), 200, path).ms);
  const around = [...(await assetsOf(at, body)).values()].reduce((sum, each) => sum + each.bytes, 0);
  await pause(Math.max(0, allowed - (performance.now() - began)));
  return [{ step, ms: median(made), kilobytes: (bytes + around) / 1024 }];
}

async function measureSaving({ manager, cast }: Stage, note: Note): Promise<void> {
  const path = `/children/${cast.child}/record/visit`;
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await manager.get(path)).body)?.[1] ?? '';
  const [entry, tab] = [randomUUID(), randomUUID()];
  const made: number[] = [];
  for (let n = 1; n <= 100; n += 1) {
    const form = { _csrf: csrf, entry, tab, version: String(n - 1), seq: String(n), 'f.note': 'A sentence of some words. '.repeat(n) };
    const { status, ms } = await manager.post(`${path}/draft`, form);
    if (status !== 200) throw new Error(`A draft was not saved: ${status}`);
    made.push(ms);
  }
  note({ what: 'a draft is saved', value: median(made), unit: 'ms', n: made.length });
  note({ what: 'a draft is saved: 95 in 100 within', value: percentile(made, 0.95), unit: 'ms', n: made.length });
}
