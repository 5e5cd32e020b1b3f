import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { placesIn } from './known-places.ts';

const folder = mkdtempSync(join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, ...lines: readonly string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);

it('is done without while the disk does not give it, which is said; and is there once it does', async () => {
  file('authorities.csv', 'CODE,NUMBER', 'E10000025,931');
  mkdirSync(join(folder, 'postcodes.csv'));
  const without = await placesIn(folder);
  expect([without.of(931), without.problem]).toEqual([undefined, expect.stringContaining('The reference data cannot be read')]);
  rmSync(join(folder, 'postcodes.csv'), { recursive: true });
  file('postcodes.csv', 'POSTCODE,AUTHORITY,EASTING,NORTHING', 'OX4 2AB,E07000178,454000,204000');
  const found = await placesIn(folder);
  expect(found.version).not.toBe(without.version);
  expect([found.of(931)?.postcodes?.get('OX4 2AB')?.authority, found.problem]).toEqual(['E07000178', undefined]);
});
