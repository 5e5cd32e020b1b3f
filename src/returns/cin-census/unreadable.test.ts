import { expect, test } from 'vitest';
import type { GivenRow } from '../rule/rows.ts';
import { censusTables } from './census.ts';
import { sentCensus } from './collection.ts';
import { unreadableCells, unreadablePlaces } from './unreadable.ts';

type Example = Readonly<Record<string, readonly GivenRow[]>>;

function placesIn(example: Example): readonly string[] {
  const tables = Object.fromEntries(Object.entries(example).map(([name, rows]) => [name, { columns: [], rows }]));
  const [outcome] = sentCensus.run(({ code }) => code === unreadableCells.code, '2025-26', tables, {});
  if (outcome?.kind !== 'checked') throw new Error(outcome?.kind);
  return outcome.findings.flatMap(unreadablePlaces).map(({ message }) => message);
}

/** Rule 100 asks for the one date of the header. */
const { Header: _, ...ofChildren } = censusTables;
const cells = Object.entries(ofChildren).flatMap(([table, fields]) =>
  Object.entries(fields).flatMap(([field, kind]) => (kind === 'date' || kind === 'number' ? [[table, field, kind] as const] : [])),
);

test.each(cells)('%s: %s is told where it is no %s', (table, field, kind) => {
  const row = { LAchildID: 'A1' };
  expect(placesIn({ [table]: [{ ...row, [field]: kind === 'date' ? '2026-02-30' : 'none' }] })).toEqual([
    expect.stringMatching(new RegExp(`^${table}: ${field} “.*” is no ${kind}\\.$`)),
  ]);
  expect(placesIn({ [table]: [{ ...row, [field]: kind === 'date' ? '2026-02-28' : '0' }, row] })).toEqual([]);
});

test('its own examples are as it says', () => {
  const found = (examples: readonly object[]) => examples.map((example) => placesIn(example as Example).length > 0);
  expect(found(unreadableCells.passes)).not.toContain(true);
  expect(found(unreadableCells.fails)).not.toContain(false);
});
