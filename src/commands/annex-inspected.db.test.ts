import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import type { Role } from '../kernel/step/permission.ts';
import { stepNamed, wordingOf } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { addMember } from '../record/members.ts';
import { returnsOf } from './web-returns.ts';

const today = dayInEngland(new Date());
const seven = addDays(today, -7);
const none = { members: new Map<string, string>(), teams: new Map<string, string>() };

let at: Importing;
let admin: Session;
let other: Session;
beforeAll(async () => {
  at = await importing();
  [admin, other] = [await at.anAuthority(), await at.anAuthority()];
});
afterAll(() => at.end());

const as = (role: Role, of = admin, actor = randomUUID()): Session => ({ ...of, actor, roles: [role], teams: [], scope: 'all' });

async function anInspector(of = admin): Promise<Session> {
  const session = as('inspector', of);
  await addMember(at.fresh.owner, {
    authority: of.authority,
    member: session.actor,
    name: 'Judith Quayle',
    email: `${session.actor}@example.org`,
    roles: ['inspector'],
  });
  return session;
}
const letIn = async (inspector: Session, from: number, to: number) =>
  expect(
    await at.record.letInspect(as('headOfService', { ...inspector }), inspector.actor, {
      from: addDays(today, from),
      to: addDays(today, to),
    }),
  ).toEqual({ kind: 'done' });

/** A referral of a week ago about children who are brothers and sisters: its words are meant for all of them. */
async function referred(manager: Session, numbers: readonly string[]): Promise<readonly string[]> {
  const people = numbers.map(() => randomUUID());
  const step = (name: string) => stepNamed(name) ?? expect.fail(name);
  const entry = (
    name: string,
    shared: Readonly<Record<string, unknown>>,
    about: { person: string; answers: Readonly<Record<string, unknown>> }[],
  ) => ({
    entry: randomUUID(),
    step: name,
    wording: wordingOf(step(name)),
    happenedOn: seven,
    shared,
    about,
  });
  const details = people.map((person, n) =>
    entry('personDetails', {}, [{ person, answers: { laChildId: numbers[n], bornOn: '2017-05-14', sex: 'F' } }]),
  );
  const referral = entry(
    'referral',
    { referredOn: seven, source: '1A' },
    people.map((person) => ({ person, answers: {} })),
  );
  expect(await at.record.append(manager, [...details, referral], new Map())).toEqual({ kind: 'appended' });
  return people;
}

const restrict = async (manager: Session, person: string, readers: readonly string[] = []) => {
  const opening = (await at.record.open(manager, [person], 'test')).get(person);
  expect(opening?.kind).toBe('opened');
  const outcome = await at.record.restrict(manager, person, {
    readers: [manager.actor, ...readers],
    ring: 'A ring',
    reason: 'A colleague’s family',
  });
  expect(outcome).toEqual({ kind: 'done' });
};

const annexOf = async (session: Session) => {
  const lists = await returnsOf(at.fresh.app).annexA(session, today, none);
  const referrals = lists.find(({ name }) => name === 'List 3');
  if (referrals === undefined) throw new Error('There is no list of referrals');
  const source = referrals.heads.indexOf('Referral Source');
  return referrals.rows.map((row, n) => ({ number: row[0], person: referrals.people[n], source: row[source] }));
};
const numbersOf = async (session: Session) => (await annexOf(session)).map(({ number }) => number).sort();
const leftOut = (session: Session) => returnsOf(at.fresh.app).leftOutOfAnnex(session);

describe('Annex A and an inspector', () => {
  it('is told in their weeks alone, of their own authority, and no other return is', async () => {
    const manager = as('teamManager');
    await referred(manager, ['A1']);
    await referred(as('teamManager', other), ['B1']);
    const inspector = await anInspector();
    await expect(annexOf(inspector)).rejects.toThrow(/in their weeks/);
    await letIn(inspector, 1, 10);
    await expect(annexOf(inspector)).rejects.toThrow(/in their weeks/);
    await letIn(inspector, 0, 10);
    expect(await numbersOf(inspector)).toContain('A1');
    expect(await numbersOf(inspector)).not.toContain('B1');
    await expect(returnsOf(at.fresh.app).lookedAfter(inspector, '2025-26', undefined)).rejects.toThrow(/Only performance analysts/);
    const census = returnsOf(at.fresh.app).census(inspector, '2025-26', undefined);
    const taken = async () => {
      for await (const piece of census) expect(piece).not.toContain('<Child>');
    };
    await expect(taken()).rejects.toThrow(/Only performance analysts/);
    await expect(annexOf({ ...inspector, authority: other.authority })).rejects.toThrow(/in their weeks/);
    for (const role of ['socialWorker', 'teamManager', 'dataProtectionOfficer', 'boardMember'] as const)
      await expect(annexOf(as(role)), role).rejects.toThrow(/Only performance analysts/);
  });

  it('leaves out a restricted child, and of a brother or sister the words that name them; whoever answers for the return has all', async () => {
    const manager = as('teamManager');
    const [open = '', hidden = ''] = await referred(manager, ['A2', 'A3']);
    await restrict(manager, hidden);
    const inspector = await anInspector();
    await letIn(inspector, 0, 10);
    const seen = await annexOf(inspector);
    expect(seen.map(({ person }) => person)).not.toContain(hidden);
    expect(seen.find(({ person }) => person === open)).toEqual({ number: 'A2', person: open, source: 'k) Unknown' });
    expect(await numbersOf(as('headOfService'))).toEqual(expect.arrayContaining(['A2', 'A3']));
    expect(await leftOut(inspector)).toBe('few');
    expect(await leftOut(as('performanceAnalyst'))).toBe(0);
  });

  it('shows the restricted child to the inspector who is named for the record, and to no other', async () => {
    const manager = as('teamManager');
    const [named, another] = [await anInspector(), await anInspector()];
    for (const one of [named, another]) await letIn(one, 0, 10);
    const [hidden = ''] = await referred(manager, ['A4']);
    await restrict(manager, hidden, [named.actor]);
    expect(await numbersOf(named)).toContain('A4');
    expect(await numbersOf(another)).not.toContain('A4');
  });

  it('says how many are left out from five on', async () => {
    const manager = as('teamManager', other);
    const inspector = await anInspector(other);
    await letIn(inspector, 0, 10);
    expect(await leftOut(inspector)).toBe(0);
    const hidden = await referred(manager, ['B2', 'B3', 'B4', 'B5', 'B6']);
    for (const person of hidden.slice(1)) await restrict(manager, person);
    expect(await leftOut(inspector)).toBe('few');
    await restrict(manager, hidden[0] ?? '');
    expect(await leftOut(inspector)).toBe(5);
    expect(await numbersOf(inspector)).toEqual(['B1']);
  });
});
