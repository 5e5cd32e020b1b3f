import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practitioners, roles, type Role } from '../kernel/step/permission.ts';
import type { NewEntry, Session } from './contract.ts';
import { addTeam, syncPermissions } from './members.ts';
import { rebuild } from './rebuild.ts';
import { as, begin, colleaguesIn, derivation as people, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';
import { verify } from './verify.ts';

/** As for children, with the steps of a staff file, of an audit and of a body; and actions, which are of both. */
const derivation = {
  ...people,
  fileSteps: new Set(['staffSupervision', 'auditNote', 'boardNote', 'procedureRead']),
  clocks: (history: Parameters<typeof people.clocks>[0]) => [
    ...people.clocks(history),
    ...history
      .filter(({ step }) => step === 'action')
      .map(({ entry: startedBy, happenedOn }) => ({
        rule: 'actionDue',
        version: '1',
        startedBy,
        startedOn: happenedOn,
        dueOn: happenedOn,
        notInSource: false,
      })),
  ],
};
const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const may = { record: everyone, read: everyone };
const steps = new Map([
  ['begin', { record: practitioners, read: practitioners }],
  ['staffSupervision', { ...may, file: 'staff' as const }],
  ['auditNote', { ...may, file: 'auditProgramme' as const }],
  ['boardNote', { ...may, file: 'body' as const }],
  ['procedureRead', { ...may, file: 'procedures' as const }],
  ['action', { ...may, file: 'also' as const }],
]);

const who = {
  worker: randomUUID(),
  mate: randomUUID(),
  manager: randomUUID(),
  other: randomUUID(),
  head: randomUUID(),
  head2: randomUUID(),
};
const worker = as('socialWorker', { actor: who.worker, scope: 'own' });
const manager = as('teamManager', { actor: who.manager });
const head = as('headOfService', { actor: who.head, teams: [] });
const file = randomUUID();
const child = randomUUID();

let at: Fixture;
let record: WholeRecord;
const supervision = (on = '2026-02-02', of = file): NewEntry =>
  entry('staffSupervision', on, [{ person: of }], { shared: { wellbeing: 'tired' } });

beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation });
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  for (const one of [team, otherTeam]) await addTeam(at.owner, { authority: 1, team: one, name: `Team ${one}` });
  const add = colleaguesIn(at.owner);
  await add(who.worker, 'socialWorker', team);
  await add(who.mate, 'socialWorker', team);
  await add(who.manager, 'teamManager', team);
  await add(who.other, 'teamManager', otherTeam);
  await add(who.head, 'headOfService');
  await add(who.head2, 'headOfService');
  await record.append(manager, [begin(child)], new Map());
  const made = await record.addFile(manager, { file, kind: 'staff', title: 'Staff file of Ada Quenneville', subject: who.worker });
  expect(made).toEqual({ kind: 'begun', file });
  expect(await record.append(manager, [supervision()], new Map())).toEqual({ kind: 'appended' });
});
afterAll(() => at.drop());

const opens = async (session: Session, one = file) => (await record.open(session, [one], 'supervision')).get(one)?.kind;

describe('a staff file', () => {
  test('is opened by the member, the manager of their team and the head of service, and by nobody else', async () => {
    for (const session of [worker, manager, head]) expect(await opens(session)).toBe('opened');
    const others = [
      as('socialWorker', { actor: who.mate }),
      as('teamManager', { actor: who.other, teams: [otherTeam] }),
      ...everyone.filter((role) => !['teamManager', 'headOfService'].includes(role)).map((role) => as(role)),
      ...everyone.map((role) => as(role, { authority: 2 })),
    ];
    for (const session of others) expect(await opens(session), `${session.roles.join()} of ${session.authority}`).toBe('unknown');
    expect((await readAs(record, worker, file)).get(file)?.history[0]?.answers).toEqual({ wellbeing: 'tired' });
  });

  test('of a manager is opened by the head of service, not by the manager beside; of a head of service by nobody else', async () => {
    const of = async (subject: string, session: Session) =>
      (await record.addFile(session, { file: randomUUID(), kind: 'staff', title: 'Staff file', subject })).kind;
    expect(await of(who.other, as('teamManager', { actor: who.manager, teams: [team, otherTeam] }))).toBe('refused');
    expect(await of(who.other, head)).toBe('begun');
    expect(await of(who.head2, head)).toBe('refused');
    expect(await of(randomUUID(), head)).toBe('refused');
  });

  test('has a door of its own, which opens no child’s record', async () => {
    expect((await record.openFile(worker, file)).kind).toBe('opened');
    expect((await record.openFile(as('socialWorker', { actor: who.mate }), file)).kind).toBe('unknown');
    expect((await record.openFile(manager, child)).kind).toBe('unknown');
  });

  test('is one for each member: asked for again, it is that one', async () => {
    const again = await record.addFile(head, { file: randomUUID(), kind: 'staff', title: 'Another', subject: who.worker });
    expect(again).toEqual({ kind: 'begun', file });
  });

  test('closes to a manager whose team it is no more, though they had it open', async () => {
    expect(await opens(manager)).toBe('opened');
    const moved: Session = { ...manager, teams: [otherTeam] };
    const { rows } = await at.app.transaction(moved, (sql) => sql.query('select people from record.admits(1, $1, null)', [[file]]));
    expect(rows).toEqual([{ people: [] }]);
    expect(await record.append(moved, [supervision('2026-02-03')], new Map())).toEqual({
      kind: 'refused',
      message: 'You may not open this file',
    });
  });

  test('is written by whoever supervises: nobody records their own supervision', async () => {
    const own = await record.append(worker, [supervision('2026-02-03')], await readAs(record, worker, file));
    expect(own).toMatchObject({ kind: 'refused', message: expect.stringContaining('their own supervision') });
  });

  test('has no glass to break and no ring to be put around it', async () => {
    expect((await record.breakGlass(as('dutyWorker'), file, 'emergency')).kind).toBe('unknown');
    expect(await record.restrict(manager, file, { readers: [], ring: 'me', reason: 'mine' })).toMatchObject({ kind: 'refused' });
  });

  test('is told of to whoever supervises: each manager their own people, the head of service all', async () => {
    const told = async (session: Session) => (await record.supervised(session)).map(({ member }) => member).toSorted();
    expect(await told(manager)).toEqual([who.worker, who.mate, who.manager].toSorted());
    expect(await told(worker)).toEqual([who.worker]);
    expect(await told(head)).toEqual([who.worker, who.mate, who.manager, who.other, who.head].toSorted());
    expect(await told({ ...head, authority: 2 })).toEqual([]);
    expect((await record.files(as('socialWorker', { actor: who.mate }), 'staff')).length).toBe(0);
  });
});

describe('a file and a child', () => {
  test('are never mixed: no step of a file is stated of a child, and none of a child in a file, or in a file of another kind', async () => {
    const of = async (step: string, person: string) =>
      (await record.append(manager, [entry(step, '2026-02-04', [{ person }])], await readAs(record, manager, person))).kind;
    expect(await of('staffSupervision', child)).toBe('refused');
    expect(await of('begin', file)).toBe('refused');
    expect(await of('auditNote', file)).toBe('refused');
    expect(await of('staffSupervision', randomUUID())).toBe('refused');
    expect(await record.addFile(manager, { file: child, kind: 'auditProgramme', title: 'An audit' })).toMatchObject({ kind: 'refused' });
  });

  test('stated in one save are two entries: neither has a word of the other', async () => {
    const [ofStaff, ofChild] = [supervision('2026-02-05'), entry('begin', '2026-02-05', [{ person: child }], { shared: { name: 'Ada' } })];
    const both = await readAs(record, manager, file, child);
    expect(await record.append(manager, [ofStaff, ofChild], both)).toEqual({ kind: 'appended' });
    const now = await readAs(record, manager, file, child);
    expect(JSON.stringify(now.get(child)?.chain)).not.toContain('tired');
    expect(JSON.stringify(now.get(file)?.chain)).not.toContain('Ada');
  });

  test('who reads a child is given no line of any file, not even its day', async () => {
    const seen = await at.app.transaction(manager, async (sql) => {
      const { rows } = await sql.query<{ steps: string[] }>('select steps from record.admits(1, $1, null)', [[child]]);
      return rows[0]?.steps;
    });
    expect(seen).toContain('begin');
    expect(seen).not.toContain('staffSupervision');
  });

  test('no list, count, search, board or name of children meets a file', async () => {
    const ids = (await record.list(head, {})).map(({ person }) => person);
    expect(ids).toEqual([child]);
    expect(await record.search(head, 'Quenneville')).toEqual([]);
    expect([...(await record.named(head, [file])).keys()]).toEqual([]);
    expect(await record.boardPart(head, new Date(), { marks: 0, order: { by: 'name' }, offset: 0, limit: 9 })).not.toContain(file);
    const { rows } = await at.owner.pool.query(
      'select person from record.standing where person = $1 union select person from record.board where person = $1',
      [file],
    );
    expect(rows).toEqual([]);
  });

  test('a program that would derive a standing of a file is stopped', async () => {
    const wrong = createRecord({ database: at.app, derivation: { ...derivation, fileSteps: new Set<string>() } });
    const blank = randomUUID();
    await record.addFile(head, { file: blank, kind: 'body', title: 'Safeguarding Board' });
    const noted = entry('boardNote', '2026-02-06', [{ person: blank }]);
    await expect(wrong.append(head, [noted], new Map())).rejects.toThrow('no standing');
    expect(await record.append(head, [noted], new Map())).toEqual({ kind: 'appended' });
  });
});

test('an action agreed in a file is in the day of its owner, by the title of the file, and in no child’s', async () => {
  const agreed = entry('action', '2026-02-06', [{ person: file }], { shared: { owner: who.worker, what: 'Book the course' } });
  expect(await record.append(manager, [agreed], await readAs(record, manager, file))).toEqual({ kind: 'appended' });
  expect(await record.ownActions(worker)).toMatchObject([{ person: file, what: 'Book the course', file: 'Staff file of Ada Quenneville' }]);
});

test('that a chapter was read is told to whoever read it and to whoever supervises them, of their own authority', async () => {
  const chapter = randomUUID();
  const read = (on: string) =>
    entry('procedureRead', on, [{ person: chapter }], { shared: { edition: '2026-01-05', otherwise: 'Ask the school' } });
  for (const one of [worker, as('socialWorker', { actor: who.mate })]) {
    await record.addFile(one, { file: chapter, kind: 'procedures', title: 'Procedures: Protection' });
    const known = (await record.openFile(one, chapter)).kind === 'opened' ? await readAs(record, one, chapter) : new Map();
    expect(await record.append(one, [read('2026-02-07')], known)).toEqual({ kind: 'appended' });
  }
  const told = async (session: Session) => (await record.chaptersRead(session)).map(({ member }) => member).toSorted();
  expect(await record.chaptersRead(worker)).toEqual([{ member: who.worker, file: chapter, edition: '2026-01-05', readOn: '2026-02-07' }]);
  expect(await told(manager)).toEqual([who.worker, who.mate].toSorted());
  expect(await told(as('teamManager', { actor: who.other, teams: [otherTeam] }))).toEqual([]);
  expect(await told({ ...head, authority: 2 })).toEqual([]);
});

test('what somebody has begun and not recorded is counted for them and for whoever supervises them, without a word of it', async () => {
  const draft = (days: number, more = '') =>
    at.owner.pool.query(
      `insert into record.draft(authority, author, entry, person, step, form, missing, version, tab, seq, run_from, begun_at, saved_at${more === '' ? '' : ', thrown_away_at'})
       values (1, $1, $2, $3, 'begin', '{"f.note": "secret"}', '{}', 1, $2, 1, 1, '2026-02-10'::timestamptz + $4 * interval '1 day', now()${more})`,
      [who.worker, randomUUID(), child, days],
    );
  await draft(3);
  await draft(1);
  await draft(0, ', now()');
  const told = await record.draftsWaiting(manager, who.worker);
  expect(told).toMatchObject({ drafts: 2, oldest: expect.stringMatching(/^2026-02-11/) });
  expect(await record.draftsWaiting(worker, who.worker)).toEqual(told);
  for (const other of [
    as('socialWorker', { actor: who.mate }),
    as('teamManager', { actor: who.other, teams: [otherTeam] }),
    { ...head, authority: 2 },
  ])
    expect(await record.draftsWaiting(other, who.worker)).toEqual({ drafts: 0 });
});

test('its chain verifies, and nothing of it differs when what is derived is derived again', async () => {
  expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
  expect(await verify(at.owner, 1)).toEqual({ children: 4, lines: 8 });
});
