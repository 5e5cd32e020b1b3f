import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import { practitioners, roles, type Role } from '../kernel/step/permission.ts';
import type { Session } from './contract.ts';
import { addMember, beginSession, sessionOf, syncPermissions } from './members.ts';
import { as, begin, entry, fixture, readAs, type Fixture } from './record.fixture.ts';

const today = dayInEngland(new Date());
const weeks = (from: number, to: number) => ({ from: addDays(today, from), to: addDays(today, to) });
const head = as('headOfService', { teams: [] });
const inspector = as('inspector', { teams: [] });
const manager = as('teamManager');
const [child, closed] = [randomUUID(), randomUUID()];

let at: Fixture;
let token: string;
beforeAll(async () => {
  at = await fixture();
  const steps = new Map([['begin', { record: practitioners, read: [...practitioners, 'inspector' as const] }]]);
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  for (const { actor, roles: held } of [head, inspector, manager])
    await addMember(at.owner, { authority: 1, member: actor, name: held.join(), email: `${actor}@example.org`, roles: held });
  await at.record.append(manager, [begin(child), begin(closed)], new Map());
  expect(await at.record.restrict(manager, closed, { readers: [manager.actor], ring: 'A ring', reason: 'A colleague’s family' })).toEqual({
    kind: 'done',
  });
  token = await beginSession(at.app, 1, inspector.actor);
});
afterAll(() => at.drop());

const opens = async (session: Session, person = child) => (await at.record.open(session, [person], 'Inspection')).get(person)?.kind;
const letIn = (by: Session, from: number, to: number) => at.record.letInspect(by, inspector.actor, weeks(from, to));

describe('an inspector', () => {
  it('has neither a session nor a record before their weeks, after them, or when a head of service has ended them', async () => {
    const isOut = async () => expect([await sessionOf(at.app, token), await opens(inspector)]).toEqual([undefined, 'unknown']);
    await isOut();
    for (const [from, to] of [
      [1, 10],
      [-10, -1],
    ] as const) {
      expect(await letIn(head, from, to)).toEqual({ kind: 'done' });
      await isOut();
    }
    expect(await letIn(head, -1, 1)).toEqual({ kind: 'done' });
    expect(await opens(inspector)).toBe('opened');
    expect(await at.record.letInspect(head, inspector.actor)).toEqual({ kind: 'done' });
    await isOut();
  });

  it('reads in their weeks what practitioners read, sees lists of all children, and writes nothing', async () => {
    await letIn(head, 0, 20);
    expect(await sessionOf(at.app, token)).toMatchObject({ roles: ['inspector'], scope: 'all' });
    expect((await at.record.list(inspector, {})).map(({ person }) => person)).toContain(child);
    const asRead = await readAs(at.record, inspector, child);
    expect(asRead.get(child)?.history.map(({ step }) => step)).toEqual(['begin']);
    expect(await at.record.append(inspector, [entry('begin', '2026-02-02', [{ person: child }])], asRead)).toMatchObject({
      kind: 'refused',
    });
  });

  it('is kept out of restricted records, has no glass to break, and is let in where they are named', async () => {
    expect(await opens(inspector, closed)).toBe('unknown');
    const broken = at.record.breakGlass(inspector, closed, 'Inspection').then(
      ({ kind }) => kind,
      () => 'refused',
    );
    expect(['refused', 'unknown']).toContain(await broken);
    expect(JSON.stringify(await at.record.list(inspector, {}))).not.toContain(closed);
    expect(await opens(manager, closed)).toBe('opened');
    const readers = [manager.actor, inspector.actor];
    expect(await at.record.restrict(manager, closed, { readers, ring: 'A ring', reason: 'For the inspection' })).toEqual({ kind: 'done' });
    expect(await opens(inspector, closed)).toBe('opened');
  });

  it('leaves a trail, which heads of service read, and an inspector of their own alone', async () => {
    const { opened, inspectors: accounts } = await at.record.inspectors(head);
    expect(accounts).toMatchObject([{ member: inspector.actor, weeks: weeks(0, 20) }]);
    expect(opened.map(({ person }) => person)).toContain(child);
    expect(await at.record.inspectors(inspector)).toEqual({ inspectors: accounts, opened });
    for (const other of [manager, as('inspector', { teams: [] }), { ...inspector, authority: 2 }, as('headOfService', { authority: 2 })])
      expect(await at.record.inspectors(other)).toEqual({ inspectors: [], opened: [] });
  });

  it('is let in by heads of service alone, for eight weeks at most, and has no other role', async () => {
    for (const role of Object.keys(roles).filter((one): one is Role => one in roles && one !== 'headOfService'))
      expect((await letIn(as(role), 0, 5)).kind, role).toBe('refused');
    expect((await letIn(as('headOfService', { authority: 2 }), 0, 5)).kind).toBe('refused');
    expect(await letIn(head, 0, 56)).toMatchObject({ kind: 'refused', message: expect.stringContaining('eight weeks') });
    expect((await letIn(head, 5, 4)).kind).toBe('refused');
    expect((await at.record.letInspect(head, manager.actor, weeks(0, 5))).kind).toBe('refused');
  });
});
