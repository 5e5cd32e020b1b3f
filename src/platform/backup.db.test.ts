import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../record/rebuild.ts';
import { as, begin, derivation, entry, fixture, readAs, type Fixture } from '../record/record.fixture.ts';
import { verify } from '../record/verify.ts';
import { backup } from './backup.ts';
import { connect, openDatabase } from './database.ts';
import { ensureDatabase, migrate, onSameServer } from './migrate.ts';
import { restore } from './restore.ts';
import type { Key } from './sealed-file.ts';

let at: Fixture;
const made: string[] = [];
const key: Key = { kind: 'file', bytes: randomBytes(32) };
const worker = as('socialWorker');

beforeAll(async () => {
  at = await fixture();
  for (let n = 0; n < 20; n += 1) await child();
});
afterAll(async () => {
  const client = await connect(onSameServer(at.ownerUrl, 'postgres'));
  for (const name of made) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
  await at.drop();
});

async function child(): Promise<string> {
  const person = randomUUID();
  await at.record.append(
    worker,
    [begin(person, { note: 'Tab\tand\nline, "quotes" and \\N, ü' }), entry('plan', '2026-01-05', [{ person }])],
    new Map(),
  );
  return person;
}

async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`;
  await ensureDatabase(at.ownerUrl, name);
  made.push(name);
  return onSameServer(at.ownerUrl, name);
}

async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

/** As a file is read: in pieces that begin and end anywhere. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += 1_009) yield bytes.subarray(from, from + 1_009);
}

/** One hash for each table over everything in it. */
async function contents(url: string): Promise<ReadonlyMap<string, string>> {
  const client = await connect(url);
  const tables = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('record', 'access') AND tablename <> 'session' ORDER BY 1",
  );
  const hashes = new Map<string, string>();
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ hash: string | null }>(
      `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS hash FROM ${name} t`,
    );
    hashes.set(name, rows[0]?.hash ?? '');
  }
  await client.end();
  return hashes;
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'restored',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe('a backup', () => {
  test('made while entries go on is of one instant, and restores to a record that verifies and rebuilds', async () => {
    let isOver = false;
    let appended = 0;
    const goOn = (async () => {
      for (; !isOver; appended += 1) await child();
    })();
    const file = await whole(backup(at.ownerUrl, key));
    const during = appended;
    isOver = true;
    await goOn;
    expect(during).toBeGreaterThan(0);
    const url = await emptyDatabase();
    expect(await restore(url, inPieces(file), key)).toMatchObject({ marking: 'test', authorities: [1, 2] });
    const owner = openDatabase(url, { max: 2 });
    const { children, lines, broken, brokenRoot } = await verify(owner, 1);
    expect({ broken, brokenRoot, lines }).toEqual({ lines: children * 2 });
    expect(children).toBeGreaterThanOrEqual(20);
    expect(children).toBeLessThanOrEqual(20 + appended);
    expect((await rebuild(owner, 1, derivation)).differences).toEqual([]);
    await owner.end();
    expect(await migrate(url)).toEqual({ kind: 'migrated', applied: [] });
  });
});

describe('what is restored', () => {
  const [run, length] = [randomUUID(), 70 * 1_048_576];
  let file: Buffer;
  let url: string;
  beforeAll(async () => {
    await readAs(at.record, worker, await child());
    await at.owner.pool.query(
      "INSERT INTO record.import_run (authority, run, file_name, file_hash, kind, begun_at, begun_by) VALUES (1, $1, 'cin.xml', 'hash', 'cin', now(), $1)",
      [run],
    );
    await at.owner.pool.query(
      "INSERT INTO record.import_child (authority, run, child, kind, kept_at, source) SELECT 1, $1, '100', 'cin', now(), to_jsonb(repeat('x', $2))",
      [run, length],
    );
    file = await whole(backup(at.ownerUrl, key));
    url = await emptyDatabase();
    await restore(url, inPieces(file), key);
  });
  afterAll(() => at.owner.pool.query('DELETE FROM record.import_child WHERE run = $1', [run]));

  test('is every row of every table, words and all, with who opened what; sessions are left out', async () => {
    expect(file.includes('quotes')).toBe(false);
    const restored = await contents(url);
    expect(restored).toEqual(await contents(at.ownerUrl));
    expect(restored.get('record.access_log')).not.toBe('');
    expect(restored.size).toBeGreaterThan(15);
    const client = await connect(url);
    const open = await client.query(
      "SELECT relname FROM pg_class WHERE relnamespace = 'record'::regnamespace AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)",
    );
    await client.end();
    expect(open.rows).toEqual([]);
  });

  test('is of any length: the rows of one child of a mangled file may be longer than a frame', async () => {
    const client = await connect(url);
    const { rows } = await client.query("SELECT length(source #>> '{}') AS length FROM record.import_child WHERE run = $1", [run]);
    await client.end();
    expect(rows).toEqual([{ length }]);
  });
});

describe('a restore is refused, and nothing is done', () => {
  let file: Buffer;
  let url: string;
  beforeAll(async () => {
    file = await whole(backup(at.ownerUrl, key));
    url = await emptyDatabase();
  });

  test('with another key, or another kind of key', async () => {
    expect(await refusal(restore(url, inPieces(file), { kind: 'file', bytes: randomBytes(32) }))).toContain('This is not the key');
    expect(await refusal(restore(url, inPieces(file), { kind: 'passphrase', words: 'correct horse battery' }))).toContain('--key-file');
  });

  test('of a file that was cut off, wherever', async () => {
    for (const size of [5, 30, 400, Math.floor(file.length / 2), file.length - 1])
      expect(await refusal(restore(url, inPieces(file.subarray(0, size)), key))).toMatch(/cut off|no backup/);
  });

  test('of a file in which one bit was changed, or to which something was added', async () => {
    for (const place of [300, Math.floor(file.length / 2), file.length - 3]) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(await refusal(restore(url, inPieces(changed), key))).toMatch(/was changed/);
    }
    expect(await refusal(restore(url, inPieces(Buffer.concat([file, Buffer.from('x')])), key))).toContain('was changed');
  });

  test('into a database that holds something', async () => {
    expect(await refusal(restore(at.ownerUrl, inPieces(file), key))).toContain('not empty');
  });

  test('of a file that is no backup', async () => {
    expect(await refusal(restore(url, inPieces(Buffer.from('<xml/>')), key))).toBe('This file is no backup of Sightline.');
  });

  test('and the database is as empty afterwards as it was before', async () => {
    const client = await connect(url);
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname IN ('record', 'access', 'platform')");
    await client.end();
    expect(rows).toEqual([]);
  });
});

test('a passphrase opens what it sealed, and no other does', async () => {
  const words: Key = { kind: 'passphrase', words: 'six plain words said at random' };
  const file = await whole(backup(at.ownerUrl, words));
  const url = await emptyDatabase();
  expect(await refusal(restore(url, inPieces(file), { kind: 'passphrase', words: 'six plain words said at randon' }))).toContain(
    'not the passphrase',
  );
  await restore(url, inPieces(file), words);
});

test('a database that goes away meanwhile ends the backup with what it says, and nothing else', async () => {
  const making = backup(at.ownerUrl, key);
  await making.next();
  const { rowCount } = await at.owner.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ~ 'FROM access.authority ORDER'
     AND state = 'idle in transaction'`,
  );
  expect(rowCount).toBe(1);
  expect(await refusal(whole(making))).toMatch(/terminat|not queryable|connection|EPIPE/i);
});
