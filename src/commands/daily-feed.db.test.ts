import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { beginFeed, feedBody, feedRuns, unfinishedFeed } from '../record/daily-feed.ts';
import { standIn, type StandIn } from '../returns/daily-feed/stand-in.ts';
import { somebodyWaits } from '../record/record.fixture.ts';
import { dailyFeed } from './daily-feed.ts';
import { preparedFeed } from './feed-prepared.ts';
import { aRecordedChild, as } from './recorded-child.fixture.ts';

const secrets = { clientId: 'ours', clientSecret: 'not-to-be-told', supplierKey: 'key-of-ours' };
let [at, department, folder]: [Importing | undefined, StandIn | undefined, string] = [undefined, undefined, ''];
const all = () => {
  if (at === undefined || department === undefined) throw new Error('not yet');
  return { at, department };
};
const said: string[] = [];

beforeAll(async () => {
  [at, department] = [await importing(), await standIn(secrets)];
  folder = mkdtempSync(join(tmpdir(), 'feed-'));
  const lines = [
    '# where it goes',
    `url = ${department.address}`,
    `token_url = ${department.address}/token`,
    'client_id = ours',
    'client_secret = not-to-be-told',
    'scope = feed',
    'supplier_key = key-of-ours',
  ];
  writeFileSync(join(folder, 'feed.conf'), lines.join('\n'), { mode: 0o600 });
  process.env['SIGHTLINE_FEED'] = 'feed.conf';
});
beforeEach(() => void vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line))));
afterEach(() => {
  const { department: here } = all();
  here.answers.length = 0;
  here.taken.length = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  delete process.env['SIGHTLINE_FEED'];
  rmSync(folder, { recursive: true });
  await department?.end();
  await at?.end();
});

const reaching = { fetch: (url: string, init: RequestInit) => fetch(url, init), wait: async () => {}, now: () => Date.now() };
const obey = (authority: number, ...words: readonly string[]) => {
  const { fresh } = all().at;
  const opened = { app: fresh.app, owner: fresh.owner } as Parameters<typeof dailyFeed>[0];
  return dailyFeed(opened, [...words, '--authority', String(authority)], folder, reaching);
};
const sent = () => all().department.taken.flatMap(({ children }) => children);

it('sends everybody first, then nothing, then what has changed, and purges whoever is of no concern any more', async () => {
  const { at: here } = all();
  const admin = await here.anAuthority();
  const { state, person } = await aRecordedChild(here, admin, { firstName: 'Amira', lastName: 'Example' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  expect(await obey(admin.authority)).toBe(true);
  expect(sent()).toMatchObject([{ la_child_id: '7', mis_child_id: person, child_details: { first_name: 'Amira' } }]);
  expect(await obey(admin.authority)).toBe(true);
  expect(sent()).toHaveLength(1);
  await state('childInNeedPlan', '2026-07-01', { startedOn: '2026-07-01' });
  await obey(admin.authority);
  expect(sent()[1]).toMatchObject({ social_care_episodes: [{ child_in_need_plans: [{ start_date: '2026-07-01' }] }] });
  await here.fresh.owner.pool.query(`update record.feed_child set payload = payload || '{"la_child_id": "OLD7"}' where authority = $1`, [
    admin.authority,
  ]);
  await obey(admin.authority);
  expect(sent().slice(2)).toMatchObject([
    { la_child_id: 'OLD7', purge: true },
    { la_child_id: '7', child_details: { first_name: 'Amira' } },
  ]);
  expect(await obey(admin.authority, '--full')).toBe(true);
  expect(sent()).toHaveLength(5);
  const runs = await feedRuns(here.fresh.app, as(admin, 'performanceAnalyst'));
  expect(runs.map(({ kind, children, accepted, calls }) => [kind, children, accepted, calls])).toEqual([
    ['full', 1, 1, 1],
    ['changes', 1, 2, 2],
    ['changes', 1, 1, 1],
    ['changes', 0, 0, 0],
    ['full', 1, 1, 1],
  ]);
});

it('what could not be sent is sent first the next time, as it was written down, also where the answer alone was lost', async () => {
  const { at: here, department: there } = all();
  const [admin, other] = [await here.anAuthority(), await here.anAuthority()];
  const { state } = await aRecordedChild(here, admin, { firstName: 'Amira', lastName: 'Example' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  there.answers.push(503, 503, 503);
  expect(await obey(admin.authority)).toBe(false);
  expect([sent(), (await unfinishedFeed(here.fresh.owner, admin.authority))?.calls]).toEqual([[], [1]]);
  expect(await unfinishedFeed(here.fresh.owner, other.authority)).toBeUndefined();
  await state('childInNeedPlan', '2026-07-01', { startedOn: '2026-07-01' });
  there.answers.push('drop after taking');
  expect(await obey(admin.authority)).toBe(true);
  const [lost, again, then] = sent();
  expect(again).toEqual(lost);
  expect(JSON.stringify(lost)).not.toContain('child_in_need_plans');
  expect(then).toMatchObject({ social_care_episodes: [{ child_in_need_plans: [{ start_date: '2026-07-01' }] }] });
  const { rows } = await here.fresh.owner.pool.query<{ statuses: number[] }>(
    `select array(select (a ->> 'status')::int from jsonb_array_elements(attempts) a) as statuses from record.feed_call where authority = $1 and call = 1 order by attempts -> 0 ->> 'at'`,
    [admin.authority],
  );
  expect(rows[0]?.statuses).toEqual([503, 503, 503, 0, 200]);
});

it('a child whom the Department refuses is set aside, the others are taken; of a destroyed record the words go', async () => {
  const { at: here, department: there } = all();
  const admin = await here.anAuthority();
  const one = await aRecordedChild(here, admin, { firstName: 'Amira', lastName: 'Example' });
  const two = await aRecordedChild(here, admin, { laChildId: '8', firstName: 'Bilal', lastName: 'Example' });
  const three = await aRecordedChild(here, admin, { laChildId: '9-9', firstName: 'Celia', lastName: 'Example' });
  for (const { state } of [one, two, three]) await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  there.answers.push({ status: 400, text: 'Validation failed at [0].child_details' });
  said.length = 0;
  expect(await obey(admin.authority)).toBe(false);
  expect(sent()).toHaveLength(1);
  expect(said.join('\n')).toContain('letters and digits');
  expect(said.join('\n')).not.toMatch(/Amira|Bilal|Celia|9-9|not-to-be-told|key-of-ours/);
  await here.fresh.owner.transaction(null, async (sql) => {
    await sql.query(`set local app.authority = '${admin.authority}'`);
    await sql.query(`select record.forget_derived($1, $2, 'infinity', '{}')`, [admin.authority, two.person]);
    await sql.query(`select record.forget_derived($1, $2, 'infinity', '{}')`, [admin.authority, one.person]);
  });
  const { rows } = await here.fresh.owner.pool.query(`select from record.feed_sent where authority = $1 and payload is not null`, [
    admin.authority,
  ]);
  expect(rows).toEqual([]);
});

/** Of a record that is destroyed nothing is left but its lines. */
const destroyed = async (authority: number, person: string): Promise<void> => {
  const { fresh } = all().at;
  await fresh.owner.pool.query('delete from record.content where authority = $1 and person = $2', [authority, person]);
  await fresh.owner.transaction(null, async (sql) => {
    await sql.query(`set local app.authority = '${authority}'`);
    await sql.query(`select record.forget_derived($1, $2, 'infinity', '{}')`, [authority, person]);
  });
};
const keptWords = async (authority: number): Promise<string> =>
  JSON.stringify(
    (
      await all().at.fresh.owner.pool.query(
        `select s.payload, s.holds, c.payload as held from record.feed_sent s left join record.feed_child c on c.authority = s.authority and c.person = s.person where s.authority = $1`,
        [authority],
      )
    ).rows,
  );

it('whose record is destroyed while a call is on its way is known as held by number alone, and purged with the next run', async () => {
  const { at: here, department: there } = all();
  const admin = await here.anAuthority();
  const { state, person } = await aRecordedChild(here, admin, { firstName: 'Amira', lastName: 'Example' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  const whileSent = async (url: string, init: RequestInit) => {
    const answer = await fetch(url, init);
    if (!url.endsWith('/token')) await destroyed(admin.authority, person);
    return answer;
  };
  const opened = { app: here.fresh.app, owner: here.fresh.owner } as Parameters<typeof dailyFeed>[0];
  expect(await dailyFeed(opened, ['--authority', String(admin.authority)], folder, { ...reaching, fetch: whileSent })).toBe(true);
  expect(await keptWords(admin.authority)).not.toMatch(/Amira|Example/);
  await obey(admin.authority);
  expect(sent()).toMatchObject([{ mis_child_id: person }, { la_child_id: '7', mis_child_id: person, purge: true }]);
  await obey(admin.authority);
  expect(sent(), 'once').toHaveLength(2);
  const other = await here.anAuthority();
  const lost = await aRecordedChild(here, other, { firstName: 'Bilal', lastName: 'Example' });
  await lost.state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  there.answers.push('drop after taking', 'drop after taking', 'drop after taking');
  expect(await obey(other.authority)).toBe(false);
  await destroyed(other.authority, lost.person);
  await obey(other.authority);
  expect(sent().slice(-1), 'also where its answer never came').toMatchObject([{ mis_child_id: lost.person, purge: true }]);
  const third = await here.anAuthority();
  const waiting = await aRecordedChild(here, third, { firstName: 'Celia', lastName: 'Example' });
  await waiting.state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  await beginFeed(here.fresh.owner, third.authority, {
    run: randomUUID(),
    kind: 'full',
    knownAt: new Date().toISOString(),
    leftOut: [],
    calls: [
      {
        call: 1,
        digest: '0',
        sent: [
          {
            person: waiting.person,
            payload: { la_child_id: '7' },
            holds: { la_child_id: '7', mis_child_id: waiting.person },
            restricted: false,
          },
        ],
      },
    ],
  });
  const before = sent().length;
  await destroyed(third.authority, waiting.person);
  await obey(third.authority);
  expect(sent().length, 'what was never begun is not purged').toBe(before);
});

it('who is restricted while a call is on its way is sent anew without a name, what was there being purged first', async () => {
  const { at: here } = all();
  const admin = await here.anAuthority();
  const { state, person } = await aRecordedChild(here, admin, { firstName: 'Amira', lastName: 'Example' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  const head = as(admin, 'headOfService');
  const whileSent = async (url: string, init: RequestInit) => {
    const answer = await fetch(url, init);
    if (!url.endsWith('/token')) await here.record.restrict(head, person, { readers: [head.actor], ring: 'Named people', reason: 'test' });
    return answer;
  };
  const opened = { app: here.fresh.app, owner: here.fresh.owner } as Parameters<typeof dailyFeed>[0];
  await dailyFeed(opened, ['--authority', String(admin.authority)], folder, { ...reaching, fetch: whileSent });
  await obey(admin.authority);
  expect(sent().slice(1)).toMatchObject([{ mis_child_id: person, purge: true }, { mis_child_id: person }]);
  expect(JSON.stringify(sent().at(-1))).not.toContain('Amira');
});

it('who is restricted or destroyed between the reading and the writing down of a run is not sent, also where both come at once; others are', async () => {
  const { at: here } = all();
  const admin = await here.anAuthority();
  const children = await Promise.all(
    ['7', '8', '9', '10'].map((laChildId) =>
      aRecordedChild(here, admin, { laChildId, firstName: `Amira${laChildId}`, lastName: 'Example' }),
    ),
  );
  const referrals: string[] = [];
  for (const { state } of children) referrals.push(await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' }));
  const [restricted, gone, atOnce] = children;
  if (restricted === undefined || gone === undefined || atOnce === undefined) throw new Error('four children');
  const head = as(admin, 'headOfService');
  const to = { readers: [head.actor], ring: 'Named people', reason: 'test' };
  const prepared = await preparedFeed({ owner: here.fresh.owner }, admin.authority, true);
  expect(prepared.calls.flatMap(({ sent: some }) => some)).toHaveLength(4);
  expect(await here.record.restrict(head, restricted.person, to)).toEqual({ kind: 'done' });
  await destroyed(admin.authority, gone.person);
  await here.fresh.owner.pool.query(
    `insert into record.erasure(authority, person, entry, noted_at, decided_by, seconded_by, ground)
     select $1, $2, $3, clock_timestamp(), $4, $5, 'Lawful destruction'`,
    [admin.authority, gone.person, referrals[1], randomUUID(), randomUUID()],
  );
  const run = randomUUID();
  // The third is being restricted while the run is written down: that waits, and sees it.
  let begun: Promise<void> = Promise.resolve();
  await here.fresh.app.transaction(head, async (sql) => {
    await sql.query('select record.restrict($1, $2, $3, $4, $5)', [admin.authority, atOnce.person, [head.actor], 'Named people', 'test']);
    begun = beginFeed(here.fresh.owner, admin.authority, { run, ...prepared });
    await somebodyWaits(here.fresh.owner);
  });
  await begun;
  const names = async () => JSON.stringify(await feedBody(here.fresh.owner, admin.authority, run, 1));
  expect([(await names()).includes('Amira10'), /Amira[789]"/.test(await names())]).toEqual([true, false]);
  expect((await unfinishedFeed(here.fresh.owner, admin.authority))?.run).toBe(run);
  const before = sent().length;
  expect(await obey(admin.authority)).toBe(true);
  const told = sent().slice(before);
  expect(JSON.stringify(told)).not.toMatch(/Amira[789]"/);
  // With the next run they are sent without a name; of whom the record is destroyed, nothing.
  expect(told.map((child) => child['la_child_id']).toSorted()).toEqual(['10', '7', '9']);
});

it('a dry run writes what would be sent, sends nothing, keeps nothing', async () => {
  const { at: here } = all();
  const admin = await here.anAuthority();
  const { state } = await aRecordedChild(here, admin, { firstName: 'Amira', lastName: 'Example' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  expect(await obey(admin.authority, '--dry-run', 'dry')).toBe(true);
  expect(readdirSync(join(folder, 'dry'))).toEqual(['call-1.json']);
  expect(JSON.parse(readFileSync(join(folder, 'dry/call-1.json'), 'utf8'))).toMatchObject([{ la_child_id: '7' }]);
  expect([sent(), await feedRuns(here.fresh.app, as(admin, 'headOfService'))]).toEqual([[], []]);
});

it('who is no analyst is told of no run, nor is another authority; and nobody reads what was sent', async () => {
  const { at: here } = all();
  const [admin, other] = [await here.anAuthority(), await here.anAuthority()];
  const { state, worker } = await aRecordedChild(here, admin, {});
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  await obey(admin.authority);
  expect([await feedRuns(here.fresh.app, worker), await feedRuns(here.fresh.app, as(other, 'headOfService'))]).toEqual([[], []]);
  for (const table of ['feed_run', 'feed_call', 'feed_sent', 'feed_child'])
    await expect(here.fresh.app.transaction(as(admin, 'headOfService'), (sql) => sql.query(`select from record.${table}`))).rejects.toThrow(
      'permission denied',
    );
});

it('settings that are missing, strange or open to others are refused with what would be right, and no value is repeated', async () => {
  const { at: here } = all();
  const admin = await here.anAuthority();
  const tried = async (text: string, mode = 0o600) => {
    writeFileSync(join(folder, 'tried.conf'), text, { mode });
    process.env['SIGHTLINE_FEED'] = 'tried.conf';
    const message = await obey(admin.authority).then(
      () => 'sent',
      (error: Error) => error.message,
    );
    rmSync(join(folder, 'tried.conf'));
    process.env['SIGHTLINE_FEED'] = 'feed.conf';
    return message;
  };
  const good = readFileSync(join(folder, 'feed.conf'), 'utf8');
  expect(await tried(good, 0o644)).toContain('chmod 600');
  expect(await tried(good.replace(/url = .*/, 'url = http://example.org'))).toContain('begins with https://');
  expect(await tried('client_secret = not-to-be-told')).toMatch(/does not say url, token_url/);
  expect(await tried(`${good}\nsecret = not-to-be-told`)).toMatch(/has "secret"\. It may have url/);
  for (const text of ['client_secret = not-to-be-told', `${good}\nsecret = x`]) expect(await tried(text)).not.toContain('not-to-be-told');
});
