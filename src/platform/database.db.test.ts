import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { listen } from './listen.ts';

const actor = '018f0000-0000-7000-8000-000000000001';
const session = { authority: 301, actor, roles: ['socialWorker'], teams: [], scope: 'own' } as const;
const settings = `SELECT current_setting('app.authority', true) AS authority, current_setting('app.actor', true) AS actor`;

describe('the database', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => void (fresh = await freshDatabase()));
  afterAll(() => fresh.drop());

  test('gives dates and instants as text, to the microsecond, and counts as numbers', async () => {
    const { rows } = await fresh.app.pool.query(
      `SELECT date '2026-01-05' AS day, timestamptz '2026-01-05 10:00:00.123456+00' AS instant, count(*) AS n FROM generate_series(1, 3)`,
    );
    expect(rows[0]).toEqual({ day: '2026-01-05', instant: '2026-01-05 10:00:00.123456+00', n: 3 });
  });

  test('knows who is asking within the transaction, and forgets it afterwards', async () => {
    const inside = await fresh.app.transaction(session, async (sql) => (await sql.query(settings)).rows[0]);
    expect(inside).toEqual({ authority: '301', actor });
    for (let each = 0; each < 10; each += 1) {
      const outside = await fresh.app.transaction(null, async (sql) => (await sql.query(settings)).rows[0]);
      expect(outside.authority ?? '').toBe('');
    }
  });

  test('keeps nothing of a transaction that threw', async () => {
    await fresh.owner.pool.query('CREATE TABLE kept (n int)');
    const failing = fresh.owner.transaction(null, async (sql) => {
      await sql.query('INSERT INTO kept VALUES (1)');
      throw new Error('on the way');
    });
    await expect(failing).rejects.toThrow('on the way');
    expect((await fresh.owner.pool.query('SELECT FROM kept')).rowCount).toBe(0);
  });

  test('goes on after the server has ended its connections', async () => {
    await fresh.app.pool.query('SELECT 1');
    await fresh.owner.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sightline_app' AND datname = current_database()`,
    );
    await expect.poll(() => fresh.app.pool.totalCount).toBe(0);
    expect((await fresh.app.pool.query('SELECT 1 AS n')).rows[0].n).toBe(1);
  });

  test('hands notifications on, and opens a lost connection again', async () => {
    const heard: string[] = [];
    let gaps = 0;
    const listening = await listen(
      fresh.appUrl,
      'changed',
      (payload) => heard.push(payload),
      () => (gaps += 1),
    );
    await fresh.owner.pool.query(`NOTIFY changed, 'one'`);
    await expect.poll(() => heard).toEqual(['one']);
    await fresh.owner.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    await expect.poll(() => gaps).toBe(1);
    await fresh.owner.pool.query(`NOTIFY changed, 'two'`);
    await expect.poll(() => heard).toEqual(['one', 'two']);
    await listening.stop();
  });
});
