import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { addMember } from './members.ts';
import { createRecord } from './record.ts';
import { as, begin, derivation, entry, fixture, otherTeam, team, type Fixture } from './record.fixture.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

const worker = as('socialWorker');
const state = async (...entries: Parameters<Fixture['record']['append']>[1]) =>
  expect(await at.record.append(worker, entries, new Map())).toEqual({ kind: 'appended' });

it('counts both populations and the overlap at several instants, each as known at it, for those whom the lists may show', async () => {
  const before = new Date().toISOString();
  const [onPlan, inCare, both] = [randomUUID(), randomUUID(), randomUUID()];
  await state(begin(onPlan), entry('plan', '2026-01-05', [{ person: onPlan }]));
  await state(begin(inCare, { careSince: '2026-01-02', team: otherTeam }));
  await state(begin(both, { careSince: '2026-01-03' }), entry('plan', '2026-01-05', [{ person: both }]));
  const after = new Date(Date.now() + 1000).toISOString();
  const said = (counted: Awaited<ReturnType<Fixture['record']['counts']>>) => counted.map((one) => [one.onPlan, one.lookedAfter, one.both]);
  expect(said(await at.record.counts(as('headOfService'), [before, after]))).toEqual([
    [0, 0, 0],
    [2, 2, 1],
  ]);
  expect(said(await at.record.counts(as('headOfService'), [after], [otherTeam]))).toEqual([[0, 1, 0]]);
  expect(said(await at.record.counts(as('teamManager', { scope: 'teams', teams: [team] }), [after]))).toEqual([[2, 1, 1]]);
  expect(said(await at.record.counts(as('headOfService', { authority: 2 }), [after]))).toEqual([[0, 0, 0]]);
  expect(said(await at.record.counts(as('administrator', { scope: 'none' }), [after]))).toEqual([[0, 0, 0]]);
});

it('counts the whole service once at an instant, and says for ever what its teams say together; what is stated as of before it is counted', async () => {
  const head = as('headOfService');
  const [first, later, early] = [randomUUID(), randomUUID(), randomUUID()];
  await state(
    begin(first, { careSince: '2026-01-02', reviewedOn: dayInEngland(new Date()) }),
    entry('plan', '2026-01-05', [{ person: first }]),
  );
  const then = new Date(Date.now() - 1).toISOString();
  const [whole, teams] = [() => at.record.counts(head, [then]), () => at.record.counts(head, [then], [team, otherTeam])];
  const before = await whole();
  expect(before).toEqual(await teams());
  expect(before[0]?.both).toBeGreaterThan(0);
  expect([before[0]?.onPlanReviewed, before[0]?.lookedAfterReviewed]).toEqual([1, 1]);
  await state(begin(later), entry('plan', '2026-01-05', [{ person: later }]));
  expect(await whole()).toEqual(before);
  const to = { readers: [worker.actor], ring: 'Adoption', reason: 'adopted' };
  expect(await at.record.restrict(head, first, to)).toEqual({ kind: 'done' });
  const [hidden] = await whole();
  expect([hidden?.both, hidden?.onPlanReviewed, hidden?.lookedAfterReviewed]).toEqual([(before[0]?.both ?? 0) - 1, 0, 0]);
  expect(await whole()).toEqual(await teams());
  expect(await at.record.counts(worker, [then])).toEqual(before);
  const past = createRecord({ database: at.owner, derivation, now: () => '2026-02-01T00:00:00Z' });
  expect(await past.append(worker, [begin(early), entry('plan', '2026-01-05', [{ person: early }])], new Map())).toEqual({
    kind: 'appended',
  });
  expect((await whole())[0]?.onPlan).toBe(before[0]?.onPlan ?? 0);
  expect(await whole()).toEqual(await teams());
});

it('counts a restricted child for those named, as the list does, and for nobody else', async () => {
  const person = randomUUID();
  const [manager, reader] = [as('teamManager', { scope: 'teams' }), as('socialWorker', { scope: 'own' })];
  const colleague = as('teamManager', { scope: 'teams' });
  const elsewhere = { ...reader, authority: 2 };
  await state(begin(person), entry('plan', '2026-01-05', [{ person }]));
  const to = { readers: [manager.actor, reader.actor], ring: 'Adoption', reason: 'adopted' };
  expect(await at.record.restrict(as('headOfService'), person, to)).toEqual({ kind: 'done' });
  const after = new Date(Date.now() + 1000).toISOString();
  for (const session of [manager, reader, colleague, elsewhere, { ...reader, scope: 'none' as const }]) {
    const listed = await at.record.list(session, { onPlan: true });
    const [counted] = await at.record.counts(session, [after]);
    expect(counted?.onPlan, session.roles.join()).toBe(listed.length);
    const isNamed =
      session.actor === manager.actor || (session.actor === reader.actor && session.authority === 1 && session.scope !== 'none');
    expect(listed.some((one) => one.person === person)).toBe(isNamed);
  }
  const [ofTeam] = await at.record.counts(manager, [after], [otherTeam]);
  expect(ofTeam?.onPlan).toBe(0);
});

it('keeps each person’s own views, and shows them to nobody else', async () => {
  const [mine, other] = [as('teamManager'), as('headOfService')];
  const elsewhere = { ...as('teamManager', { authority: 2 }), actor: mine.actor };
  for (const { authority, actor } of [mine, other, elsewhere])
    await addMember(at.owner, { authority, member: actor, name: 'Bea', email: `${actor}@${authority}.example`, roles: ['teamManager'] });
  expect(await at.record.saveView(mine, 'board', { name: 'Late', query: 'state=late' })).toEqual({ kind: 'done' });
  await at.record.saveView(mine, 'board', { name: 'Late', query: 'state=late&sort=name' });
  await at.record.saveView(mine, 'other', { name: 'Late', query: 'x=1' });
  expect(await at.record.savedViews(mine, 'board')).toEqual([{ name: 'Late', query: 'state=late&sort=name' }]);
  expect(await at.record.savedViews(other, 'board')).toEqual([]);
  expect(await at.record.savedViews(elsewhere, 'board')).toEqual([]);
  await at.record.saveView(other, 'board', { name: 'Late', query: '' });
  expect(await at.record.savedViews(mine, 'board')).toHaveLength(1);
  expect(await at.record.saveView(mine, 'board', { name: 'Late', query: '' })).toEqual({ kind: 'done' });
  expect(await at.record.savedViews(mine, 'board')).toEqual([]);
  expect(await at.record.saveView(mine, 'board', { name: ' ', query: 'a=1' })).toMatchObject({ kind: 'refused' });
  for (let n = 0; n < 30; n += 1) await at.record.saveView(mine, 'board', { name: `View ${n}`, query: 'a=1' });
  expect(await at.record.saveView(mine, 'board', { name: 'One more', query: 'a=1' })).toEqual({
    kind: 'refused',
    message: 'You have saved 30 views. Remove one first',
  });
  await expect(
    at.app.transaction(mine, (sql) => sql.query("insert into access.saved_view values (1, gen_random_uuid(), 'a', 'b', 'c')")),
  ).rejects.toThrow(/permission denied/);
});
