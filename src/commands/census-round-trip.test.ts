import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readingsOf } from '../import/cin-census/census-steps.ts';
import { statementsOf } from '../import/cin-census/statements.ts';
import type { ChildStatements } from '../import/intake/statement.ts';
import { steps } from '../practice/pathway.ts';
import { readUnits } from '../reading/xml-units.ts';
import { censusOfAll } from '../returns/cin-census/build/census-return.ts';
import { whichCollection } from '../returns/rule/period.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { takenIn } from './taken-in.fixture.ts';

const readings = readingsOf(steps);

/** The children of a census: the first of those that a file gives under one number. */
async function childrenIn(xml: string): Promise<Iterable<ChildStatements>> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(xml);
  }
  const read = new Map<string, ChildStatements>();
  for await (const event of readUnits(bytes(), { what: 'a census', root: 'Message', units: new Set(['Header', 'Children/Child']) })) {
    if (event.kind !== 'unit' || event.path === 'Header') continue;
    const child = statementsOf(event.element, readings);
    if (child.child !== '' && !read.has(child.child)) read.set(child.child, child);
  }
  return read.values();
}

async function exported(xml: string, year: CollectionYear): Promise<string> {
  const told = takenIn(await childrenIn(xml), 'cin:run');
  let out = '';
  for await (const piece of censusOfAll({ ...whichCollection(year), authority: 301 }, told)) out += piece;
  return out;
}

const years = ['2022-23', '2025-26'] as const;

it.each(['CIN2rows', 'CIN_Census_2024', 'CIN_Census_2026', 'fake_CIN_data', 'generated_500_children'])(
  'what is exported of %s and taken in again gives the same export, byte for byte, of two years',
  async (name) => {
    const sample = readFileSync(`test/samples/cin/${name}.xml`, 'utf8');
    const all = await Promise.all(years.map((year) => exported(sample, year)));
    expect(all.some((xml) => xml.includes('<Child>'))).toBe(true);
    expect(await Promise.all(all.map((xml, n) => exported(xml, years[n] ?? '2025-26')))).toEqual(all);
  },
);
