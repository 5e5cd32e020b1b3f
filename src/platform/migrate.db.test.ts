import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { migrate } from './migrate.ts';

let fresh: FreshDatabase;
let folder: string;

beforeEach(async () => {
  fresh = await freshDatabase();
  await fresh.owner.pool.query('DROP SCHEMA IF EXISTS platform CASCADE');
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await fresh.drop();
});

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = () => migrate(fresh.ownerUrl, folder);

test('applies each migration once, in the order of their numbers', async () => {
  write('0002_second.sql', 'ALTER TABLE a ADD COLUMN m int');
  write('0001_first.sql', 'CREATE TABLE a (n int)');
  expect(await run()).toEqual({ kind: 'migrated', applied: ['0001_first.sql', '0002_second.sql'] });
  expect(await run()).toEqual({ kind: 'migrated', applied: [] });
});

test('two starts at once apply it once', async () => {
  write('0001_first.sql', 'CREATE TABLE a (n int); SELECT pg_sleep(0.2)');
  const both = await Promise.all([run(), run()]);
  expect(both.map((each) => (each.kind === 'migrated' ? each.applied.length : -1)).sort()).toEqual([0, 1]);
});

test('keeps nothing of a migration that fails, and names it', async () => {
  write('0001_first.sql', 'CREATE TABLE a (n int); SELECT 1/0');
  await expect(run()).rejects.toThrow('0001_first.sql could not be applied: division by zero');
  write('0001_first.sql', 'CREATE TABLE a (n int)');
  expect(await run()).toMatchObject({ kind: 'migrated' });
});

test('refuses a released migration that was changed', async () => {
  write('0001_first.sql', 'CREATE TABLE a (n int)');
  await run();
  write('0001_first.sql', 'CREATE TABLE a (n bigint)');
  expect(await run()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('0001_first.sql was changed after') });
});

test('refuses a database that is newer than the program', async () => {
  write('0001_first.sql', 'CREATE TABLE a (n int)');
  await run();
  rmSync(join(folder, '0001_first.sql'));
  expect(await run()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('newer than the program') });
});

test('refuses a migration that comes before one already applied', async () => {
  write('0002_second.sql', 'CREATE TABLE a (n int)');
  await run();
  write('0001_first.sql', 'CREATE TABLE b (n int)');
  expect(await run()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('0001_first.sql comes before') });
});
