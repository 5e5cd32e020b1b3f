import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { whatWasStruck } from '../kernel/step/history.ts';
import type { ChildRecord, NewEntry, Opened, Session } from './contract.ts';
import { noteNewAuthority } from './derivation-runs.ts';
import { addMember, addTeam } from './members.ts';
import { comparePast } from './past.ts';
import { rebuild } from './rebuild.ts';
import { as, begin, derivation, entry, fixture, openedBy, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { verify } from './verify.ts';

let at: Fixture;
const writer = as('socialWorker');
const colleague = as('socialWorker');
const manager = as('teamManager');
const managerElsewhere = as('teamManager', { teams: [otherTeam] });
const head = as('headOfService', { roles: ['headOfService', 'teamManager'] });
const reviewing = as('reviewingOfficer');
const elsewhere = as('headOfService', { authority: 2, roles: ['headOfService', 'teamManager', 'socialWorker'] });

beforeAll(async () => {
  at = await fixture();
  await noteNewAuthority(at.owner, 1, derivation);
  await addTeam(at.owner, { authority: 1, team, name: 'North' });
  for (const [member, roles] of [
    [writer.actor, ['socialWorker']],
    [colleague.actor, ['socialWorker']],
  ] as const)
    await addMember(at.owner, { authority: 1, member, name: 'Somebody', email: `${member}@example.org`, team, roles });
});
afterAll(() => at.drop());

async function children(n: number, by = writer): Promise<readonly string[]> {
  const people = Array.from({ length: n }, () => randomUUID());
  expect(
    await at.record.append(
      by,
      people.map((person) => begin(person)),
      new Map(),
    ),
  ).toEqual({ kind: 'appended' });
  return people;
}

const visited = (words: string, people: readonly string[], own = `own ${words}`): NewEntry =>
  entry(
    'visit',
    '2026-02-03',
    people.map((person) => ({ person, answers: { own } })),
    { shared: { words } },
  );

async function state(session: Session, made: NewEntry): Promise<NewEntry> {
  const people = made.about.map(({ person }) => person);
  expect(await at.record.append(session, [made], await readAs(at.record, session, ...people))).toEqual({ kind: 'appended' });
  return made;
}

const read = async (session: Session, person: string): Promise<ChildRecord> => {
  const record = (await readAs(at.record, session, person)).get(person);
  if (record === undefined) throw new Error('Not read');
  return record;
};
const opened = (session: Session, person: string): Promise<Opened> => openedBy(at.record, session, person, 'to put it right');

/** Corrects, or without words strikes out, the latest version of an entry for these people. */
async function putRight(session: Session, was: NewEntry, people: readonly string[], words?: string) {
  const asRead = await readAs(at.record, session, ...people);
  const about = people.map((person) => {
    const statement = asRead.get(person)?.history.find((one) => one.entry === was.entry);
    const corrects = statement?.corrections.at(-1)?.position ?? statement?.position ?? 2;
    return {
      person,
      corrects,
      reason: 'It was another day',
      ...(words === undefined ? { tombstone: true } : { answers: { own: `own ${words}` } }),
    };
  });
  return at.record.append(session, [entry(was.step, '2026-02-04', about, words === undefined ? {} : { shared: { words } })], asRead);
}

const move = async (session: Session, was: NewEntry, wrong: string, right: string, tombstone = randomUUID()) =>
  at.record.move(session, {
    from: await opened(session, wrong),
    to: await opened(session, right),
    entry: was.entry,
    tombstone,
    on: date('2026-02-10'),
    neutral: 'wrongRecord',
    reason: 'Two children of one name',
  });

const saysNothingOf = (record: ChildRecord, words: string): void => expect(JSON.stringify(record)).not.toContain(words);
const isRight = async () => {
  expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
  expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
  expect((await comparePast(at.owner, 1, derivation)).differences).toEqual([]);
};

describe('a correction', () => {
  it('is made by the writer, their manager or the head of service, of all whom the entry is about or of one', async () => {
    const [anna = '', ben = ''] = await children(2);
    const visit = await state(writer, visited('blue door', [anna, ben]));
    const refusal = { kind: 'refused', message: 'A statement is put right by whoever wrote it, or by their manager' };
    for (const other of [colleague, managerElsewhere]) expect(await putRight(other, visit, [anna], 'green door')).toEqual(refusal);
    expect(await putRight(reviewing, visit, [anna], 'green door')).toMatchObject({ kind: 'refused' });
    expect(await at.record.entryPeople(await opened(writer, anna), visit.entry)).toEqual([ben]);
    expect(await putRight(writer, visit, [anna, ben], 'red door')).toEqual({ kind: 'appended' });
    expect(await putRight(manager, visit, [anna], 'green door')).toEqual({ kind: 'appended' });
    expect(await putRight(head, visit, [anna], 'white door')).toEqual({ kind: 'appended' });
    const [statement] = (await read(colleague, anna)).history.filter(({ step }) => step === 'visit');
    expect(statement).toMatchObject({ entry: visit.entry, answers: { words: 'white door', own: 'own white door' } });
    expect(statement?.corrections.map(({ answers }) => answers['words'])).toEqual(['red door', 'green door', 'white door']);
    expect((await read(colleague, ben)).history.at(-1)?.answers).toEqual({ words: 'red door', own: 'own red door' });
    expect(await putRight(elsewhere, visit, [anna], 'x')).not.toEqual({ kind: 'appended' });
    await isRight();
  });

  it('moves the limits, and what was known before it stays known', async () => {
    const [anna = ''] = await children(1);
    const plan = await state(writer, entry('plan', '2026-02-01', [{ person: anna }]));
    const before = (await read(writer, anna)).chain.at(-1)?.recordedAt ?? '';
    await putRight(writer, plan, [anna], 'later');
    expect((await read(writer, anna)).clocks).toMatchObject([{ dueOn: '2026-02-14' }]);
    expect((await at.record.read(await opened(writer, anna), before)).clocks).toMatchObject([{ dueOn: '2026-02-11' }]);
  });
});

describe('what is struck out', () => {
  it('counts no more, and its words are for whoever wrote or struck it, managers and reviewing officers, at every instant asked for', async () => {
    const [anna = ''] = await children(1);
    await state(writer, entry('plan', '2026-02-01', [{ person: anna }]));
    const visit = await state(writer, visited('recorded twice', [anna]));
    const before = (await read(writer, anna)).chain.at(-1)?.recordedAt ?? '';
    expect(await putRight(writer, visit, [anna])).toEqual({ kind: 'appended' });
    for (const reader of [writer, manager, head, reviewing]) {
      const record = await read(reader, anna);
      expect(record.history.map(({ step }) => step)).toEqual(['begin', 'plan']);
      expect(whatWasStruck(record.chain)).toMatchObject([
        { by: { reason: 'It was another day' }, lines: [{ answers: { words: 'recorded twice' } }] },
      ]);
    }
    const seen = await read(colleague, anna);
    expect(whatWasStruck(seen.chain)).toMatchObject([{ by: { step: 'visit', reason: 'It was another day' }, lines: [] }]);
    expect(seen.unread).toMatchObject([{ position: 3, isStruck: true }]);
    expect(seen.clocks[0]?.metBy).toBeUndefined();
    saysNothingOf(await at.record.read(await opened(colleague, anna), before), 'recorded twice');
    await isRight();
  });
});

describe('an entry on the wrong record', () => {
  it('goes to the right one with its corrections, and leaves that something was moved: when, by whom and why, at every instant', async () => {
    const [wrong = '', right = '', sister = ''] = await children(3);
    for (const person of [wrong, right]) await state(writer, entry('plan', '2026-02-01', [{ person }]));
    const visit = await state(writer, visited('first words', [wrong, sister]));
    await putRight(writer, visit, [wrong], 'second words');
    await state(writer, entry('visit', '2026-02-20', [{ person: wrong }]));
    const between = (await read(writer, wrong)).chain.at(-1)?.recordedAt ?? '';
    expect(await move(colleague, visit, wrong, right)).toMatchObject({ kind: 'refused' });
    const tombstone = randomUUID();
    expect(await move(manager, visit, wrong, right, tombstone)).toEqual({ kind: 'appended' });
    expect(await move(manager, visit, wrong, right, tombstone)).toEqual({ kind: 'appended' });

    for (const reader of [writer, manager, head, reviewing]) {
      const left = await read(reader, wrong);
      for (const words of ['first words', 'second words', right, visit.entry]) saysNothingOf(left, words);
      expect(left).not.toHaveProperty('unread');
      expect(left.position).toBe(6);
      expect(whatWasStruck(left.chain)).toMatchObject([
        { by: { step: 'movedEntry', recordedBy: manager.actor, reason: 'wrongRecord' }, lines: [] },
      ]);
      expect(left.clocks[0]).toMatchObject({ metOn: '2026-02-20' });
      for (const instant of [between, new Date().toISOString()]) {
        const then = await at.record.read(await opened(reader, wrong), instant);
        for (const words of ['first words', 'second words', visit.entry]) saysNothingOf(then, words);
        expect(then.clocks[0]).toMatchObject({ metOn: '2026-02-20' });
      }
    }
    const gained = (await read(colleague, right)).history.find(({ step }) => step === 'visit');
    expect(gained).toMatchObject({
      recordedBy: writer.actor,
      movedBy: manager.actor,
      reason: 'Two children of one name',
      answers: { words: 'second words' },
    });
    expect(gained?.corrections).toMatchObject([{ answers: { words: 'second words' }, reason: 'It was another day' }]);
    expect((await read(colleague, right)).clocks[0]).toMatchObject({ metBy: gained?.entry });
    expect((await read(colleague, sister)).history.at(-1)).toMatchObject({ answers: { words: 'first words' } });
    expect(await at.record.entryPeople(await opened(writer, sister), visit.entry)).toEqual([]);
    await isRight();
    const kept = await at.owner.pool.query('select from record.content where person = $1 and entry = $2', [wrong, visit.entry]);
    expect(kept.rowCount).toBe(0);
  });

  it('is not moved to a record that is restricted to others, nor by another authority, nor without what it says being there', async () => {
    const [wrong = '', right = ''] = await children(2);
    const visit = await state(writer, visited('of somebody', [wrong]));
    await at.record.restrict(head, right, { readers: [head.actor], ring: 'Adoption', reason: 'A relative works here' });
    expect((await at.record.open(writer, [right], 'to move it')).get(right)).toEqual({ kind: 'restricted', ring: 'Adoption' });
    expect((await at.record.open(elsewhere, [wrong], 'to move it')).get(wrong)).toEqual({ kind: 'unknown' });
    await expect(
      at.app.transaction(writer, (sql) =>
        sql.query('select record.take_away(1, $1, $2, $3, $4, $5, $5)', [wrong, visit.entry, right, '[]', '[]']),
      ),
    ).rejects.toThrow('Only a statement that was struck out just now');
  });
});

describe('words withheld because they name somebody restricted', () => {
  it('are written anew for brothers and sisters by whoever may read them, and only then are read again', async () => {
    const [anna = '', ben = ''] = await children(2);
    const visit = await state(writer, visited('Ben is at his aunt’s', [anna, ben], 'in bed'));
    await at.record.restrict(head, ben, { readers: [head.actor], ring: 'Adoption', reason: 'A relative works here' });
    expect((await read(writer, anna)).history.at(-1)).toMatchObject({ withheld: true, answers: { own: 'in bed' } });
    expect(await at.record.withheldFrom(await opened(head, ben))).toEqual([{ person: anna, entry: visit.entry }]);
    expect(await at.record.entryPeople(await opened(writer, anna), visit.entry)).toEqual([]);
    expect(await putRight(head, visit, [anna], 'A brother is away')).toEqual({ kind: 'appended' });
    const seen = await read(colleague, anna);
    expect(seen.history.at(-1)).toMatchObject({ answers: { words: 'A brother is away' } });
    expect(seen.history.at(-1)).not.toHaveProperty('withheld');
    saysNothingOf({ ...seen, history: [], chain: seen.chain.filter(({ corrects }) => corrects === undefined) }, 'Ben is at');
    expect(await at.record.withheldFrom(await opened(head, ben))).toEqual([]);
  });
});
