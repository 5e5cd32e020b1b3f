import { randomUUID } from 'node:crypto';
import { steps } from '../src/practice/pathway.ts';
import { median, percentile, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { stage, type Stage } from './stage.ts';
import { prepared } from './start-up.ts';
import { expectStatus } from './visitor.ts';

const times = 25;

/** The steps that a team manager records of a child. */
const recorded = steps.filter(({ may, about }) => may.record.includes('teamManager') && about !== 'adult').map(({ name }) => name);

const asBrowsersDo = { 'accept-encoding': 'gzip' };

/** Styles and scripts that a page asks for, and what those ask for in turn: of each, how many bytes were sent. */
async function assetsOf({ manager }: Stage, page: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const wanted = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
    if (found.has(path)) continue;
    const { body, bytes } = await manager.get(path, asBrowsersDo);
    found.set(path, bytes);
    for (const [, name = ''] of body.matchAll(/(?:from|import)\s*['"]\.\/([\w-]+\.js)['"]/g)) wanted.push(`/assets/${name}`);
  }
  return found;
}

/** Every recording page of one child, and the saving of a draft beside it. */
export async function measureRecording(place: Place, note: Note): Promise<void> {
  const { folder } = await prepared(place);
  const at = await stage(folder, undefined);
  try {
    const pages: { readonly step: string; readonly ms: number; readonly kilobytes: number }[] = [];
    for (const step of recorded) pages.push(await measurePage(at, step));
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

async function measurePage(at: Stage, step: string): Promise<{ readonly step: string; readonly ms: number; readonly kilobytes: number }> {
  const path = `/children/${at.cast.child}/record/${step}`;
  const { body, bytes } = expectStatus(await at.manager.get(path, asBrowsersDo), 200, path);
  const made: number[] = [];
  for (let n = 0; n < times; n += 1) made.push(expectStatus(await at.manager.get(path, asBrowsersDo), 200, path).ms);
  const assets = [...(await assetsOf(at, body)).values()].reduce((sum, each) => sum + each, 0);
  return { step, ms: median(made), kilobytes: (bytes + assets) / 1024 };
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
