import { existsSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stage } from './staging.ts';

it('rows spread over many small files come back by child, each once and whole, and nothing is left', async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('sightline-rows-'));
  const before = new Set(folders());
  const staging = await stage(100_000_000);
  const own = join(tmpdir(), folders().find((name) => !before.has(name)) ?? 'none');
  for (let n = 0; n < 6_000; n += 1) {
    staging.add(`C${n % 500}`, { table: 'reviews', file: 'a', line: n, values: { CHILD: `C${n % 500}`, NOTE: 'é\n"\u2028\u2029\u0085' } });
    if (n % 1_000 === 0) await staging.settle();
  }
  const seen = new Map<string, number>();
  for await (const { child, rows } of staging.children()) {
    expect(seen.has(child)).toBe(false);
    expect(rows.every(({ values }) => values['CHILD'] === child && values['NOTE'] === 'é\n"\u2028\u2029\u0085')).toBe(true);
    expect(rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line).toSorted((a, b) => a - b));
    seen.set(child, rows.length);
  }
  expect([seen.size, new Set(seen.values())]).toEqual([500, new Set([12])]);
  expect(readdirSync(own).length).toBeGreaterThan(10);
  expect(statSync(join(own, readdirSync(own)[0] ?? '')).mode & 0o077).toBe(0);
  await staging.remove();
  expect(existsSync(own)).toBe(false);
});
