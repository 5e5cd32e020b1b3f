import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { date } from '../kernel/calendar/dates.ts';
import { derivation } from '../practice/pathway.ts';
import { somebodyWaits } from '../record/record.fixture.ts';
import { datasetSignIn, keepSomeDataset } from '../record/safeguarding-dataset.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import { datasetTables } from '../vocabulary/safeguarding-dataset.ts';
import { datasetReader } from './dataset-reader.ts';
import { keepDataset } from './kept-dataset.ts';
import { aRecordedChild, as } from './recorded-child.fixture.ts';
import { buildReturn } from './return.ts';
import { returnsOf } from './web-returns.ts';

let at: Importing;
let folder = '';
beforeAll(async () => {
  at = await importing();
  folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  writeFileSync(join(folder, 'password'), 'maple orbit velvet candle thistle anchor plume ferry\n', { mode: 0o600 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await at.end();
});

const opened = () => ({ app: at.fresh.app, owner: at.fresh.owner }) as Parameters<typeof datasetReader>[0];
const obey = (authority: number, ...words: readonly string[]) =>
  datasetReader(opened(), [...words, '--authority', String(authority)], folder);

/** As the sector's tools would: another sign-in to the same database. */
async function reading<T>(authority: number, work: (sql: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(at.fresh.appUrl);
  url.username = datasetSignIn(authority);
  url.password = encodeURIComponent('maple orbit velvet candle thistle anchor plume ferry');
  const client = new pg.Client({
    connectionString: url.href,
    ...(url.searchParams.has('host') ? { host: url.searchParams.get('host') ?? '' } : {}),
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it('the sector’s tools read the tables of one authority by a sign-in of their own, and nothing else', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { state } = await aRecordedChild(at, admin, { firstName: 'Amira', lastName: 'Example' });
  await aRecordedChild(at, other, { firstName: 'Somebody', lastName: 'Else' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A', primaryNeed: 'N1' });
  await obey(admin.authority, 'open', '--password-file', 'password');
  await obey(other.authority, 'open', '--password-file', 'password');
  await reading(admin.authority, async (sql) => {
    const { rows } = await sql.query('select pers_forename, pers_dob from ssd_person');
    expect(rows).toMatchObject([{ pers_forename: 'Amira' }]);
    expect(
      (
        await sql.query(
          'select cine_referral_source_code as source from ssd_cin_episodes join ssd_person on pers_person_id = cine_person_id',
        )
      ).rows,
    ).toEqual([{ source: '2A' }]);
    for (const [table, columns] of datasetTables) {
      const { fields } = await sql.query(`select * from ${table}`);
      expect(
        fields.map(({ name }) => name),
        table,
      ).toEqual(columns.map(({ name }) => name));
    }
    for (const refused of [
      'select from record.content',
      'select from access.member',
      'select record.return_staff()',
      'create table ssd.mine ()',
    ])
      await expect(sql.query(refused), refused).rejects.toThrow(/permission denied|read-only/);
    await expect(sql.query(`begin read write; delete from record.dataset_child; commit`)).rejects.toThrow('permission denied');
  });
  await expect(at.fresh.app.transaction(as(admin, 'headOfService'), (sql) => sql.query('select from ssd.ssd_person'))).rejects.toThrow(
    'permission denied',
  );
});

it('they follow the record: what is new, who is restricted, what is destroyed; and closed, nobody reads them', async () => {
  const admin = await at.anAuthority();
  const { state, person } = await aRecordedChild(at, admin, { firstName: 'Amira', lastName: 'Example' });
  await obey(admin.authority, 'open', '--password-file', 'password');
  const now = new Date();
  const all = (table: string) => reading(admin.authority, async (sql) => (await sql.query(`select * from ${table}`)).rows);
  expect(await all('ssd_contacts')).toEqual([]);
  await state('contact', '2026-06-02', { receivedOn: '2026-06-02', source: '6', worry: 'Shouting at night' });
  expect(await keepDataset(at.fresh, admin.authority, now)).toBe(1);
  expect(await keepDataset(at.fresh, admin.authority, now)).toBe(0);
  expect(await all('ssd_contacts')).toMatchObject([{ cont_contact_source_code: '6' }]);
  expect(JSON.stringify(await all('ssd_contacts'))).not.toContain('Shouting');
  const head = as(admin, 'headOfService');
  await at.record.restrict(head, person, { readers: [head.actor], ring: 'Named people', reason: 'test' });
  expect(await keepDataset(at.fresh, admin.authority, now)).toBe(1);
  expect(await all('ssd_person')).toMatchObject([{ pers_person_id: '7', pers_forename: null, pers_surname: null }]);
  await obey(admin.authority, 'close');
  await expect(all('ssd_person')).rejects.toThrow();
  expect((await at.fresh.owner.pool.query('select from record.dataset_child where authority = $1', [admin.authority])).rowCount).toBe(0);
});

it('what was read before a restriction, or before the record grew, is not written after it', async () => {
  const admin = await at.anAuthority();
  const { state, person, manager } = await aRecordedChild(at, admin, { firstName: 'Amira', lastName: 'Example' });
  await obey(admin.authority, 'open', '--password-file', 'password');
  const head = as(admin, 'headOfService');
  const reads = { derivation, steps: datasetSteps, asked: 'test' };
  const named = async () =>
    JSON.stringify(
      (await at.fresh.owner.pool.query('select tables from record.dataset_child where authority = $1', [admin.authority])).rows,
    );
  // What was read stands still until the restriction that has begun meanwhile is done.
  let keeping: Promise<number> | undefined;
  await at.fresh.app.transaction(head, async (sql) => {
    await sql.query(`select record.restrict($1, $2, $3, 'Named people', 'test')`, [admin.authority, person, [head.actor, manager.actor]]);
    keeping = keepSomeDataset(at.fresh.owner, admin.authority, {
      ...reads,
      tablesOf: ({ isRestricted }) => ({ ssd_person: [{ pers_forename: isRestricted ? 'nobody' : 'Amira' }] }),
    });
    await somebodyWaits(at.fresh.owner);
  });
  await keeping;
  expect(await named()).not.toContain('Amira');
  let again: Promise<unknown> | undefined;
  await keepSomeDataset(at.fresh.owner, admin.authority, {
    ...reads,
    tablesOf: () => {
      again ??= state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
      return { ssd_person: [{ pers_forename: 'as it was' }] };
    },
  });
  await again;
  expect(
    await keepSomeDataset(at.fresh.owner, admin.authority, { ...reads, tablesOf: () => ({ ssd_person: [{ pers_forename: 'now' }] }) }),
  ).toBe(1);
  expect(await named()).toContain('now');
  await obey(admin.authority, 'close');
});

it('a password is not told on the command line, must be its owner’s alone, and is not kept as it is', async () => {
  const admin = await at.anAuthority();
  await expect(obey(admin.authority, 'open')).rejects.toThrow('Usage');
  writeFileSync(join(folder, 'open-to-all'), 'maple orbit velvet candle thistle anchor plume ferry', { mode: 0o644 });
  await expect(obey(admin.authority, 'open', '--password-file', 'open-to-all')).rejects.toThrow('chmod 600');
  await obey(admin.authority, 'open', '--password-file', 'password');
  const { rows } = await at.fresh.owner.pool.query<{ kept: string }>('select rolpassword as kept from pg_authid where rolname = $1', [
    datasetSignIn(admin.authority),
  ]);
  expect(rows[0]?.kept).toMatch(/^SCRAM-SHA-256\$4096:/);
  await obey(admin.authority, 'close');
});

it('is built by those who answer for returns, as known at an instant, a file for each table', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { worker, state } = await aRecordedChild(at, admin, { firstName: '=Amira', lastName: 'Example' });
  const before = new Date(Date.now() + 1).toISOString();
  await new Promise((done) => setTimeout(done, 20));
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  const { ofADay } = returnsOf(at.fresh.app);
  const referrals = async (session = as(admin, 'performanceAnalyst'), knownAt?: string) =>
    (await ofADay(session, 'safeguarding-dataset', { on: date('2026-11-01'), knownAt })).find(({ name }) => name === 'ssd_cin_episodes')
      ?.rows;
  expect(await referrals()).toHaveLength(1);
  expect(await referrals(as(admin, 'performanceAnalyst'), before)).toEqual([]);
  expect(await referrals(as(other, 'headOfService'))).toEqual([]);
  await expect(referrals(worker)).rejects.toThrow(/Only performance analysts and heads of service/);
  const out = `out-${randomUUID()}`;
  const told = ['safeguarding-dataset', '--out', out, '--on', '2026-11-01', '--authority', String(admin.authority)];
  expect(await buildReturn(opened(), told, folder)).toBe(true);
  expect(readdirSync(join(folder, out)).sort()).toEqual([...datasetTables.keys()].map((name) => `${name}.csv`).sort());
  expect(readFileSync(join(folder, out, 'ssd_person.csv'), 'utf8')).toContain("7,'=Amira,Example");
  await expect(buildReturn(opened(), [...told, '--on', '2999-01-01'], folder)).rejects.toThrow('Write a day that has come');
});

it('what is written of children is for its owner alone to read, also where a file was there before that others could', async () => {
  const admin = await at.anAuthority();
  const { state } = await aRecordedChild(at, admin, {});
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A', primaryNeed: 'N1' });
  const [set, file] = [`set-${randomUUID()}`, `census-${randomUUID()}.xml`];
  writeFileSync(join(folder, file), 'of last year', { mode: 0o644 });
  const of = ['--year', '2026-27', '--authority', String(admin.authority)];
  await buildReturn(opened(), ['cin', '--out', file, ...of], folder);
  await buildReturn(opened(), ['ssda903', '--out', set, ...of], folder);
  const mode = (path: string): number => statSync(join(folder, path)).mode & 0o777;
  expect([mode(file), mode(set), mode(join(set, 'episodes.csv'))]).toEqual([0o600, 0o700, 0o600]);
});

it('CP-IS: all that stands, and what has changed since an instant, of one authority, to those who answer for returns', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { worker, state } = await aRecordedChild(at, admin, { nhsNumber: '9434765919' });
  await state('childProtectionPlan', '2026-06-02', { startedOn: '2026-06-02' });
  const since = new Date(Date.now() + 1).toISOString();
  await new Promise((done) => setTimeout(done, 20));
  await state('childProtectionPlanEnd', '2026-07-02', { endedOn: '2026-07-02' });
  const { ofADay } = returnsOf(at.fresh.app);
  const rows = async (asked: { readonly since?: string }, session = as(admin, 'performanceAnalyst')) =>
    (await ofADay(session, 'cp-is', { on: date('2026-11-01'), ...asked }))[0]?.rows;
  expect(await rows({})).toMatchObject([
    { 0: '9434765919', 1: '7', 6: 'CPP', 7: '2026-06-02', 8: '2026-07-02', 9: String(admin.authority) },
  ]);
  expect((await rows({ since }))?.[0]).toMatchObject({ 0: 'CHANGED', 9: '2026-07-02' });
  expect(await rows({ since: new Date().toISOString() })).toEqual([]);
  expect(await rows({}, as(other, 'headOfService'))).toEqual([]);
  await expect(rows({}, worker)).rejects.toThrow(/Only performance analysts and heads of service/);
  const made = ['cp-is', '--out', 'cp-is', '--changes-since', since, '--authority', String(admin.authority)];
  expect(await buildReturn(opened(), made, folder)).toBe(true);
  expect(readdirSync(join(folder, 'cp-is'))).toEqual(['cp-is-changes.csv']);
  await expect(buildReturn(opened(), ['asglb', ...made.slice(1)], folder)).rejects.toThrow('is for cp-is alone');
});

it('the files of a move-in are compared with the record: the dataset, a census and a looked-after return, of one authority, for those who answer for returns', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { state, worker } = await aRecordedChild(at, admin, { firstName: 'Amira', lastName: 'Example' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A', primaryNeed: 'N1' });
  await state('periodOfCare', '2026-06-03', { startedOn: '2026-06-03', legalStatus: 'V2', categoryOfNeed: 'N1' });
  await state('placement', '2026-06-03', { startedOn: '2026-06-03', type: 'U6', provider: 'PR1', postcode: 'OX4 2AB' });
  const { ofADay, census, lookedAfter, reconcile } = returnsOf(at.fresh.app);
  const analyst = as(admin, 'performanceAnalyst');
  const asked = { year: '2026-27', on: date('2026-11-01') } as const;
  const quoted = (cell: string | number | undefined): string => `"${String(cell ?? '').replaceAll('"', '""')}"`;
  const extract = (await ofADay(analyst, 'safeguarding-dataset', { on: asked.on })).map(({ name, heads, rows }) => ({
    name: `${name}.csv`,
    bytes: Buffer.from([heads, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')),
  }));
  let xml = '';
  for await (const piece of census(analyst, '2026-27', undefined)) xml += piece;
  const set = (await lookedAfter(analyst, '2026-27', undefined)).map(({ name, lines }) => ({
    name,
    bytes: Buffer.from(`${lines.join('\n')}\n`),
  }));
  const files = [...extract, { name: 'census.xml', bytes: Buffer.from(xml) }, ...set];
  const same = await reconcile(analyst, files, asked);
  expect(same.tables.flatMap(({ table, differences }) => differences.map((one) => [table, one]))).toEqual([]);
  expect(same.tables.find(({ table }) => table === 'ssd_cin_episodes')).toMatchObject({ theirs: 1, ours: 1, same: 1 });
  expect(same.returns.map(({ of, changes }) => [of, changes.children, changes.problem])).toEqual([
    ['cin', [], undefined],
    ['ssda903', [], undefined],
  ]);
  expect(same.unmapped.filter((words) => !words.includes('counted, and not compared'))).toEqual([]);
  const changed = files.map((file) => ({
    ...file,
    bytes: Buffer.from(file.bytes.toString('utf8').replaceAll('2026-06-02', '2026-06-09')),
  }));
  const found = await reconcile(analyst, [...changed, { name: 'notes.csv', bytes: Buffer.from('a,b\n1,2\n') }], asked);
  expect(found.tables.find(({ table }) => table === 'ssd_cin_episodes')?.differences.map((one) => one.in)).toEqual(['extract', 'record']);
  expect(found.returns[0]?.changes.children).toMatchObject([{ child: '7' }]);
  expect(found.unmapped.some((words) => words.startsWith('notes.csv: '))).toBe(true);
  expect((await reconcile(as(other, 'headOfService'), files, asked)).returns[0]?.changes.totals[0]).toEqual({
    what: 'Children',
    was: 1,
    now: 0,
  });
  await expect(reconcile(worker, files, asked)).rejects.toThrow(/Only performance analysts and heads of service/);
});
