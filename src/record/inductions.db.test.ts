import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileKind } from '../kernel/step/file-kind.ts';
import { practitioners, roles, type Permissions, type Role } from '../kernel/step/permission.ts';
import type { NewEntry, Session } from './contract.ts';
import { addTeam, syncPermissions } from './members.ts';
import { as, begin, colleaguesIn, derivation, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';
import { asOwnerOf } from './verify.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const may = { record: everyone, read: everyone };
const kinds: Readonly<Record<string, FileKind>> = {
  inductionProgramme: 'induction',
  mentorMeeting: 'induction',
  directObservation: 'induction',
  caseloadDecision: 'induction',
  inductionEnd: 'induction',
  employment: 'staff',
};
const who = {
  learner: randomUUID(),
  mentor: randomUUID(),
  second: randomUUID(),
  manager: randomUUID(),
  other: randomUUID(),
  head: randomUUID(),
};
const learner = as('socialWorker', { actor: who.learner, scope: 'own' });
const mentor = as('socialWorker', { actor: who.mentor, scope: 'own', teams: [otherTeam] });
const second = as('socialWorker', { actor: who.second, scope: 'own' });
const manager = as('teamManager', { actor: who.manager });
const otherManager = as('teamManager', { actor: who.other, teams: [otherTeam] });
const head = as('headOfService', { actor: who.head, teams: [] });
const elsewhere = (session: Session): Session => ({ ...session, authority: 2 });
const others = [second, otherManager, as('reviewingOfficer'), as('dutyWorker'), as('performanceAnalyst'), as('boardManager')];
const file = randomUUID();

let at: Fixture;
let record: WholeRecord;

const said = (step: string, on: string, of: string, shared: Readonly<Record<string, unknown>>): NewEntry =>
  entry(step, on, [{ person: of }], { shared });
const tell = async (session: Session, of: string, one: NewEntry) => {
  const isOpen = (await record.openFile(session, of)).kind === 'opened';
  return record.append(session, [one], isOpen ? await readAs(record, session, of) : new Map());
};
const programme = (mentored: string) =>
  said('inductionProgramme', '2026-01-05', file, { startedOn: '2026-01-05', scheme: 'assessedYear', mentor: mentored });
const opens = async (session: Session): Promise<boolean> => (await record.openFile(session, file)).kind === 'opened';
const listed = async (session: Session) => (await record.inductions(session)).map(({ member }) => member);

beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation: { ...derivation, fileSteps: new Set(Object.keys(kinds)) } });
  const steps = new Map<string, Permissions & { readonly file?: FileKind }>([
    ['begin', { record: practitioners, read: practitioners }],
    ['visit', { record: practitioners, read: practitioners }],
    ...Object.entries(kinds).map(([step, kind]) => [step, { ...may, file: kind }] as const),
  ]);
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  for (const one of [team, otherTeam]) await addTeam(at.owner, { authority: 1, team: one, name: `Team ${one}` });
  const add = colleaguesIn(at.owner);
  await add(who.learner, 'socialWorker', team);
  await add(who.mentor, 'socialWorker', otherTeam);
  await add(who.second, 'socialWorker', team);
  await add(who.manager, 'teamManager', team);
  await add(who.other, 'teamManager', otherTeam);
  await add(who.head, 'headOfService');
  const begun = await record.addFile(manager, { file, kind: 'induction', title: 'Induction of L', subject: who.learner });
  expect(begun).toEqual({ kind: 'begun', file });
  expect(await tell(manager, file, programme(who.mentor))).toEqual({ kind: 'appended' });
});
afterAll(() => at.drop());

describe('an induction', () => {
  it('is opened by whoever learns, their mentor, their manager and the head of service, and by nobody else', async () => {
    for (const session of [learner, mentor, manager, head]) {
      expect(await opens(session)).toBe(true);
      expect(await listed(session)).toEqual([who.learner]);
    }
    for (const session of [...others, ...[learner, mentor, manager, head].map(elsewhere)]) {
      expect(await opens(session)).toBe(false);
      expect(await listed(session)).toEqual([]);
      expect(await record.files(session, 'induction')).toEqual([]);
    }
  });
  it('tells when it runs and how much is protected to those who may open it, unopened, and nothing else of it', async () => {
    const before = new Date().toISOString();
    for (const session of [learner, mentor, manager, head]) {
      const [told, ...more] = await record.inductionsTold(session);
      expect([told?.member, more]).toEqual([who.learner, []]);
      expect(told?.history.map(({ step, answers }) => [step, answers])).toEqual([
        ['inductionProgramme', { startedOn: '2026-01-05', scheme: 'assessedYear' }],
      ]);
      expect(await record.inductionsTold(session, '2020-01-01T00:00:00Z')).toEqual([]);
      expect(await record.inductionsTold(session, before)).toHaveLength(1);
    }
    for (const session of [...others, ...[learner, mentor, manager, head].map(elsewhere)])
      expect(await record.inductionsTold(session)).toEqual([]);
  });
  it('tells what was decided of more than is protected, and what they carry, at once: nothing is opened for it, and one list is logged', async () => {
    const decision = { decidedOn: '2026-02-02', carried: 17.4, why: 'A colleague is away', mendedBy: '2026-03-02' };
    expect(await tell(manager, file, said('caseloadDecision', '2026-02-02', file, decision))).toEqual({ kind: 'appended' });
    const logged = async () =>
      asOwnerOf(at.owner, 1, async (sql) => {
        const { rows } = await sql.query<{ opened: number; listed: number }>(
          'select (select count(*)::int from record.access_log) as opened, (select count(*)::int from record.list_log) as listed',
        );
        return rows[0] ?? { opened: NaN, listed: NaN };
      });
    for (const session of [manager, head]) {
      const before = await logged();
      const [one, ...more] = (await record.inductionsProtected(session)).inductions;
      expect([one?.member, one?.file, more]).toEqual([who.learner, file, []]);
      expect(one?.history.at(-1)?.answers).toEqual({ decidedOn: '2026-02-02', carried: 17.4, mendedBy: '2026-03-02' });
      const after = await logged();
      expect([after.opened - before.opened, after.listed - before.listed]).toEqual([0, 1]);
    }
    for (const session of [...others, ...[learner, mentor, manager, head].map(elsewhere)])
      expect(await record.inductionsProtected(session)).toEqual({ inductions: [], carried: [] });
  });
  it('is begun by nobody who may not open it, and judged by nobody of themself', async () => {
    const another = { file: randomUUID(), kind: 'induction', title: 'Induction of S', subject: who.second } as const;
    expect(await record.addFile(otherManager, another)).toMatchObject({ kind: 'refused' });
    expect(await record.addFile(manager, { ...another, subject: randomUUID() })).toMatchObject({ kind: 'refused' });
    for (const step of ['inductionProgramme', 'directObservation', 'caseloadDecision'])
      expect(await tell(learner, file, said(step, '2026-02-02', file, { on: '2026-02-02' })), step).toMatchObject({
        kind: 'refused',
        message: expect.stringContaining('Nobody records their own'),
      });
    expect(await tell(learner, file, said('mentorMeeting', '2026-02-02', file, { on: '2026-02-02' }))).toEqual({ kind: 'appended' });
    expect(await tell(mentor, file, said('directObservation', '2026-02-03', file, { on: '2026-02-03' }))).toEqual({ kind: 'appended' });
  });
  it('is opened by another mentor when there is another, and by the one before no longer', async () => {
    expect(await tell(manager, file, programme(who.second))).toEqual({ kind: 'appended' });
    expect([await opens(mentor), await opens(second)]).toEqual([false, true]);
    // What they read before, they read no more.
    expect(await listed(mentor)).toEqual([]);
    expect(await tell(manager, file, programme(who.mentor))).toEqual({ kind: 'appended' });
    expect([await opens(mentor), await opens(second)]).toEqual([true, false]);
  });
  it('opens no staff file to the mentor', async () => {
    const staff = randomUUID();
    expect(await record.addFile(manager, { file: staff, kind: 'staff', title: 'Staff file of L', subject: who.learner })).toMatchObject({
      kind: 'begun',
    });
    const hours = said('employment', '2026-01-05', staff, { from: '2026-01-05', hours: 22.2 });
    expect(await tell(manager, staff, hours)).toEqual({ kind: 'appended' });
    expect((await record.openFile(mentor, staff)).kind).toBe('unknown');
    expect((await record.inductions(mentor)).map(({ hours: week }) => week)).toEqual([22.2]);
  });
});

describe('what is told of it from children’s records', () => {
  const carry = async (answers: Readonly<Record<string, string>>): Promise<string> => {
    const child = randomUUID();
    const told = { name: 'Ada Quenneville', openSince: '2026-01-05', ...answers };
    expect(await record.append(head, [begin(child, told)], new Map())).toEqual({ kind: 'appended' });
    return child;
  };
  it('is what they carry, restricted or not, without a name, to the same people', async () => {
    const since = { careSince: '2026-01-05' };
    await carry({ worker: who.learner, team, ...since });
    const hidden = await carry({ worker: who.learner, team, ...since });
    await carry({ worker: who.second, team, ...since });
    await record.open(head, [hidden], 'To restrict');
    expect(await record.restrict(head, hidden, { readers: [who.head], ring: 'Ring', reason: 'Known to staff' })).toEqual({ kind: 'done' });
    for (const session of [learner, mentor, manager, head]) {
      const carried = await record.inductionCarried(session);
      expect(carried.map(({ worker }) => worker)).toEqual([who.learner, who.learner]);
      expect(JSON.stringify(carried)).not.toMatch(new RegExp(`Quenneville|${hidden}`));
    }
    for (const session of [...others, ...[learner, mentor, head].map(elsewhere)])
      expect(await record.inductionCarried(session)).toEqual([]);
  });
  it('is on which days they visited with a colleague: theirs, or another’s; once for several children, and not what was struck out', async () => {
    const [one, two] = [await carry({ worker: who.learner }), await carry({ worker: who.learner })];
    const read = async (session: Session) => {
      await record.open(session, [one, two], 'To visit');
      return new Map([...(await readAs(record, session, one)), ...(await readAs(record, session, two))]);
    };
    const write = async (on: string, session: Session, shared: object, people = [one]) => {
      const before = await read(session);
      return record.append(
        session,
        [
          entry(
            'visit',
            on,
            people.map((person) => ({ person })),
            { shared: { ...shared } },
          ),
        ],
        new Map([...before].filter(([person]) => people.includes(person))),
      );
    };
    expect(await write('2026-02-10', learner, { colleague: who.mentor }, [one, two])).toEqual({ kind: 'appended' });
    expect(await write('2026-02-17', second, { colleague: who.learner })).toEqual({ kind: 'appended' });
    expect(await write('2026-02-24', learner, {})).toEqual({ kind: 'appended' });
    expect(await write('2026-03-03', second, { colleague: who.mentor })).toEqual({ kind: 'appended' });
    const told = [
      { member: who.learner, visitedOn: '2026-02-10', led: true },
      { member: who.learner, visitedOn: '2026-02-17', led: false },
    ];
    for (const session of [learner, mentor, manager, head]) expect(await record.visitedTogether(session)).toEqual(told);
    for (const session of [...others, ...[learner, head].map(elsewhere)]) expect(await record.visitedTogether(session)).toEqual([]);
    const before = await read(second);
    const line = before.get(one)?.chain.find(({ happenedOn }) => happenedOn === '2026-02-17');
    const struck = entry('visit', '2026-02-17', [
      { person: one, corrects: line?.position ?? 0, tombstone: true, reason: 'Of another child' },
    ]);
    expect(await record.append(second, [struck], new Map([...before].filter(([person]) => person === one)))).toEqual({ kind: 'appended' });
    expect((await record.visitedTogether(head)).length).toBe(1);
  });
});

it('an induction that has ended is read by its mentor no more, but by whoever learnt and their manager; a programme begun anew has a mentor again', async () => {
  const [mentoring, ends] = [
    programme(who.mentor),
    said('inductionEnd', '2026-06-01', file, { endedOn: '2026-06-01', outcome: 'completed' }),
  ];
  expect(await tell(manager, file, mentoring)).toEqual({ kind: 'appended' });
  expect(await opens(mentor)).toBe(true);
  expect(await tell(manager, file, ends)).toEqual({ kind: 'appended' });
  expect([await opens(mentor), await listed(mentor), await opens(learner), await opens(manager), await opens(elsewhere(mentor))]).toEqual([
    false,
    [],
    true,
    true,
    false,
  ]);
  const anew = said('inductionProgramme', '2026-06-02', file, { startedOn: '2026-06-02', scheme: 'assessedYear', mentor: who.second });
  expect(await tell(manager, file, anew)).toEqual({ kind: 'appended' });
  expect([await opens(mentor), await opens(second)]).toEqual([false, true]);
});
