import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practitioners, roles, type Permissions, type Role } from '../kernel/step/permission.ts';
import type { Session } from './contract.ts';
import { addMember, addTeam, syncPermissions } from './members.ts';
import { as, begin, colleaguesIn, derivation as people, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';
import { asOwnerOf } from './verify.ts';
import { staffTold } from './workforce.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const allSteps = ['employment', 'staffAbsence', 'staffRegistration', 'staffDetails', 'exitInterview', 'safetyIncident', 'staffSupervision'];
const staffSteps = allSteps.filter((step) => step !== 'staffDetails');
const head = as('headOfService', { actor: randomUUID(), teams: [] });
const who = { worker: randomUUID(), mate: randomUUID(), manager: randomUUID(), other: randomUUID(), theirs: randomUUID() };
const manager = as('teamManager', { actor: who.manager });
const otherManager = as('teamManager', { actor: who.other, teams: [otherTeam] });
const [file, theirFile] = [randomUUID(), randomUUID()];

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

let at: Fixture;
let record: WholeRecord;
let before = '';

beforeAll(async () => {
  at = await fixture();
  const derivation = {
    ...people,
    readBy: { ...people.readBy, openSince: 'lists', seconds: 'lists', careLeaverUntil: 'lists' },
    fileSteps: new Set([...allSteps, 'teamPosts']),
    standing: (history: Parameters<typeof people.standing>[0]) => {
      const said = Object.assign({}, ...history.map(({ answers }) => answers)) as Record<string, string>;
      const more = Object.fromEntries(
        ['family', 'openSince', 'careLeaverUntil'].flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
      );
      return { ...people.standing(history), ...more, ...(said['second'] === undefined ? {} : { seconds: [said['second']] }) };
    },
  };
  record = createRecord({ database: at.app, derivation });
  const may = { record: everyone, read: everyone };
  const ofHeads = { record: ['headOfService'], read: ['headOfService'] } as const;
  for (const authority of [1, 2])
    await syncPermissions(
      at.owner,
      authority,
      new Map<string, Permissions & { readonly file?: 'staff' | 'workforce' }>([
        ['begin', { record: practitioners, read: practitioners }],
        ...allSteps.map((step) => [step, { ...may, file: 'staff' as const }] as const),
        ['staffDetails', { ...ofHeads, file: 'staff' as const }],
        ['exitInterview', { ...ofHeads, file: 'staff' as const }],
        ['teamPosts', { ...may, file: 'workforce' as const }],
      ]),
    );
  for (const one of [team, otherTeam]) await addTeam(at.owner, { authority: 1, team: one, name: `Team ${one}` });
  const add = colleaguesIn(at.owner);
  await add(who.worker, 'socialWorker', team);
  await add(who.mate, 'socialWorker', team);
  await add(who.manager, 'teamManager', team);
  await add(who.other, 'teamManager', otherTeam);
  await add(who.theirs, 'socialWorker', otherTeam);
  await add(head.actor, 'headOfService');
  for (const [one, subject] of [
    [file, who.worker],
    [theirFile, who.theirs],
  ] as const) {
    await record.addFile(head, { file: one, kind: 'staff', title: 'Staff file', subject });
    await state(head, one, 'employment', '2025-01-06', {
      hours: 37,
      contract: 'permanent',
      languages: 'Urdu',
      secret: 'no question of ours',
    });
  }
  before = new Date().toISOString();
  await state(head, file, 'staffAbsence', '2026-02-02', { reason: 'SIC', becauseOfWork: true });
  await state(head, file, 'staffSupervision', daysAgo(40), { held: true, wellbeing: 'tired' });
  await state(head, file, 'staffDetails', '2026-02-10', { ethnicity: 'BCRB' });
  await state(head, file, 'exitInterview', daysAgo(60), { reasons: ['supervision'], said: 'Nobody listened' });
});
afterAll(() => at.drop());

const state = async (session: Session, of: string, step: string, on: string, shared: Readonly<Record<string, unknown>>) => {
  const known = (await record.openFile(session, of)).kind === 'opened' ? await readAs(record, session, of) : new Map();
  const outcome = await record.append(session, [entry(step, on, [{ person: of }], { shared })], known);
  return outcome.kind === 'refused' ? outcome.message : outcome.kind;
};
const told = (session: Session, knownAt?: string) => record.staffTold(session, staffSteps, knownAt);
/** What the census of the workforce is made of, which is of each. */
const census = (session: Session) => record.staffTold(session, [...staffSteps, 'staffDetails']);
const analyst = as('performanceAnalyst');
const stepsTold = async (session: Session) =>
  new Map((await told(session)).map(({ member, history }) => [member, history.map(({ step }) => step).toSorted()]));

describe('what is told of staff', () => {
  test('is of everybody to heads of service and analysts, of their own people to managers, and refused to all others', async () => {
    expect([...(await stepsTold(head)).keys()].toSorted()).toEqual([who.worker, who.theirs].toSorted());
    expect([...new Map((await census(analyst)).map(({ member }) => [member, 0])).keys()].toSorted()).toEqual(
      [who.worker, who.theirs].toSorted(),
    );
    expect([...(await stepsTold(manager)).keys()]).toEqual([who.worker]);
    expect([...(await stepsTold(otherManager)).keys()]).toEqual([who.theirs]);
    expect(await record.reasonsToGo(manager)).toBeUndefined();
    for (const role of everyone.filter((one) => !['headOfService', 'performanceAnalyst', 'teamManager'].includes(one)))
      await expect(told(as(role)), role).rejects.toThrow('managers of their own');
  });
  test('is nothing of another authority', async () => {
    for (const role of ['headOfService', 'performanceAnalyst', 'teamManager'] as const)
      expect(await told(as(role, { authority: 2 }))).toEqual([]);
  });
  test('is to a manager neither who somebody is, as a census asks it, nor what they said on leaving', async () => {
    expect((await stepsTold(manager)).get(who.worker)).toEqual(['employment', 'staffAbsence', 'staffSupervision']);
    for (const one of [head, analyst]) expect(JSON.stringify(await census(one))).not.toContain('exitInterview');
  });
  test('is codes, days and numbers: no word of anybody, nor a question that is not named', async () => {
    const all = JSON.stringify([await told(head), await census(analyst), await told(manager)]);
    expect(all).toContain('Urdu');
    for (const word of ['tired', 'Nobody listened', 'no question of ours', 'becauseOfWork']) expect(all).not.toContain(word);
  });
  test('is as it was known at an instant', async () => {
    const [then] = (await told(manager, before)).map(({ history }) => history.map(({ step }) => step));
    expect(then).toEqual(['employment']);
  });
  test('is to a manager of their own employment too, without which their team would have a post that nobody fills', async () => {
    const own = randomUUID();
    await record.addFile(head, { file: own, kind: 'staff', title: 'Staff file', subject: who.manager });
    await state(head, own, 'employment', '2025-01-06', { hours: 37, contract: 'permanent', grade: 'manager' });
    expect([...(await stepsTold(manager)).keys()].toSorted()).toEqual([who.worker, who.manager].toSorted());
    expect([...(await stepsTold(otherManager)).keys()]).toEqual([who.theirs]);
  });
  test('is to whoever counts alone as a month had it that is over, whichever day they ask for: nobody’s days are followed', async () => {
    expect((await told(analyst)).flatMap(({ history }) => history)).toEqual([]);
    await asOwnerOf(at.owner, 1, (sql) =>
      sql.query("update record.ledger set recorded_at = '2026-03-10 12:00Z' where authority = 1 and person = $1 and position > 1", [file]),
    );
    await asOwnerOf(at.owner, 1, (sql) =>
      sql.query("update record.ledger set recorded_at = '2026-02-27 12:00Z' where authority = 1 and person = $1 and position = 1", [file]),
    );
    const stepsAt = async (session: Session, at?: string) =>
      (await told(session, at)).find(({ member }) => member === who.worker)?.history.map(({ step }) => step) ?? [];
    for (const on of ['2026-03-01T00:00:00Z', '2026-03-11T12:00:00Z', '2026-03-31T12:00:00Z'])
      expect(await stepsAt(analyst, on), on).toEqual(['employment']);
    expect(await stepsAt(analyst, '2026-02-28T12:00:00Z')).toEqual([]);
    expect(await stepsAt(analyst, '2026-03-31T22:59:59.999Z')).toEqual(['employment', 'staffAbsence', 'staffSupervision']);
    // Of supervision no more than of two hundred days.
    expect((await stepsAt(analyst)).slice(0, 2)).toEqual(['employment', 'staffAbsence']);
    expect(await stepsAt(head, '2026-03-11T12:00:00Z')).toEqual(['employment', 'staffAbsence', 'staffSupervision']);
    expect(await told(as('performanceAnalyst', { authority: 2 }))).toEqual([]);
  });
  test('is of why people left how many named each reason: of few nothing, of a few and of nearly all no number', async () => {
    expect(await record.reasonsToGo(head)).toBeUndefined();
    const on = daysAgo(5);
    const add = colleaguesIn(at.owner);
    const named = [
      ['caseload'],
      ['caseload'],
      ['caseload', 'pay'],
      ['caseload', 'home'],
      ['caseload', 'pay'],
      ['caseload', 'pay'],
      ['caseload', 'pay'],
      ['caseload', 'pay'],
      ['caseload', 'pay'],
      ['wellbeing'],
    ];
    for (const reasons of named) {
      const [member, one] = [randomUUID(), randomUUID()];
      await add(member, 'socialWorker', team);
      await record.addFile(head, { file: one, kind: 'staff', title: 'Staff file', subject: member });
      await state(head, one, 'exitInterview', on, { reasons, said: 'Nobody listened' });
    }
    expect(await record.reasonsToGo(head)).toEqual({
      asked: 11,
      named: new Map<string, unknown>([
        ['caseload', 'nearlyAll'],
        ['home', 'few'],
        ['pay', 6],
        ['supervision', 'few'],
        ['wellbeing', 'few'],
      ]),
    });
    for (const session of [manager, as('socialWorker'), as('headOfService', { authority: 2 })])
      expect(await record.reasonsToGo(session)).toBeUndefined();
    expect(await record.reasonsToGo(analyst), 'of this month nothing to whoever counts').toBeUndefined();
    expect(await record.reasonsToGo(head, '2026-02-28T12:00:00Z')).toBeUndefined();
  });
  test('is of five who were asked and named no reason that they were asked, and named none', async () => {
    const other = as('headOfService', { authority: 2, teams: [] });
    for (let n = 0; n < 5; n += 1) {
      expect(await record.reasonsToGo(other), String(n)).toBeUndefined();
      const [member, one] = [randomUUID(), randomUUID()];
      await addMember(at.owner, { authority: 2, member, name: 'Gone', email: `${member}@example.org`, roles: ['socialWorker'] });
      await record.addFile(other, { file: one, kind: 'staff', title: 'Staff file', subject: member });
      expect(await state(other, one, 'exitInterview', daysAgo(5), { said: 'Nothing more' })).toBe('appended');
    }
    expect(await record.reasonsToGo(other)).toEqual({ asked: 5, named: new Map() });
    expect(await record.reasonsToGo(manager)).toBeUndefined();
  });
  test('is of supervision what the last two hundred days had', async () => {
    const heldOn = async (session: Session) =>
      (await told(session)).flatMap(({ history }) =>
        history.filter(({ step }) => step === 'staffSupervision').map(({ happenedOn }) => happenedOn),
      );
    const recent = daysAgo(30);
    const before = await heldOn(manager);
    await state(head, file, 'staffSupervision', '2024-02-09', { held: true });
    await state(head, file, 'staffSupervision', recent, { held: true });
    expect(await heldOn(manager)).toEqual([...before, recent]);
  });
  test('is logged', async () => {
    const { rows } = await at.owner.pool.query(
      `select count(*)::int as n from record.list_log where authority = 1 and question ? 'workforce'`,
    );
    expect(rows[0]?.n).toBeGreaterThan(3);
  });
  test('is told to the owner of the database, who builds the census by command', async () =>
    expect((await staffTold({ owner: at.owner, authority: 1 }, staffSteps)).length).toBeGreaterThanOrEqual(3));
});

describe('a staff file', () => {
  test('is stated by nobody of themselves, but what happened to them at work', async () => {
    const worker = as('socialWorker', { actor: who.worker, scope: 'own' });
    for (const step of ['employment', 'staffAbsence', 'staffRegistration'])
      expect(await state(worker, file, step, '2026-02-12', {})).toContain('your manager does');
    expect(await state(worker, file, 'safetyIncident', '2026-02-12', { kind: 'threat' })).toBe('appended');
  });
  test('shows sickness and registration to the member and their own managers alone, and what was said on leaving to heads of service alone', async () => {
    const readBy = async (session: Session) => {
      if ((await record.openFile(session, file)).kind !== 'opened') return [];
      return ((await readAs(record, session, file)).get(file)?.history ?? []).map(({ step }) => step);
    };
    for (const one of [manager, as('socialWorker', { actor: who.worker, scope: 'own' })]) {
      expect(await readBy(one)).toContain('staffAbsence');
      expect(await readBy(one)).not.toContain('exitInterview');
      expect(await readBy(one)).not.toContain('staffDetails');
    }
    expect(await readBy(head)).toContain('exitInterview');
    for (const one of [
      as('socialWorker', { actor: who.mate }),
      otherManager,
      as('performanceAnalyst'),
      { ...head, authority: 2 },
      as('administrator'),
    ])
      expect(await readBy(one)).toEqual([]);
  });
});

describe('what is carried', () => {
  test('is told without a name: of all to who counts, of their teams and people to managers, of their own to workers, of nobody to others', async () => {
    const carry = async (answers: Readonly<Record<string, string>>) => {
      const child = randomUUID();
      const known = { name: 'Ada Quenneville', family: 'F1', ...answers };
      expect(await record.append(manager, [begin(child, known)], new Map())).toEqual({ kind: 'appended' });
      return child;
    };
    const openSince = '2026-01-05';
    await carry({ worker: who.worker, team, openSince });
    const hidden = await carry({ worker: who.worker, team, openSince });
    await carry({ worker: who.theirs, team: otherTeam, second: who.worker, openSince });
    await carry({ worker: who.worker, team });
    await carry({ worker: who.worker, team, careLeaverUntil: '2020-01-05' });
    await carry({ worker: who.worker, team, careLeaverUntil: '2099-01-05' });
    await record.open(manager, [hidden], 'To restrict');
    await record.restrict(manager, hidden, { readers: [manager.actor], ring: 'Ring', reason: 'A relative works here' });
    const count = async (session: Session) => (await record.carried(session)).length;
    expect(await count(head)).toBe(4);
    expect(await count(manager)).toBe(await count(head));
    expect(await count(otherManager)).toBe(1);
    expect(await count(as('socialWorker', { actor: who.worker, scope: 'own' }))).toBe(await count(head));
    expect(await count(as('socialWorker', { actor: who.mate, scope: 'own' }))).toBe(0);
    for (const role of everyone) expect(await count(as(role, { authority: 2 })), role).toBe(0);
    const all = JSON.stringify(await record.carried(head));
    expect(all).not.toContain('Quenneville');
    expect(all).not.toContain('F1');
    expect(new Set((await record.carried(head)).map(({ family }) => family)).size).toBe(1);
  });
});

describe('the register of posts and standards', () => {
  const register = randomUUID();
  test('is opened by practitioners and analysts, and by no other authority', async () => {
    await record.addFile(head, { file: register, kind: 'workforce', title: 'Posts and local standards' });
    expect(await state(head, register, 'teamPosts', '2026-01-05', { team })).toBe('appended');
    const may = [...practitioners, 'leadPractitioner', 'performanceAnalyst'];
    for (const role of everyone) {
      expect((await record.openFile(as(role), register)).kind === 'opened', role).toBe(may.includes(role));
      expect((await record.openFile(as(role, { authority: 2 }), register)).kind, role).toBe('unknown');
    }
  });
  test('holds nothing of a member of staff or of a child', async () => {
    expect(await state(head, register, 'employment', '2026-01-06', {})).toContain('not recorded in a file of this kind');
    expect(await state(head, file, 'teamPosts', '2026-01-06', {})).toContain('not recorded in a file of this kind');
  });
});
