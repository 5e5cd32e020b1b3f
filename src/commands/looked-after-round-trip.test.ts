import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { returnSource } from '../import/ssda903/return-source.ts';
import { date } from '../kernel/calendar/dates.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import { steps } from '../practice/pathway.ts';
import { whichCollection } from '../returns/rule/period.ts';
import { returnSetOf } from '../returns/ssda903/build/return-set.ts';

type Texts = Readonly<Record<string, string>>;

/** What would stand in the record of each child once the files were taken in. */
async function recordsFrom(texts: Texts, isXml: boolean): Promise<readonly { readonly history: History }[]> {
  const files = Object.entries(texts).map(([name, content]) => {
    const bytes = Buffer.from(content);
    return { name, bytes: bytes.length, async *open(): AsyncGenerator<Uint8Array> {
      yield bytes;
    } }; // prettier-ignore
  });
  const read: { readonly child: string; readonly history: History }[] = [];
  for await (const event of returnSource({ files, isXml, steps, year: 2026, today: date('2026-11-25') }).events) {
    if (event.kind !== 'child') continue;
    const lines = event.read.statements.map(({ step, key, happenedOn, answers, links }, n): Line => ({
      entry: `${step.name} ${key}`,
      step: step.name,
      happenedOn,
      position: n + 1,
      recordedAt: '',
      recordedBy: '',
      source: 'ssda903:run',
      tombstone: false,
      answers: { ...answers, ...Object.fromEntries((links ?? []).map((link) => [link.name, `${link.step} ${link.key}`])) },
    }));
    read.push({ child: event.read.child, history: whatStands(lines) });
  }
  return read.toSorted((one, other) => (one.child < other.child ? -1 : 1));
}

async function exported(texts: Texts, isXml: boolean): Promise<Texts> {
  const records = await recordsFrom(texts, isXml);
  async function* told() {
    yield* records;
  }
  const files = await returnSetOf(whichCollection('2025-26').period, told());
  return Object.fromEntries(files.map(({ name, lines }) => [name, `${lines.join('\n')}\n`]));
}

it('a looked-after return that is exported and taken in again gives the same files, byte for byte', async () => {
  const first = await exported({ 'a.xml': readFileSync('test/samples/ssda903/two-years/ssda903_2026.xml', 'utf8') }, true);
  expect(first['episodes.csv']?.split('\n').length).toBeGreaterThan(1_300);
  expect(await exported(first, false)).toEqual(first);
});
