import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../servers.ts';
import { filesUnder, textOf } from './sources.ts';

/** The children, and who works with them. */
const ours = "IN ('record'::regnamespace, 'access'::regnamespace)";

const withoutComments = (sql: string): string => sql.replaceAll(/--[^\n]*/g, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');

describe('what lets the record be spread over many machines', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => void (fresh = await freshDatabase()));
  afterAll(() => fresh.drop());

  const named = async (sql: string) => (await fresh.owner.pool.query(sql)).rows.map(({ name }) => String(name));

  test('the authority is the first column of every primary, unique and foreign key', async () => {
    const keys = `FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.connamespace ${ours} AND c.contype IN ('p', 'u', 'f')`;
    expect(await named(`SELECT c.conrelid::regclass || ' ' || c.conname AS name ${keys} AND a.attname <> 'authority'`)).toEqual([]);
    for (const table of ['record.entry', 'access.member'])
      expect((await named(`SELECT c.conname AS name ${keys} AND c.conrelid = '${table}'::regclass`)).length, table).toBeGreaterThan(0);
  });

  test('the authority is the first column of every unique index', async () => {
    const wrong = `SELECT i.indexrelid::regclass AS name FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
      WHERE t.relnamespace ${ours} AND i.indisunique AND a.attname IS DISTINCT FROM 'authority'`;
    expect(await named(wrong)).toEqual([]);
  });

  test('every table has a primary key', async () => {
    const without = `SELECT t.oid::regclass AS name FROM pg_class t WHERE t.relnamespace ${ours} AND t.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'p')`;
    expect(await named(without)).toEqual([]);
  });

  test('no table has a trigger', async () => {
    const triggers = `SELECT t.tgrelid::regclass || ' ' || t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND c.relnamespace ${ours}`;
    expect(await named(triggers)).toEqual([]);
  });

  test('row-level security is forced on every table, with no sub-query in a policy', async () => {
    const open = `SELECT oid::regclass AS name FROM pg_class WHERE relnamespace ${ours} AND relkind IN ('r', 'p')
      AND NOT (relrowsecurity AND relforcerowsecurity)`;
    expect(await named(open)).toEqual([]);
    const subqueries = `SELECT tablename || ' ' || policyname AS name FROM pg_policies WHERE schemaname IN ('record', 'access') AND coalesce(qual, '') || coalesce(with_check, '') ~* '\\mselect\\M'`;
    expect(await named(subqueries)).toEqual([]);
  });

  test('the application can change no table', async () => {
    const grants = `SELECT table_name || ' ' || privilege_type AS name FROM information_schema.role_table_grants
      WHERE table_schema IN ('record', 'access') AND grantee IN ('sightline_app', 'PUBLIC') AND privilege_type <> 'SELECT'`;
    expect(await named(grants)).toEqual([]);
  });

  test('no statement sets a fact of the session by a function, or for longer than its transaction', () => {
    const files = [...filesUnder('migrations'), ...filesUnder('src')].filter(
      (file) => /\.(sql|tsx?)$/.test(file) && !file.includes('.test.'),
    );
    const texts = files.map((file) => ({ file, text: withoutComments(textOf(file)) }));
    expect(texts.filter(({ text }) => /\bset_config\s*\(/i.test(text)).map(({ file }) => file)).toEqual([]);
    const session = /['"`;]\s*SET\s+(?!LOCAL\b)(SESSION\s+)?[a-z_.]+\s*(=|\bTO\b)/i;
    // A statement of its own: after another, or first in the file. A function's own clause lasts as long as its call.
    const migration = /(^|;)\s*SET\s+(?!LOCAL\b)(SESSION\s+)?[a-z_.]+\s*(=|\bTO\b)/i;
    const lasting = texts.filter(({ file, text }) => (file.endsWith('.sql') ? migration : session).test(text));
    expect(lasting.map(({ file }) => file)).toEqual([]);
  });
});
