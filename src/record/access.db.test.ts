import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProblems, importProblems } from './import-problems.ts';
import { beginImport, addProgress, finishImport, importRuns } from './imports.ts';
import { addMember, addTeam, beginSession, endSession, membersToChoose, sessionOf, syncPermissions } from './members.ts';
import { date } from '../kernel/calendar/dates.ts';
import { boardPeople, practitioners, roles, type Role } from '../kernel/step/permission.ts';
import { permissionTable, steps } from '../practice/pathway.ts';
import { RecordClosed, type Session } from './contract.ts';
import { frontDoor } from './front-door.ts';
import { admitted, as, begin, entry, fixture, openedBy, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

const tables = [
  'entry',
  'content',
  'ledger',
  'head',
  'clock',
  'standing',
  'identifier',
  'permission',
  'ring',
  'restriction',
  'access_log',
  'root',
  'import_run',
  'import_problem',
  'derivation_run',
  'erasure',
  'destruction',
];
const worker = as('socialWorker');

async function child(answers = {}): Promise<string> {
  const person = randomUUID();
  expect(await at.record.append(worker, [begin(person, answers), entry('plan', '2026-01-05', [{ person }])], new Map())).toEqual({
    kind: 'appended',
  });
  return person;
}

describe('who gets in', () => {
  it('shows no row of any table without a session, and none to another authority', async () => {
    const person = await child({ number: 'N1' });
    await at.record.open(worker, [person], 'to see that it is there');
    for (const name of tables)
      expect((await at.app.transaction(null, (sql) => sql.query(`select from record.${name}`))).rowCount, name).toBe(0);
    for (const name of tables.filter((one) => one !== 'permission'))
      expect(
        (
          await at.app.transaction({ ...as('headOfService', { authority: 2 }), opened: [person] }, (sql) =>
            sql.query(`select from record.${name}`),
          )
        ).rowCount,
        name,
      ).toBe(0);
    const elsewhere = as('headOfService', { authority: 2 });
    expect(await at.record.list(elsewhere, {})).toEqual([]);
    expect((await at.record.open(elsewhere, [person], 'curious')).get(person)).toEqual({ kind: 'unknown' });
    expect((await at.record.identify(elsewhere, [{ kind: 'local', value: 'N1' }])).size).toBe(0);
    expect((await at.record.identify(worker, [{ kind: 'local', value: 'N1' }])).get('local N1')).toBe(person);
  });

  it('gives no statement about a child who was not opened', async () => {
    await child();
    for (const name of ['content', 'ledger', 'head', 'clock', 'access_log'])
      expect((await at.app.transaction(worker, (sql) => sql.query(`select from record.${name}`))).rowCount, name).toBe(0);
  });

  it('refuses the application every INSERT, UPDATE and DELETE', async () => {
    for (const name of tables) {
      for (const statement of [
        `update record.${name} set authority = 1`,
        `delete from record.${name}`,
        `insert into record.${name} default values`,
      ])
        await expect(
          at.app.transaction(worker, (sql) => sql.query(statement)),
          statement,
        ).rejects.toThrow(/permission denied/);
    }
    await expect(at.app.transaction(worker, (sql) => sql.query("select record.keep(1, now(), '[]', '[]', '[]')"))).rejects.toThrow(
      /permission denied/,
    );
    await expect(at.app.transaction(worker, (sql) => sql.query('select password from access.member'))).rejects.toThrow(/permission denied/);
    await expect(at.app.transaction(worker, (sql) => sql.query("select record.mark('test')"))).rejects.toThrow(/permission denied/);
  });

  it('opens for practitioners with a reason, logs it, and opens nothing for an analyst', async () => {
    const person = await child();
    const opened = await openedBy(at.record, worker, person, 'duty call');
    expect((await at.record.whoOpened(opened)).map(({ actor, reason }) => ({ actor, reason }))).toContainEqual({
      actor: worker.actor,
      reason: 'duty call',
    });
    await expect(at.record.open(worker, [person], ' ')).rejects.toThrow(/reason|why/i);
    for (const role of ['performanceAnalyst', 'administrator'] as const) {
      expect((await at.record.open(as(role), [person], 'look')).get(person)).toEqual({ kind: 'unknown' });
      expect((await at.record.open(as(role), [person], { run: randomUUID() })).get(person)).toEqual({ kind: 'unknown' });
    }
  });

  it('refuses a step to a role that may not record it, and a statement in another name', async () => {
    const entries = [begin(randomUUID())];
    expect(await at.record.append(as('dutyWorker'), entries, new Map())).toMatchObject({ kind: 'refused' });
    expect(await at.record.append(as('administrator'), entries, new Map())).toMatchObject({ kind: 'refused' });
    expect(
      await at.record.append(
        as('administrator'),
        entries.map((one) => ({ ...one, source: 'cin:1:1' })),
        new Map(),
      ),
    ).toEqual({ kind: 'appended' });
    const stated = JSON.stringify([
      { entry: randomUUID(), step: 'begin', wording: '00', happenedOn: '2026-01-01', recordedBy: randomUUID() },
    ]);
    await expect(at.app.transaction(worker, (sql) => sql.query("select record.append(1, $1, '[]')", [stated]))).rejects.toMatchObject({
      code: 'SL001',
    });
  });
});

describe('lists', () => {
  it('find by name, in any order, whom a practitioner may open, and nobody for others', async () => {
    const person = await child({ name: 'Zoë O’Neill', team: otherTeam });
    const found = async (session: typeof worker, words: string) => (await at.record.search(session, words)).map((one) => one.person);
    expect(await found({ ...worker, scope: 'own' }, 'neill  zoë')).toEqual([person]);
    expect(await found(worker, 'zo%ill')).toEqual([]);
    expect(await found(worker, ' ')).toEqual([]);
    expect(await found(as('performanceAnalyst'), 'zoë')).toEqual([]);
    expect(await found(as('socialWorker', { authority: 2 }), 'zoë')).toEqual([]);
  });

  it('show by scope: all, the teams, one’s own, none; clocks with them', async () => {
    const mine = await child({ worker: worker.actor });
    const theirs = await child({ team: otherTeam });
    const seen = async (scope: 'all' | 'teams' | 'own' | 'none') =>
      (await at.record.list({ ...worker, scope }, { people: [mine, theirs] })).map((one) => one.person).sort();
    expect(await seen('all')).toEqual([mine, theirs].sort());
    expect(await seen('teams')).toEqual([mine]);
    expect(await seen('own')).toEqual([mine]);
    expect(await seen('none')).toEqual([]);
    const [listed] = await at.record.list(worker, { people: [mine], onPlan: true });
    expect(listed?.clocks).toMatchObject([{ rule: 'visit', dueOn: '2026-01-15' }]);
    const leaked = await at.app.transaction({ ...worker, scope: 'own' }, (sql) =>
      sql.query('select * from record.listed_clocks($1, null, null)', [[theirs]]),
    );
    expect(leaked.rows).toEqual([]);
  });

  it('give the clocks that run on a day, when only those are asked for', async () => {
    const person = await child();
    const visit = entry('visit', '2026-01-08', [{ person }]);
    expect(await at.record.append(worker, [visit], await readAs(at.record, worker, person))).toEqual({ kind: 'appended' });
    const running = async (on: string) =>
      (await at.record.list(worker, { people: [person], runningOn: date(on) })).flatMap(({ clocks }) => clocks.map(({ rule }) => rule));
    expect(await running('2026-01-07')).toEqual(['visit']);
    expect(await running('2026-01-08')).toEqual([]);
    expect((await at.record.list(worker, { people: [person] }))[0]?.clocks).toMatchObject([{ metOn: '2026-01-08' }]);
  });

  it('show a restricted child to somebody named who works in another team, beside the children of their own', async () => {
    const person = await child({ team: otherTeam });
    const own = await child();
    const [manager, reader] = [as('teamManager'), as('socialWorker', { scope: 'teams' })];
    const colleague = as('socialWorker', { scope: 'teams' });
    await at.record.restrict(manager, person, { readers: [reader.actor], ring: 'Adoption', reason: 'adopted' });
    const seen = async (session: typeof reader) =>
      (await at.record.list(session, { people: [person, own] })).map((one) => one.person).sort();
    expect(await seen(reader)).toEqual([person, own].sort());
    expect(await seen(colleague)).toEqual([own]);
    expect(await seen({ ...reader, scope: 'own' })).toEqual([person]);
  });

  it('hide a restricted child at every instant, except from the people named', async () => {
    const person = await child();
    const manager = as('teamManager');
    const reader = as('socialWorker');
    const before = new Date().toISOString();
    const to = { readers: [reader.actor], ring: 'Adoption', reason: 'adopted' };
    expect(await at.record.restrict(worker, person, to)).toMatchObject({ kind: 'refused' });
    expect(await at.record.restrict(manager, person, to)).toEqual({ kind: 'done' });
    expect(await at.record.list(manager, { people: [person] })).toEqual([]);
    expect(await at.record.list(manager, { people: [person], knownAt: before })).toEqual([]);
    expect(await at.record.list(reader, { people: [person] })).toHaveLength(1);
    expect((await at.record.search(manager, 'ada')).map((one) => one.person)).not.toContain(person);
    expect((await at.record.open(manager, [person], 'look')).get(person)).toEqual({ kind: 'restricted', ring: 'Adoption' });
    const asRead = await readAs(at.record, reader, person);
    expect(await at.record.append(worker, [entry('visit', '2026-01-08', [{ person }])], asRead)).toMatchObject({ kind: 'refused' });
    expect(await at.record.append(reader, [entry('visit', '2026-01-08', [{ person }])], asRead)).toEqual({ kind: 'appended' });
    expect(await at.record.list(manager, { people: [person] })).toEqual([]);
    const broken = admitted(await at.record.breakGlass(worker, person, 'child at the door'));
    expect((await at.record.read(broken)).chain).toHaveLength(3);
    const alerts = await at.app.transaction(manager, (sql) => sql.query('select reason from record.access_log where alerted'));
    expect(alerts.rows).toEqual([{ reason: 'child at the door' }]);
    expect(await at.record.alerts(manager)).toMatchObject([{ person, actor: worker.actor, reason: 'child at the door' }]);
    expect(await at.record.alerts(worker)).toEqual([]);
    expect(await at.record.alerts({ ...manager, authority: 2 })).toEqual([]);
    const head = as('headOfService');
    await at.record.breakGlass(head, person, 'The restriction is over');
    expect(await at.record.lift(head, person, 'over')).toEqual({ kind: 'done' });
    expect(await at.record.list(manager, { people: [person] })).toHaveLength(1);
  });
});

it('gives a session its member’s roles, teams and scope of this moment, until it ends', async () => {
  const member = { authority: 1, member: randomUUID(), name: 'Bea', email: 'Bea@Example.org', team, roles: ['socialWorker'] as const };
  await addTeam(at.owner, { authority: 1, team, name: 'North' });
  await addTeam(at.owner, { authority: 1, team: otherTeam, name: 'South' });
  await addMember(at.owner, member);
  const token = await beginSession(at.app, 1, member.member);
  expect(await sessionOf(at.app, token)).toEqual({
    authority: 1,
    actor: member.member,
    name: 'Bea',
    roles: ['socialWorker'],
    teams: [team],
    scope: 'own',
  });
  await addMember(at.owner, { ...member, roles: ['teamManager'], manages: [otherTeam] });
  const managing = await sessionOf(at.app, token);
  expect(managing).toMatchObject({ roles: ['teamManager'], scope: 'teams' });
  expect([...(managing?.teams ?? [])].sort()).toEqual([team, otherTeam].sort());
  expect(await membersToChoose(at.app, 1)).toHaveLength(1);
  expect(await sessionOf(at.app, 'another')).toBeUndefined();
  await endSession(at.app, token);
  expect(await sessionOf(at.app, token)).toBeUndefined();
});

it('ends an hour after a person last used it, however often an open page asks', async () => {
  const member = randomUUID();
  await addMember(at.owner, { authority: 1, member, name: 'Cal', email: 'cal@example.org', roles: ['socialWorker'] });
  const token = await beginSession(at.app, 1, member);
  const unused = (minutes: number) =>
    at.owner.pool.query("update access.session set last_seen_at = clock_timestamp() - $1 * interval '1 minute' where member = $2", [
      minutes,
      member,
    ]);
  const minutesUnused = async () =>
    (
      await at.owner.pool.query<{ minutes: number }>(
        'select round(extract(epoch from clock_timestamp() - last_seen_at) / 60)::int as minutes from access.session where member = $1',
        [member],
      )
    ).rows[0]?.minutes;
  await unused(50);
  expect(await sessionOf(at.app, token, 'page')).toMatchObject({ actor: member, authority: 1, roles: ['socialWorker'] });
  expect(await minutesUnused()).toBe(50);
  expect(await sessionOf(at.app, token)).toMatchObject({ actor: member });
  expect(await minutesUnused()).toBe(0);
  await unused(61);
  expect(await sessionOf(at.app, token, 'page')).toBeUndefined();
  expect(await sessionOf(at.app, token)).toBeUndefined();
});

it('keeps import runs with their problems, for administrators to write', async () => {
  const run = randomUUID();
  const administrator = as('administrator');
  const person = await child();
  const started = { run, fileName: 'cin.xml', fileHash: 'ab12', kind: 'cin', childrenTotal: 2 };
  await expect(beginImport(at.app, worker, started)).rejects.toMatchObject({ code: 'SL001' });
  await beginImport(at.app, administrator, started);
  expect((await at.record.open(administrator, [person], { run })).get(person)).toMatchObject({ kind: 'opened' });
  await addProgress(at.app, administrator, run, { children: 2, entries: 5, corrections: 1, unchanged: 0 });
  await addProblems(at.app, administrator, run, [
    { line: 3, reason: 'No birth date' },
    { reason: 'Unknown code', field: 'Category', value: 'ZZZ' },
  ]);
  await addProblems(at.app, administrator, run, [{ line: 9, reason: 'Late' }]);
  await finishImport(at.app, administrator, run, 'finished');
  expect(await importRuns(at.app, administrator, { fileHash: 'ab12' })).toMatchObject([
    { run, state: 'finished', childrenDone: 2, entries: 5, corrections: 1, childrenTotal: 2 },
  ]);
  expect((await importProblems(at.app, administrator, run)).map(({ n, reason }) => `${n} ${reason}`)).toEqual([
    '1 No birth date',
    '2 Unknown code',
    '3 Late',
  ]);
  expect(await importProblems(at.app, worker, run)).toEqual([]);
  expect((await at.record.open(administrator, [person], { run })).get(person)).toEqual({ kind: 'unknown' });
});

describe('lists of looked-after children', () => {
  it('show them alone, or with the children on plans, to those whose lists they are in', async () => {
    const [inCare, onPlan, neither] = [randomUUID(), randomUUID(), randomUUID()];
    const about = [inCare, onPlan, neither];
    await at.record.append(
      worker,
      [begin(inCare, { careSince: '2026-02-02' }), begin(onPlan), begin(neither), entry('plan', '2026-01-05', [{ person: onPlan }])],
      new Map(),
    );
    const who = async (session: typeof worker, filter: object) =>
      (await at.record.list(session, { people: about, ...filter })).map((one) => one.person).sort();
    const head = as('headOfService');
    expect(await who(head, { lookedAfter: true })).toEqual([inCare]);
    expect(await who(head, { onPlan: true })).toEqual([onPlan]);
    expect(await who(head, { lookedAfter: true, onPlan: true })).toEqual([inCare, onPlan].sort());
    expect(await who(head, { lookedAfter: true, knownAt: new Date().toISOString() })).toEqual([inCare]);
    expect(await who(as('headOfService', { authority: 2 }), { lookedAfter: true })).toEqual([]);
    expect(await who(as('socialWorker', { scope: 'own' }), { lookedAfter: true })).toEqual([]);
  });
});

describe('a restricted record', () => {
  const to = (reader: string) => ({ readers: [reader], ring: 'Adoption', reason: 'adopted' });
  const restricted = { kind: 'restricted', ring: 'Adoption' };

  it('is not opened by words that look like an import’s, whoever is an administrator too and has one running', async () => {
    const person = await child();
    const run = randomUUID();
    const both = as('socialWorker', { roles: ['administrator', 'socialWorker'] });
    await at.record.restrict(as('teamManager'), person, to(randomUUID()));
    await beginImport(at.app, both, { run, fileName: 'cin.xml', fileHash: 'cd34', kind: 'cin' });
    for (const words of [`import:${run}`, ` Import: ${run}`, 'import:'])
      await expect(at.record.open(both, [person], words), words).rejects.toMatchObject({ code: 'SL001' });
    expect((await at.record.open(both, [person], `for import:${run}`)).get(person)).toEqual(restricted);
    const elsewhere = { ...both, authority: 2 };
    for (const nobody of [worker, as('teamManager'), elsewhere])
      expect((await at.record.open(nobody, [person], { run })).get(person), nobody.roles.join()).toEqual({ kind: 'unknown' });
    expect((await at.record.open(both, [person], { run })).get(person)).toMatchObject({ kind: 'opened' });
    await finishImport(at.app, both, run, 'finished');
    expect((await at.record.open(both, [person], { run })).get(person)).toEqual({ kind: 'unknown' });
  });

  it('is opened again, for a day, to whoever broke the glass, and to nobody else', async () => {
    const person = await child();
    const [duty, colleague, manager] = [as('dutyWorker'), as('dutyWorker'), as('teamManager')];
    const asked = async (session: typeof duty) => (await at.record.open(session, [person], 'going on with it')).get(person);
    await at.record.restrict(manager, person, to(manager.actor));
    expect(await asked(duty)).toEqual(restricted);
    await at.record.breakGlass(duty, person, 'child at the door');
    const again = admitted(await asked(duty));
    expect((await at.record.read(again)).chain).toHaveLength(2);
    expect(await asked(colleague)).toEqual(restricted);
    expect(await asked({ ...duty, authority: 2 })).toEqual({ kind: 'unknown' });
    const alerts = (await at.record.alerts(manager)).filter((alert) => alert.person === person);
    expect(alerts, 'an opening that follows is no second alert').toHaveLength(1);
    await at.owner.pool.query("update record.access_log set opened_at = opened_at - interval '25 hours' where person = $1 and alerted", [
      person,
    ]);
    await at.owner.pool.query("update record.ring set since = since - interval '26 hours' where person = $1", [person]);
    expect(await asked(duty), 'the day is over, whatever was opened since').toEqual(restricted);
    await expect(at.record.read(again)).rejects.toThrow(RecordClosed);
  });

  it('that is restricted once more, to others, is closed to whoever broke the glass before', async () => {
    const person = await child();
    const [duty, manager] = [as('dutyWorker'), as('teamManager')];
    await at.record.restrict(manager, person, to(manager.actor));
    const broken = admitted(await at.record.breakGlass(duty, person, 'child at the door'));
    await at.record.open(manager, [person], 'to change who may open it');
    expect(await at.record.restrict(manager, person, to(randomUUID()))).toEqual({ kind: 'done' });
    expect((await at.record.open(duty, [person], 'again')).get(person)).toEqual(restricted);
    await expect(at.record.read(broken)).rejects.toThrow(RecordClosed);
  });

  it('is changed or lifted by a manager named for it who has opened it, or a head of service who has broken the glass, and by no other', async () => {
    const person = await child();
    const [named, outside, head] = [as('teamManager'), as('teamManager'), as('headOfService')];
    await at.record.restrict(named, person, to(named.actor));
    const tries = async (session: typeof named, kind: string) => {
      expect(await at.record.restrict(session, person, to(named.actor)), `${session.roles.join()} restricts`).toMatchObject({ kind });
      expect(await at.record.open(session, [person], 'going on')).toBeInstanceOf(Map);
      expect(await at.record.lift(session, person, 'over'), `${session.roles.join()} lifts`).toMatchObject({ kind });
    };
    expect(await at.record.lift(named, person, 'unopened')).toMatchObject({ kind: 'refused' });
    for (const nobody of [outside, head, { ...named, authority: 2 }, { ...named, roles: ['socialWorker' as const] }])
      await tries(nobody, 'refused');
    await at.record.breakGlass(outside, person, 'The child is my own');
    await tries(outside, 'refused');
    await at.record.breakGlass(head, person, 'Nobody named is left');
    expect(await at.record.lift(head, person, 'over')).toEqual({ kind: 'done' });
    await at.record.restrict(named, person, to(named.actor));
    await at.record.open(named, [person], 'to lift it');
    await tries(named, 'done');
  });

  it('tells whom it is open to, and why, to those who have it open, in this authority alone', async () => {
    const person = await child();
    const manager = as('teamManager');
    const reader = as('socialWorker');
    await at.record.restrict(manager, person, { ...to(manager.actor), readers: [manager.actor, reader.actor] });
    const opened = await openedBy(at.record, reader, person, 'visit');
    expect(await at.record.read(opened)).toMatchObject({ restricted: true });
    const shown = await at.record.restriction(opened);
    expect(shown).toMatchObject({ restrictedBy: manager.actor });
    expect(shown?.readers.toSorted()).toEqual([manager.actor, reader.actor].toSorted());
    const free = await child();
    expect(await at.record.restriction(await openedBy(at.record, reader, free, 'visit'))).toBeUndefined();
    const seen = (session: Session) =>
      at.app.transaction(session, async (sql) => {
        await sql.query(`set local app.opened = '${person}'`);
        return (await sql.query('select reader from record.restriction where person = $1', [person])).rows.length;
      });
    expect(await seen(reader)).toBe(2);
    expect(await seen({ ...reader, authority: 2 })).toBe(0);
  });

  it('is written to for as long as it is open to whoever broke the glass, and not for ever', async () => {
    const person = await child();
    const duty = as('socialWorker');
    await at.record.restrict(as('teamManager'), person, to(randomUUID()));
    admitted(await at.record.breakGlass(duty, person, 'child at the door'));
    const asRead = await readAs(at.record, duty, person);
    expect(await at.record.append(duty, [entry('visit', '2026-01-08', [{ person }])], asRead)).toEqual({ kind: 'appended' });
    const again = await readAs(at.record, duty, person);
    await at.owner.pool.query("update record.access_log set opened_at = opened_at - interval '25 hours' where person = $1 and alerted", [
      person,
    ]);
    await at.owner.pool.query("update record.ring set since = since - interval '26 hours' where person = $1", [person]);
    expect((await at.record.open(duty, [person], 'later')).get(person)).toEqual(restricted);
    expect(await at.record.append(duty, [entry('visit', '2026-01-09', [{ person }])], again)).toMatchObject({ kind: 'refused' });
    const stated = { entry: randomUUID(), step: 'visit', wording: '00ff', happenedOn: '2026-01-09', recordedBy: duty.actor };
    const about = { entry: stated.entry, person, expected: 3 };
    await expect(
      at.app.transaction(duty, (sql) =>
        sql.query('select * from record.append(1, $1, $2)', [JSON.stringify([stated]), JSON.stringify([about])]),
      ),
    ).rejects.toThrow(/This record is restricted/);
  });
});

describe('a lead practitioner of family help', () => {
  const lead = as('leadPractitioner', { scope: 'own' });
  const helped = async (answers = {}) => {
    const person = randomUUID();
    const begun = begin(person, { name: 'Quilla Helped', helpSince: '2026-01-02', ...answers });
    expect(await at.record.append(worker, [begun], new Map())).toEqual({ kind: 'appended' });
    return person;
  };
  const asked = async (person: string, session: typeof lead = lead) =>
    (await at.record.open(session, [person], 'the plan is reviewed')).get(person)?.kind;
  const readBy = async (person: string): Promise<readonly string[]> =>
    (await at.record.read(await openedBy(at.record, lead, person, 'the plan is reviewed'))).chain.map(({ step }) => step);

  it('is let into the records of the families whom they or their team help, there and nowhere else', async () => {
    expect(await asked(await helped())).toBe('opened');
    expect(await asked(await helped({ team: otherTeam, worker: lead.actor }))).toBe('opened');
    expect(await asked(await helped({ team: otherTeam }))).toBe('unknown');
    expect(await asked(await helped(), { ...lead, authority: 2 })).toBe('unknown');
    expect(await asked(await child())).toBe('unknown');
    expect(await asked(await helped({ careSince: '2026-01-03' }))).toBe('unknown');
    expect(await at.record.search(lead, 'quilla')).toEqual([]);
    expect(await frontDoor(at.app, lead, date('2026-01-10'))).toEqual([]);
  });

  it('reads what helps and nothing else; a plan of protection closes the record at once', async () => {
    const person = await helped();
    const visit = entry('visit', '2026-01-04', [{ person }]);
    expect(await at.record.append(lead, [visit], await readAs(at.record, lead, person))).toEqual({ kind: 'appended' });
    expect(await readBy(person)).toEqual(['visit']);
    const opened = await openedBy(at.record, lead, person, 'to read on');
    await at.record.append(worker, [entry('plan', '2026-01-05', [{ person }])], await readAs(at.record, worker, person));
    await expect(at.record.read(opened)).rejects.toThrow(RecordClosed);
    expect(await asked(person)).toBe('unknown');
  });

  it('is not told of a restriction, and breaks no glass', async () => {
    const person = await helped();
    const opened = await openedBy(at.record, lead, person, 'to read on');
    await at.record.restrict(as('teamManager'), person, { readers: [worker.actor], ring: 'Adoption', reason: 'adopted' });
    expect(await asked(person)).toBe('unknown');
    await expect(at.record.read(opened)).rejects.toThrow(RecordClosed);
    await expect(at.record.breakGlass(lead, person, 'I know the family')).rejects.toThrow(/may not open/);
  });
});

describe('every step of practice, with the permissions that the service runs under', () => {
  const mark = 'Quenneville';
  const everyRole = Object.keys(roles).filter((role): role is Role => role in roles);
  const isInside = (role: Role): boolean => practitioners.some((one) => one === role);
  const said = (name: string, person: string) => entry(name, '2026-01-06', [{ person, answers: { words: `${mark} ${name}.` } }]);
  beforeAll(async () => {
    const table = new Map(permissionTable().map(({ step, record, read }) => [step, { record, read }]));
    for (const authority of [1, 2]) await syncPermissions(at.owner, authority, table);
  });

  it('lets a manager allocate, here alone, and nobody who may open no child’s record', async () => {
    for (const authority of [1, 2]) {
      const [allocates, administrator] = [as('teamManager', { authority }), as('administrator', { authority })];
      const person = randomUUID();
      const allocated = () => entry('allocation', '2026-01-06', [{ person }]);
      expect(await at.record.append(administrator, [allocated()], new Map())).toEqual({
        kind: 'refused',
        message: 'Your role may not record "allocation"',
      });
      expect(await at.record.append(allocates, [allocated()], new Map())).toEqual({ kind: 'appended' });
      const elsewhere = { ...allocates, authority: 3 - authority };
      expect((await at.record.open(elsewhere, [person], 'to allocate')).get(person)).toEqual({ kind: 'unknown' });
      expect((await at.record.open(administrator, [person], 'to allocate')).get(person)).toEqual({ kind: 'unknown' });
    }
  });

  it.each(everyRole)('%s: records what names this role; each is read by those it names, and by nobody else or elsewhere', async (role) => {
    const own = steps.filter(({ may }) => may.record.includes(role));
    if (own.length === 0) return;
    const person = randomUUID();
    const entries = own.map(({ name }) => said(name, person));
    // Whoever sits on a body states what is of bodies, in its file (bodies.db.test.ts), and nothing of a child.
    if (boardPeople.some((one) => one === role)) {
      for (const one of entries) expect(await at.record.append(as(role), [one], new Map())).toMatchObject({ kind: 'refused' });
      return;
    }
    expect(await at.record.append(as(role), entries, new Map())).toEqual({ kind: 'appended' });
    for (const other of everyRole)
      for (const authority of [1, 2]) {
        const opening = (await at.record.open(as(other, { authority }), [person], 'to read it')).get(person);
        const chain = opening?.kind === 'opened' ? (await at.record.read(opening.record)).chain : [];
        const words = JSON.stringify(chain.map(({ answers }) => answers));
        const mayRead = (step: (typeof own)[number]): boolean => authority === 1 && isInside(other) && step.may.read.includes(other);
        expect(
          own.filter((step) => words.includes(`${mark} ${step.name}.`) !== mayRead(step)).map(({ name }) => name),
          other,
        ).toEqual([]);
      }
  });

  it.each(steps.map(({ name, may }) => [name, everyRole.filter((role) => !may.record.includes(role))] as const))(
    '%s: is refused to another role',
    async (name, others) => {
      const role = others[name.length % others.length];
      if (role !== undefined)
        expect(await at.record.append(as(role), [said(name, randomUUID())], new Map()), role).toMatchObject({ kind: 'refused' });
    },
  );
});
