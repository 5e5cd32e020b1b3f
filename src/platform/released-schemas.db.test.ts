import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { addAuthority } from '../record/members.ts';
import { rebuild } from '../record/rebuild.ts';
import { derivation } from '../record/record.fixture.ts';
import { verify } from '../record/verify.ts';
import { connect, openDatabase, type Client } from './database.ts';
import { ensureDatabase, migrate, onSameServer } from './migrate.ts';

const home = join(import.meta.dirname, '../../migrations');
const names = readdirSync(home)
  .filter((name) => name.endsWith('.sql'))
  .sort();

/**
 * Schemas that hold what somebody has entered: those that stood on main at the end of 24 and of 25 November 2026. Until a release is tagged nothing
 * else; from then on each tag adds its last one here, and what a tag holds is never changed (docs/how-to/change-the-schema.md).
 */
const released = ['0003_statistics.sql', '0020_restrictions.sql'] as const;

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(() => fresh.drop());

const team = randomUUID();
const warnings = [{ entry: 'e', kind: 'dangerToStaff', words: 'Dog', from: '2026-01-01' }];

const actor = randomUUID();
const session = { authority: 1, actor, roles: ['administrator', 'teamManager'], teams: [], scope: 'all' } as const;

/** One entry about one child, as the function of that time states it; with what lists held then, all in one, and the limit that it begins. */
async function stateSomething(sql: Client, person: string): Promise<void> {
  const [entry, plan] = [randomUUID(), randomUUID()];
  const said = { wording: '00ff', recordedBy: actor, shared: {}, source: 'import' };
  const entries = [
    { ...said, entry, step: 'begin', happenedOn: '2026-01-01' },
    { ...said, entry: plan, step: 'plan', happenedOn: '2026-01-05' },
  ];
  const abouts = [
    { entry, person, expected: 0, answers: { name: 'Ada', team } },
    { entry: plan, person, expected: 0, answers: {} },
  ];
  const clock = { person, rule: 'visit', version: '1', startedBy: plan, startedOn: '2026-01-05', dueOn: '2026-01-15', notInSource: false };
  const state = { name: 'Ada', team, onPlanSince: '2026-01-05', livesAt: '14 Example Street', warnings };
  const standings = [{ person, name: 'Ada', team, onPlanSince: '2026-01-05', state }];
  await sql.query(
    'select * from record.append(1, $1, $2, $3, $4)',
    [entries, abouts, [clock], standings].map((each) => JSON.stringify(each)),
  );
}

/** What could be held besides, from 0020 on: rows of a file that wait, a copy that has left, a record that is restricted. */
async function holdMore(sql: Client, person: string): Promise<void> {
  const run = randomUUID();
  await sql.query("select record.begin_import(1, $1, 'return.csv', '\\x00', 'ssda903', 1)", [run]);
  await sql.query('select record.keep_rows(1, $1, $2)', [run, JSON.stringify([{ child: '7', kind: 'ssda903', source: { rows: [] } }])]);
  await sql.query("select record.make_emergency_copy(1, $1, 'copy', 'The night desk', 'All', null, null, now() + interval '1 day')", [run]);
  await sql.query("select record.restrict(1, $1, $2, 'Ring', 'A threat')", [person, [actor]]);
}

const besides = `
  select (select jsonb_agg(jsonb_build_array(child, kind, source)) from record.import_child) as kept,
    (select jsonb_agg(jsonb_build_array(number, recipient, children)) from record.emergency_copy) as copies,
    (select jsonb_agg(jsonb_build_array(person, ring, lifted_at)) from record.ring) as rings,
    (select jsonb_agg(person) from record.standing where restricted) as restricted,
    (select jsonb_agg(person) from record.clock where restricted) as restricted_clocks,
    (select count(*)::int from record.clock where due_on = '2026-01-15' and rule = 'visit') as clocks`;

/** A database as it was when this was the last migration, on the server of this run. */
async function madeThen(last: string): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `released_${randomUUID().replaceAll('-', '')}`;
  const folder = mkdtempSync(join(tmpdir(), 'released-'));
  for (const each of names.slice(0, names.indexOf(last) + 1)) copyFileSync(join(home, each), join(folder, each));
  await ensureDatabase(fresh.ownerUrl, name);
  const url = onSameServer(fresh.ownerUrl, name);
  expect(await migrate(url, folder)).toMatchObject({ kind: 'migrated' });
  rmSync(folder, { recursive: true });
  const drop = async (): Promise<void> => {
    const client = await connect(fresh.ownerUrl);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.end();
  };
  return { url, drop };
}

test.each(released)('a database of the time of %s comes to the newest with all that it holds', async (last) => {
  const { url, drop } = await madeThen(last);
  const [person, restricted] = [randomUUID(), randomUUID()];
  const before = openDatabase(url, { max: 1 });
  await addAuthority(before, { authority: 1, name: 'Authority 1' });
  await before.transaction(session, async (sql) => {
    for (const each of [person, restricted]) await stateSomething(sql, each);
    if (last !== '0003_statistics.sql') await holdMore(sql, restricted);
  });
  await before.end();
  expect(await migrate(url)).toEqual({ kind: 'migrated', applied: names.slice(names.indexOf(last) + 1) });
  const owner = openDatabase(url, { max: 1 });
  expect(await verify(owner, 1)).toEqual({ children: 2, lines: 4 });
  const { rows } = await owner.pool.query('select state, words, team_now from record.standing');
  const words = { warning: { warnings }, household: { livesAt: '14 Example Street' } };
  expect(rows).toEqual(
    Array.from({ length: 2 }, () => ({ state: { name: 'Ada', team, onPlanSince: '2026-01-05' }, words, team_now: team })),
  );
  const nothing = { kept: null, copies: null, rings: null, restricted: null, restricted_clocks: null };
  const held = {
    kept: [['7', 'ssda903', { rows: [] }]],
    copies: [[1, 'The night desk', 2]],
    rings: [[restricted, 'Ring', null]],
    restricted: [restricted],
    restricted_clocks: [restricted],
  };
  expect((await owner.pool.query(besides)).rows).toEqual([{ clocks: 2, ...(last === '0003_statistics.sql' ? nothing : held) }]);
  // Boards are new since, and the small practice of these tests knows of no address: those alone are derived otherwise.
  const { differences } = await rebuild(owner, 1, derivation, { write: true });
  expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(['standing']));
  expect(await rebuild(owner, 1, derivation)).toMatchObject({ children: 2, differences: [], tally: 0 });
  expect(await verify(owner, 1)).toEqual({ children: 2, lines: 4 });
  await owner.end();
  await drop();
});

test('words of a record that were kept with a prepared return are taken out of it, and all else of it stays', async () => {
  const { url, drop } = await madeThen('0102_returned_under.sql');
  const before = openDatabase(url, { max: 1 });
  await addAuthority(before, { authority: 1, name: 'Authority 1' });
  const [kept, plain] = [randomUUID(), randomUUID()];
  const row = { code: '8670Q', child: '7', words: 'Please check' };
  const explained = { ...row, explained: { words: 'Hidden from her father.', isOfAll: true } };
  const findings = (...rows: readonly object[]) => Buffer.from(rows.map((one) => `${JSON.stringify(one)}\n`).join(''));
  await before.transaction({ ...session, roles: ['headOfService'] }, async (sql) => {
    for (const [prepared, bytes] of [
      [kept, findings(row, explained, row)],
      [plain, findings(row)],
    ] as const)
      await sql.query("select record.prepare_return(1, $1, 'cin', '2025-26', null, record.settled(), '\\x00', '[]', '{}', $2)", [
        prepared,
        bytes,
      ]);
  });
  await before.end();
  expect(await migrate(url)).toMatchObject({ kind: 'migrated' });
  const owner = openDatabase(url, { max: 1 });
  const { rows } = await owner.pool.query<{ prepared: string; findings: Buffer; bytes: Buffer }>('select * from record.prepared_return');
  const told = new Map(rows.map((one) => [one.prepared, String(one.findings)]));
  expect(told.get(plain)).toBe(String(findings(row)));
  expect(
    (told.get(kept) ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([row, { ...row, explained: { entries: [], isOfAll: true } }, row]);
  await owner.end();
  await drop();
});
