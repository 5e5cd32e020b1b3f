import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, date, dayInEngland } from '../kernel/calendar/dates.ts';
import { nothing, weekOf } from '../oversight/burden/recording-meter.ts';
import { addMember, addTeam } from './members.ts';
import { as, fixture, type Fixture } from './record.fixture.ts';
import { recordingLag } from './recording-lag.ts';
import { addSums, closeWeeks, toldQuestions, toldSteps, toldWeeks, type RecordingSum } from './recording-sums.ts';

let at: Fixture;
beforeAll(async () => void (at = await fixture()));
afterAll(() => at.drop());

/** The week that is counted to now; and the one that is not over yet for whoever closes them, which on a Monday is six hours late. */
const currentWeek = weekOf(dayInEngland(new Date()));
const thisWeek = weekOf(dayInEngland(new Date(Date.now() - 6 * 60 * 60 * 1000)));
/** The Monday on which the latest four weeks that are over began. */
const first = date('2000-01-03');
const fourWeeks = addDays(first, Math.floor((Date.parse(addDays(thisWeek, -28)) - Date.parse(first)) / 86_400_000 / 28) * 28);
const head = as('headOfService');
const sum = (week: string, team: string | undefined, seconds: number, step = 'visit'): RecordingSum => ({
  ...nothing,
  week: date(week),
  team,
  step,
  wording: '00ff',
  forms: 1,
  seconds,
});

async function teamOf(people: number): Promise<{ readonly team: string; readonly members: readonly string[] }> {
  const team = randomUUID();
  await addTeam(at.owner, { authority: 1, team, name: `Team ${team.slice(0, 4)}`, area: 'North' });
  const members = Array.from({ length: people }, () => randomUUID());
  for (const member of members)
    await addMember(at.owner, { authority: 1, member, name: 'Somebody', email: `${member}@example.org`, roles: ['socialWorker'], team });
  return { team, members };
}

/** An entry of a day, as the ledger’s header says it: by whom, and of which step. */
async function recordedBy(member: string, day: string, step = 'visit', authority = 1): Promise<string> {
  const entry = randomUUID();
  await at.owner.pool.query(
    "insert into record.entry(authority, entry, step, wording, happened_on, recorded_at, recorded_by) values ($1, $2, $3, '\\x00ff', $4, $4::date + interval '12 hours', $5)",
    [authority, entry, step, day, member],
  );
  return entry;
}

async function worked({ team, members }: Awaited<ReturnType<typeof teamOf>>, week: string, seconds: number, step = 'visit'): Promise<void> {
  for (const member of members) await recordedBy(member, addDays(date(week), 1), step);
  await addSums(at.owner, 1, [sum(week, team, seconds, step)]);
}

const forget = () =>
  at.owner.pool.query(
    'delete from record.recording_open; delete from record.recording_week; delete from record.recording_period; delete from record.recording_read; delete from record.content; delete from record.ledger; delete from record.entry',
  );
const toldOf = async (week: string, session = head) =>
  (await toldWeeks(at.app, session, date(week)))
    .filter((one) => one.week === week)
    .map(({ team, people, seconds }) => ({ team, people, seconds }));

describe('what recording costs', () => {
  test('is a sum of a team and a week: no column of it could hold a person, an entry or an instant', async () => {
    const { rows } = await at.owner.pool.query<{ name: string; type: string }>(
      `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'record'::regnamespace and c.relkind = 'r' and c.relname like 'recording%' and a.attnum > 0 and not a.attisdropped`,
    );
    expect(new Set(rows.filter(({ type }) => !['bigint', 'integer', 'boolean'].includes(type)).map(({ name }) => name))).toEqual(
      new Set(['week', 'team', 'step', 'wording', 'field']),
    );
  });

  test('is told of no week that is not over, and to nobody of what fewer than five people did', async () => {
    await forget();
    const [six, five, two] = [await teamOf(6), await teamOf(5), await teamOf(2)];
    await worked(six, thisWeek, 100);
    const last = addDays(thisWeek, -7);
    for (const [team, seconds] of [
      [six, 600],
      [five, 500],
      [two, 200],
    ] as const)
      await worked(team, last, seconds);
    expect(await toldOf(last)).toEqual([]);
    expect(await closeWeeks(at.owner, 1)).toBe(1);
    // The five are left out with the two: what is missing from the sum of all would be the two otherwise.
    expect(await toldOf(last)).toEqual([
      { team: six.team, people: 6, seconds: 600 },
      { team: undefined, people: 13, seconds: 1300 },
    ]);
    expect(await toldOf(thisWeek)).toEqual([]);
    const { rows } = await at.owner.pool.query('select distinct week::text from record.recording_open where authority = 1');
    expect(rows).toEqual([{ week: thisWeek }]);
  });

  test('is kept of no week in which fewer than five recorded at all, and what comes late is counted to this one', async () => {
    await forget();
    const [four, last] = [await teamOf(4), addDays(thisWeek, -7)];
    await worked(four, last, 400);
    await closeWeeks(at.owner, 1);
    expect(await toldOf(last)).toEqual([]);
    const kept = await at.owner.pool.query('select seconds, people from record.recording_week where authority = 1');
    expect(kept.rows).toEqual([{ seconds: 0, people: 0 }]);
    await addSums(at.owner, 1, [sum(last, four.team, 7), sum(addDays(thisWeek, 70), four.team, 8)]);
    const open = await at.owner.pool.query('select week::text, seconds from record.recording_open where authority = 1');
    expect(open.rows).toEqual([{ week: currentWeek, seconds: 15 }]);
  });

  test('is closed once, however many servers close and hand over at the same time, and nothing is lost', async () => {
    await forget();
    const [six, last] = [await teamOf(6), addDays(thisWeek, -7)];
    await worked(six, last, 600);
    const added = Array.from({ length: 4 }, () => addSums(at.owner, 1, [sum(last, six.team, 1), sum(thisWeek, six.team, 1, 'plan')]));
    await Promise.all([closeWeeks(at.owner, 1), ...added, closeWeeks(at.owner, 1)]);
    await closeWeeks(at.owner, 1);
    const { rows } = await at.owner.pool.query<{ open: number; week: number }>(
      `select (select sum(seconds) from record.recording_open where authority = 1)::int as open,
         (select seconds from record.recording_week where authority = 1 and team <> $1)::int as week`,
      [six.team],
    );
    expect(rows[0] && rows[0].open + rows[0].week).toBe(608);
    expect(await toldOf(last)).toHaveLength(2);
  });

  test('whatever the teams are, what is missing from the sum of all is of nobody or of five at least', async () => {
    const last = addDays(thisWeek, -7);
    const teams = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(teamOf));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 5 }), async (chosen) => {
        await forget();
        for (const n of chosen) if (teams[n] !== undefined) await worked(teams[n], last, 10);
        await closeWeeks(at.owner, 1);
        const told = await toldOf(last);
        const [all, each] = [told.find(({ team }) => team === undefined), told.filter(({ team }) => team !== undefined)];
        for (const { people } of told) expect(people).toBeGreaterThanOrEqual(5);
        const missing = (all?.people ?? 0) - each.reduce((total, { people }) => total + people, 0);
        expect(missing === 0 || missing >= 5).toBe(true);
        expect(all === undefined && each.length > 0).toBe(false);
      }),
      { numRuns: 13 }, // on each of two servers, never the same
    );
  });

  test('a manager is told of the own teams and of all, a head of service and an analyst of each, nobody else and no other authority of any', async () => {
    await forget();
    const [one, other, last] = [await teamOf(5), await teamOf(5), addDays(thisWeek, -7)];
    await worked(one, last, 500);
    await worked(other, last, 500);
    await closeWeeks(at.owner, 1);
    for (const role of ['headOfService', 'performanceAnalyst'] as const) expect(await toldOf(last, as(role))).toHaveLength(3);
    const own = await toldOf(last, as('teamManager', { teams: [one.team] }));
    expect(own.map(({ team }) => team)).toEqual([one.team, undefined]);
    for (const role of ['socialWorker', 'reviewingOfficer', 'dutyWorker', 'administrator'] as const)
      expect(await toldOf(last, as(role, { teams: [one.team] }))).toEqual([]);
    expect(await toldOf(last, as('headOfService', { authority: 2 }))).toEqual([]);
    await expect(at.app.transaction(head, (sql) => sql.query('select * from record.recording_open'))).rejects.toThrow('permission denied');
    await expect(at.app.transaction(head, (sql) => sql.query("select record.add_recording(1, '[]')"))).rejects.toThrow('permission denied');
  });

  test('form by form it is told of four weeks that are over, and not of a form that few use', async () => {
    await forget();
    const [six, seven] = [await teamOf(6), await teamOf(7)];
    for (const week of [0, 7, 14, 21].map((days) => addDays(fourWeeks, days))) {
      await worked(six, week, 60);
      await worked(seven, week, 70, 'plan');
    }
    await worked({ team: six.team, members: six.members.slice(0, 2) }, fourWeeks, 5, 'begin');
    await closeWeeks(at.owner, 1);
    // What two did with one form is missing; so is the form of six, which would tell it by difference.
    expect((await toldSteps(at.app, head)).map(({ week, step, people, seconds }) => ({ week, step, people, seconds }))).toEqual([
      { week: fourWeeks, step: 'plan', people: 7, seconds: 280 },
    ]);
    expect(await toldSteps(at.app, as('socialWorker'))).toEqual([]);
    expect(await toldSteps(at.app, as('headOfService', { authority: 2 }))).toEqual([]);
  });
});

test('a question that nobody reads: the record was opened by the writer alone within 90 days', async () => {
  await forget();
  const { team, members } = await teamOf(6);
  const [early, read, unread] = [addDays(fourWeeks, -112), randomUUID(), randomUUID()];
  for (const [n, member] of members.entries()) {
    const person = n % 2 === 0 ? read : unread;
    const entry = await recordedBy(member, addDays(early, 1 + n));
    await at.owner.pool.query(
      `insert into record.content(authority, person, entry, step, salt, shared, answers) values (1, $1, $2, 'visit', gen_random_uuid(), '{"note": "Words"}', $3)`,
      [person, entry, n === 0 ? '{"seen": true, "said": "Words"}' : '{"seen": true}'],
    );
    await at.owner.pool.query(
      "insert into record.ledger(authority, person, position, entry, recorded_at, content_hash, hash) values (1, $1, $2, $3, now(), '\\x00', '\\x00')",
      [person, n + 1, entry],
    );
    await at.owner.pool.query(
      "insert into record.access_log values (1, $1, $2::date + interval '13 hours', $3, 'I work with this child')",
      [unread, addDays(early, 1 + n), member],
    );
  }
  const opened = "insert into record.access_log values (1, $1, $2::date, $3, 'I manage the work')";
  await at.owner.pool.query(opened, [read, addDays(early, 20), members[5]]);
  await at.owner.pool.query(opened, [unread, addDays(early, 130), members[0]]);
  await addSums(at.owner, 1, [sum(fourWeeks, team, 6)]);
  await closeWeeks(at.owner, 1);
  const told = (await toldQuestions(at.app, head)).map(({ week, step, field, answers, unread: none }) => [
    week,
    step,
    field,
    answers,
    none,
  ]);
  expect(told).toEqual([
    [early, 'visit', 'note', 6, 1],
    [early, 'visit', 'said', 1, 0],
    [early, 'visit', 'seen', 6, 1],
  ]);
  expect(await toldQuestions(at.app, as('socialWorker'))).toEqual([]);
});

describe('how long after it happened something is recorded', () => {
  const ago = (days: number) => addDays(dayInEngland(new Date()), -days);
  const since = new Date(Date.now() - 28 * 86_400_000).toISOString();
  const late = (member: string, days: number, step: string) =>
    at.owner.pool.query(
      "insert into record.entry(authority, entry, step, wording, happened_on, recorded_at, recorded_by) values (1, $1, $2, '\\x00ff', $3, now(), $4)",
      [randomUUID(), step, ago(days), member],
    );
  const told = (session: Parameters<typeof recordingLag>[1], step: string) => recordingLag(at.app, session, since, [step]);

  test('is told by team, step and day, to whoever manages the team or answers for the service', async () => {
    const { team, members } = await teamOf(5);
    for (const [n, member] of members.entries()) await late(member, [0, 1, 5, 20, 40][n] ?? 0, 'lagged');
    const row = { entries: 5, prompt: 2, withinWeek: 1, withinMonth: 1, later: 1, lagDays: 66 };
    const all = await told(head, 'lagged');
    expect(all.map(({ kind }) => kind)).toEqual(['day', 'step', 'team']);
    expect(all).toMatchObject([
      { day: ago(0), ...row },
      { step: 'lagged', ...row },
      { team, ...row },
    ]);
    expect(await told(as('teamManager', { teams: [team] }), 'lagged')).toEqual(all);
    for (const other of [
      as('teamManager', { teams: [randomUUID()] }),
      as('socialWorker', { teams: [team] }),
      as('headOfService', { authority: 2 }),
    ])
      expect(await told(other, 'lagged')).toEqual([]);
  });

  test('is not told of fewer than five people', async () => {
    const { members } = await teamOf(4);
    for (const member of members) await late(member, 3, 'rare');
    expect(await told(head, 'rare')).toEqual([]);
  });
});
