import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, date, dayInEngland } from '../kernel/calendar/dates.ts';
import { practitioners, type Permissions, type Role } from '../kernel/step/permission.ts';
import type { Session } from './contract.ts';
import { addMember, addTeam, syncPermissions } from './members.ts';
import { as, begin, derivation as people, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

/* Regulation 46(2): whoever chairs a child's review stands outside the line of the case. Who stands in it is the database's to say: by teams, managers and staff files. */

const thirdTeam = randomUUID();
/** Nobody managed anything before it was told that they do. */
const on = dayInEngland(new Date());
const officer = as('reviewingOfficer');
const head = as('headOfService', { actor: randomUUID(), teams: [] });
const child = randomUUID();
let at: Fixture;
let record: WholeRecord;

const member = (
  id: string,
  roles: readonly Role[],
  more: { readonly team?: string; readonly manages?: readonly string[] } = {},
  authority = 1,
) => addMember(at.owner, { authority, member: id, name: `M ${id}`, email: `${id}@example.org`, roles, ...more });
const placeOf = async (session: Session, who: string, day = on, person = child) =>
  (await record.placesInLine(session, [{ person, member: who, on: day }])).map(({ place }) => place);
const state = async (file: string, step: string, day: string, shared: Readonly<Record<string, unknown>>) => {
  const known = (await record.openFile(head, file)).kind === 'opened' ? await readAs(record, head, file) : new Map();
  expect(await record.append(head, [entry(step, day, [{ person: file }], { shared })], known)).toEqual({ kind: 'appended' });
};

const [worker, second, theirManager, secondsManager, outside] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  at = await fixture();
  const derivation = {
    ...people,
    readBy: { ...people.readBy, seconds: 'lists' },
    fileSteps: new Set(['employment', 'employmentEnd']),
    standing: (history: Parameters<typeof people.standing>[0]) => ({
      ...people.standing(history),
      ...(history.some(({ answers }) => answers['second'] !== undefined) ? { seconds: [second] } : {}),
    }),
  };
  record = createRecord({ database: at.app, derivation });
  const may: Permissions = { record: ['teamManager', 'headOfService'], read: ['teamManager', 'headOfService'] };
  for (const authority of [1, 2])
    await syncPermissions(
      at.owner,
      authority,
      new Map<string, Permissions & { readonly file?: 'staff' }>([
        ['begin', { record: practitioners, read: practitioners }],
        ['employment', { ...may, file: 'staff' }],
        ['employmentEnd', { ...may, file: 'staff' }],
      ]),
    );
  for (const one of [team, otherTeam, thirdTeam]) await addTeam(at.owner, { authority: 1, team: one, name: `Team ${one}` });
  await member(worker, ['socialWorker'], { team });
  await member(second, ['socialWorker'], { team: otherTeam });
  await member(theirManager, ['teamManager'], { team, manages: [team] });
  await member(secondsManager, ['teamManager', 'reviewingOfficer'], { manages: [otherTeam] });
  await member(outside, ['teamManager'], { team: thirdTeam, manages: [thirdTeam] });
  await member(head.actor, ['headOfService']);
  await member(officer.actor, ['reviewingOfficer']);
  expect(await record.append(as('teamManager'), [begin(child, { worker, second })], new Map())).toEqual({ kind: 'appended' });
});
afterAll(() => at.drop());

describe('the line of a case', () => {
  test('is whoever works in it, manages its team or that of whoever works in it, and heads of service', async () => {
    for (const [who, place] of [
      [worker, 'worker'],
      [second, 'worker'],
      [theirManager, 'manager'],
      [secondsManager, 'manager'],
      [head.actor, 'head'],
    ] as const)
      expect(await placeOf(officer, who), place).toEqual([place]);
    for (const who of [outside, officer.actor, randomUUID()]) expect(await placeOf(officer, who)).toEqual([]);
  });
  test('is told of many at once, each on its own day', async () =>
    expect(
      await record.placesInLine(officer, [
        { person: child, member: worker, on },
        { person: child, member: outside, on },
        { person: child, member: theirManager, on: date('2026-01-05') },
      ]),
    ).toEqual([
      { person: child, member: worker, on, place: 'worker' },
      { person: child, member: theirManager, on: '2026-01-05', place: 'manager' },
    ]));
  test('is who managed the team on the day: not whoever manages it since, and still whoever has gone to another team', async () => {
    const [late, gone] = [randomUUID(), randomUUID()];
    await member(late, ['teamManager', 'reviewingOfficer'], { manages: [team] });
    expect([await placeOf(officer, late), await placeOf(officer, late, addDays(on, -1))]).toEqual([['manager'], []]);
    await member(gone, ['teamManager', 'reviewingOfficer'], { manages: [otherTeam] });
    await member(gone, ['teamManager', 'reviewingOfficer'], { manages: [thirdTeam] });
    expect([await placeOf(officer, gone), await placeOf(officer, gone, addDays(on, 1))], 'today they still did').toEqual([['manager'], []]);
  });
  test('is what the staff file says of the day, as corrected, until that employment ends', async () => {
    const [one, file] = [randomUUID(), randomUUID()];
    await member(one, ['reviewingOfficer']);
    expect(await placeOf(officer, one)).toEqual([]);
    await record.addFile(head, { file, kind: 'staff', title: 'Staff file', subject: one });
    await state(file, 'employment', '2025-01-06', { grade: 'manager', team });
    await state(file, 'employment', '2026-03-02', { grade: 'manager', team: thirdTeam });
    expect([
      await placeOf(officer, one, date('2024-12-31')),
      await placeOf(officer, one, date('2026-03-01')),
      await placeOf(officer, one),
    ]).toEqual([[], ['manager'], []]);
    const chain = (await readAs(record, head, file)).get(file);
    const wrong = chain?.chain.at(-1)?.position ?? 0;
    const corrected = entry('employment', '2026-03-02', [{ person: file, corrects: wrong, reason: 'The team was wrong' }], {
      shared: { grade: 'manager', team: otherTeam },
    });
    expect(await record.append(head, [corrected], await readAs(record, head, file))).toEqual({ kind: 'appended' });
    expect(await placeOf(officer, one)).toEqual(['manager']);
    await state(file, 'employmentEnd', '2026-04-30', { reason: 'resignation' });
    expect(await placeOf(officer, one)).toEqual([]);
  });
  test('is told to practitioners whose lists show the child, to whoever has opened it, and to nobody of another authority', async () => {
    const elsewhere = as('reviewingOfficer', { authority: 2 });
    const stranger = as('socialWorker', { scope: 'own' });
    for (const one of [elsewhere, stranger, as('performanceAnalyst'), as('administrator', { scope: 'none' })])
      expect(await placeOf(one, theirManager)).toEqual([]);
    await readAs(record, stranger, child);
    expect(await placeOf(stranger, theirManager)).toEqual(['manager']);
  });
  test('is not told of a child who is restricted to others', async () => {
    const hidden = randomUUID();
    expect(await record.append(as('teamManager'), [begin(hidden, { worker })], new Map())).toEqual({ kind: 'appended' });
    const named = as('reviewingOfficer');
    await member(named.actor, ['reviewingOfficer']);
    expect(await record.restrict(head, hidden, { ring: 'named people', reason: 'A relative works here', readers: [named.actor] })).toEqual({
      kind: 'done',
    });
    expect(await placeOf(officer, theirManager, on, hidden)).toEqual([]);
    await readAs(record, named, hidden);
    expect(await placeOf(named, theirManager, on, hidden)).toEqual(['manager']);
  });
  test('has in it exactly those who oversee its worker or manage its team, whoever they are', async () => {
    const roles: readonly Role[] = ['teamManager', 'headOfService', 'reviewingOfficer', 'socialWorker', 'dutyWorker'];
    const teams = [team, otherTeam, thirdTeam];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }),
        fc.option(fc.constantFrom(...teams), { nil: undefined }),
        fc.subarray(teams),
        async (held, ownTeam, manages) => {
          const id = randomUUID();
          await member(id, held, { ...(ownTeam === undefined ? {} : { team: ownTeam }), manages });
          const session = as('teamManager', {
            actor: id,
            roles: held,
            teams: [...new Set([...(ownTeam === undefined ? [] : [ownTeam]), ...manages])],
          });
          const theirs = new Set((await record.supervised(session)).map((one) => one.member));
          const isIn = theirs.has(worker) || theirs.has(second);
          expect((await placeOf(officer, id)).length > 0, JSON.stringify({ held, ownTeam, manages })).toBe(isIn);
        },
      ),
      { numRuns: 60 },
    );
  });
});
