import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ChildStatements } from '../import/intake/statement.ts';
import { returnSource } from '../import/ssda903/return-source.ts';
import { date } from '../kernel/calendar/dates.ts';
import { steps } from '../practice/pathway.ts';
import { whichCollection } from '../returns/rule/period.ts';
import { returnSetOf } from '../returns/ssda903/build/return-set.ts';
import { takenIn } from './taken-in.fixture.ts';

type Texts = Readonly<Record<string, string>>;

async function childrenIn(texts: Texts, isXml: boolean): Promise<Iterable<ChildStatements>> {
  const files = Object.entries(texts).map(([name, content]) => {
    const bytes = Buffer.from(content);
    return { name, bytes: bytes.length, async *open(): AsyncGenerator<Uint8Array> {
      yield bytes;
    } }; // prettier-ignore
  });
  const read: ChildStatements[] = [];
  for await (const event of returnSource({ files, isXml, steps, year: 2026, today: date('2026-11-25') }).events)
    if (event.kind === 'child') read.push(event.read);
  return read;
}

async function exported(texts: Texts, isXml: boolean): Promise<Texts> {
  const told = takenIn(await childrenIn(texts, isXml), 'ssda903:run');
  const files = await returnSetOf(whichCollection('2025-26').period, told);
  return Object.fromEntries(files.map(({ name, lines }) => [name, `${lines.join('\n')}\n`]));
}

it('a looked-after return that is exported and taken in again gives the same files, byte for byte', async () => {
  const first = await exported({ 'a.xml': readFileSync('test/samples/ssda903/two-years/ssda903_2026.xml', 'utf8') }, true);
  expect(first['episodes.csv']?.split('\n').length).toBeGreaterThan(1_300);
  expect(await exported(first, false)).toEqual(first);
});
