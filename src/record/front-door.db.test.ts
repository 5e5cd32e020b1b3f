import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { addDays, date, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import { queueRules } from '../practice/front-door/queue.ts';
import { beforeCourtRules } from '../practice/court/before-court.ts';
import { peopleAskRules } from '../practice/subject-access/people-ask.ts';
import { derivation, permissionTable, steps, wordingOf } from '../practice/pathway.ts';
import type { NewEntry, Session } from './contract.ts';
import { mostWatched } from './data-protection.ts';
import { beforeCourt, frontDoor, peopleAsk } from './front-door.ts';
import { addAuthority, syncPermissions } from './members.ts';
import { readMany } from './reading.ts';
import { createRecord } from './record.ts';
import { admitted, openedBy } from './record.fixture.ts';

const session: Session = {
  authority: 1,
  actor: randomUUID(),
  roles: ['socialWorker', 'teamManager', 'headOfService', 'dutyWorker', 'reviewingOfficer'],
  teams: [],
  scope: 'all',
};

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await addAuthority(fresh.owner, { authority: 1, name: 'Norchester' });
  await syncPermissions(fresh.owner, 1, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
});
afterAll(() => fresh.drop());

/** Steps that begin, meet or end what waits at the front door, or what people ask of their records. */
const rules = new Set<string>([...queueRules, ...peopleAskRules, ...beforeCourtRules]);
const moments = steps
  .flatMap(({ timescales }) => timescales)
  .filter(({ rule }) => rules.has(rule))
  .flatMap(({ starts, meets, endedBy }) => [...starts, meets, ...endedBy].map(({ step }) => step));
const told = steps
  .filter(({ name }) => moments.includes(name))
  .flatMap((step) => Object.values(step.examples).map((answers) => ({ step, answers: answers as Readonly<Record<string, unknown>> })));

const first = date('2026-03-02');
const event = fc.record({ what: fc.constantFrom(...told), day: fc.nat({ max: 20 }) });

function stated(person: string, { what: { step, answers }, day }: { what: (typeof told)[number]; day: number }): NewEntry {
  const on = addDays(first, day);
  const dated = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, value === step.happenedOn(answers as never) ? on : value]),
  );
  const own = Object.entries(dated).filter(([name]) => name in step.each);
  const shared = Object.entries(dated).filter(([name]) => !(name in step.each));
  return {
    entry: randomUUID(),
    step: step.name,
    wording: wordingOf(step),
    happenedOn: on,
    shared: Object.fromEntries(shared),
    about: [{ person, answers: Object.fromEntries(own) }],
  };
}

const waits = (on: LocalDate, { rule, metBy, notInSource, startedOn, endedOn }: Clock): boolean =>
  rules.has(rule) && metBy === undefined && !notInSource && startedOn <= on && (endedOn === undefined || endedOn > on);
const inShort = (clocks: readonly Clock[]) => clocks.map(({ rule, startedBy, dueOn }) => `${rule} ${startedBy} ${dueOn}`).toSorted();

it('a queue in the database is what the rules say waits, for any history and on any day', async () => {
  const record = createRecord({ database: fresh.app, derivation });
  const histories = fc.sample(fc.array(event, { minLength: 1, maxLength: 7 }), { numRuns: 60, seed: 20_260_302 });
  const people = histories.map((events) => ({ person: randomUUID(), events: events.toSorted((a, b) => a.day - b.day) }));
  const entries = people.flatMap(({ person, events }) => events.map((one) => stated(person, one)));
  expect(await record.append(session, entries, new Map())).toEqual({ kind: 'appended' });
  const everybody = people.map(({ person }) => person);
  const opened = [...(await record.open(session, everybody, 'to see the queue')).values()].map(admitted);
  const records = await readMany(fresh.app, derivation, opened);
  const clocks = new Map([...records].map(([person, { history }]) => [person, derivation.clocks(history)]));
  const seen = new Set<string>();
  for (const on of [0, 3, 12, 40].map((days) => addDays(first, days))) {
    const queues = await Promise.all([frontDoor, peopleAsk, beforeCourt].map((queue) => queue(fresh.app, session, on)));
    const waiting = queues.flat();
    const queue = Map.groupBy(waiting, ({ person }) => person);
    for (const { person } of people) {
      const expected = (clocks.get(person) ?? []).filter((clock) => waits(on, clock));
      expect(inShort((queue.get(person) ?? []).map(({ clock }) => clock))).toEqual(inShort(expected));
      for (const { rule } of expected) seen.add(rule);
    }
  }
  expect([...seen].toSorted(), 'each of them was there').toEqual([...rules].toSorted());
});

it('of a record that is restricted to others the queue says nothing, and their own day only until when something is to be done', async () => {
  const record = createRecord({ database: fresh.app, derivation });
  const person = randomUUID();
  const contact = told.find(({ step }) => step.name === 'contact');
  const action = steps.find(({ name }) => name === 'action');
  if (contact === undefined || action === undefined) throw new Error('no such step');
  const agreed = { agreedOn: first, what: 'Quillfeather’s school is rung', owner: session.actor, byWhen: addDays(first, 9) };
  const asked = told.find(({ step }) => step.name === 'subjectAccessRequest') ?? contact;
  const entries = [
    stated(person, { what: contact, day: 0 }),
    stated(person, { what: { step: action, answers: agreed }, day: 0 }),
    stated(person, { what: asked, day: 0 }),
  ];
  expect(await record.append(session, entries, new Map())).toEqual({ kind: 'appended' });
  const seen = async (who: Session) => (await frontDoor(fresh.app, who, first)).filter((one) => one.person === person).length;
  const askedOf = async (who: Session) => (await peopleAsk(fresh.app, who, first)).filter((one) => one.person === person).length;
  expect(await askedOf(session)).toBe(1);
  const elsewhere: readonly Partial<Session>[] = [{ roles: ['socialWorker', 'reviewingOfficer', 'dutyWorker'] }, { authority: 2 }];
  for (const other of elsewhere) expect(await askedOf({ ...session, ...other }), 'what people ask is for managers').toBe(0);
  const mine = async () => (await record.ownActions(session)).find((one) => one.person === person);
  expect(await seen(session)).toBeGreaterThan(0);
  expect(await mine()).toMatchObject({ what: agreed.what });
  const manager = { ...session, actor: randomUUID() };
  await openedBy(record, manager, person);
  await record.restrict(manager, person, { readers: [manager.actor], ring: 'Family of a colleague', reason: 'asked' });
  expect([await seen(session), (await seen(manager)) > 0]).toEqual([0, true]);
  expect([await askedOf(session), await askedOf(manager)], 'what is asked of it').toEqual([0, 1]);
  expect(await mine()).toEqual({ person, entry: entries[1]?.entry, what: null, measure: null, dueOn: agreed.byWhen, file: null });
});

it('families before court are for managers, and an enquiry over several families names its children to practitioners alone, a restricted one to nobody else', async () => {
  const record = createRecord({ database: fresh.app, derivation });
  const [one, other, closed] = [randomUUID(), randomUUID(), randomUUID()] as const;
  const stepOf = (name: string) => steps.find((step) => step.name === name) ?? expect.fail(name);
  const about = (person: string, name: string, answers: Readonly<Record<string, unknown>>): NewEntry =>
    stated(person, { what: { step: stepOf(name), answers }, day: 0 });
  const harm = { identifiedOn: first, kinds: ['criminal'], enquiry: 'CE-2026-777', part: 'both', meaning: 'Words of one child' };
  const entries = [one, other, closed].flatMap((person) => [
    about(person, 'extraFamilialHarm', harm),
    about(person, 'letterBeforeProceedings', { sentOn: first }),
  ]);
  const elsewhere = about(other, 'extraFamilialHarm', { ...harm, enquiry: 'CE-2026-778' });
  expect(await record.append(session, [...entries, elsewhere], new Map())).toEqual({ kind: 'appended' });
  const manager = { ...session, actor: randomUUID() };
  await openedBy(record, manager, closed);
  await record.restrict(manager, closed, { readers: [manager.actor], ring: 'Family of a colleague', reason: 'asked' });

  const told = async (who: Session, reference = 'CE-2026-777') => {
    const { children, restricted } = await record.complexEnquiry(who, reference);
    return [children.map(({ person, since }) => `${person} ${since}`).toSorted(), restricted];
  };
  const both = [one, other].map((person) => `${person} ${first}`).toSorted();
  expect(await told(session)).toEqual([both, 1]);
  expect(await told(manager)).toEqual([[...both, `${closed} ${first}`].toSorted(), 0]);
  expect(await told(session, 'CE-2026-778')).toEqual([[`${other} ${first}`], 0]);
  for (const who of [{ roles: ['administrator'] as const }, { authority: 2 }]) expect(await told({ ...session, ...who })).toEqual([[], 0]);
  expect(JSON.stringify(await record.complexEnquiry(session, 'CE-2026-777'))).not.toContain('Words of one child');

  const tracked = async (who: Session) => {
    const here = new Set<string>([one, other, closed]);
    return new Set((await record.beforeCourt(who, first)).map(({ person }) => person).filter((person) => here.has(person))).size;
  };
  expect([await tracked(session), await tracked(manager)]).toEqual([2, 3]);
  for (const who of [{ roles: ['socialWorker'] as const }, { authority: 2 }]) expect(await tracked({ ...session, ...who })).toBe(0);
});

it('what a manager returned is told to whoever wrote it, of whichever child, and to the child’s worker; to nobody else, and closed to others without words', async () => {
  const record = createRecord({ database: fresh.app, derivation });
  const [person, writer, worker, other, elsewhere] = [0, 1, 2, 3, 4].map(() => randomUUID()) as [string, string, string, string, string];
  const who = (actor: string, more: Partial<Session> = {}): Session => ({ ...session, actor, roles: ['socialWorker'], ...more });
  const state = async (
    by: Session,
    name: string,
    answers: Readonly<Record<string, unknown>>,
    day: number,
    more: Partial<NewEntry> = {},
  ) => {
    const step = steps.find((one) => one.name === name);
    if (step === undefined) throw new Error(`no step ${name}`);
    const openings = [...(await record.open(by, [person], 'to write')).values()].filter(({ kind }) => kind !== 'unknown');
    const records = await readMany(fresh.app, derivation, openings.map(admitted));
    const entry = { ...stated(person, { what: { step, answers }, day: 0 }), happenedOn: addDays(first, day), ...more };
    expect(await record.append(by, [entry], records)).toEqual({ kind: 'appended' });
    return entry.entry;
  };
  const told = async (by: Session) => (await record.ownReturned(by)).filter((one) => one.person === person);
  await state(session, 'childAndFamilyAssessment', { startedOn: first }, 0);
  await state(session, 'allocation', { allocatedOn: first, worker }, 0);
  const written = { completedOn: addDays(first, 5) };
  await state(who(writer), 'assessmentReport', written, 5);
  const [returnedOn, againBy] = [addDays(first, 6), addDays(first, 600)];
  const entry = await state(session, 'assessmentReturn', { returnedOn, againBy, reasons: 'Ask the father.' }, 6);
  const back = { person, entry, reasons: 'Ask the father.', returnedOn, dueOn: againBy };
  expect([await told(who(writer)), await told(who(worker)), await told(who(other))]).toEqual([[back], [back], []]);
  expect(await told(who(writer, { authority: 2 }))).toEqual([]);
  expect(await told(who(writer, { roles: ['performanceAnalyst'] }))).toEqual([]);
  expect(await told(who(writer, { roles: ['leadPractitioner'], scope: 'own' }))).toEqual([]);
  await record.restrict(session, person, { readers: [session.actor], ring: 'Family of a colleague', reason: 'asked' });
  expect(await told(who(writer))).toEqual([{ ...back, reasons: null }]);
  await record.lift(session, person, 'no longer');
  await state(who(elsewhere), 'assessmentReport', { completedOn: addDays(first, 9) }, 9);
  expect([await told(who(writer)), await told(who(worker))]).toEqual([[], []]);
});

it('a data protection officer watches requests, alerts, destruction and what left, also of restricted records, and is told no name', async () => {
  const record = createRecord({ database: fresh.app, derivation });
  const officer: Session = { authority: 1, actor: randomUUID(), roles: ['dataProtectionOfficer'], teams: [], scope: 'none' };
  const watched = async (who: Session, of: string) =>
    (await record.dataProtection(who, first, addDays(first, 5))).filter((one) => one.record === of.slice(0, 8));
  const [person, other] = [randomUUID(), randomUUID()];
  const stepOf = (name: string) => steps.find((step) => step.name === name) ?? expect.fail(name);
  const about = (who: string, name: string, answers: Readonly<Record<string, unknown>>): NewEntry =>
    stated(who, { what: { step: stepOf(name), answers }, day: 0 });
  const named = { laChildId: 'Q1', firstName: 'Quentilla', lastName: 'Quillfeather', bornOn: first };
  const asked = { receivedOn: first, asker: 'Quentilla Quillfeather', capacity: 'person' };
  const entries = [about(person, 'personDetails', named), about(person, 'subjectAccessRequest', asked)];
  expect(await record.append(session, entries, new Map())).toEqual({ kind: 'appended' });
  const fixed = about(other, 'rectificationRequest', {
    ...stepOf('rectificationRequest').examples[Object.keys(stepOf('rectificationRequest').examples)[0] ?? ''],
    receivedOn: first,
  });
  expect(await record.append(session, [fixed], new Map())).toEqual({ kind: 'appended' });
  expect(await watched(officer, person)).toMatchObject([
    { kind: 'copyAsked', how: 'waits', dueOn: expect.stringMatching(/^2026-04-0/), endedOn: null },
  ]);
  expect(await watched(officer, other)).toMatchObject([{ kind: 'rectification', how: 'waits' }]);

  const manager = { ...session, actor: randomUUID() };
  await openedBy(record, manager, person);
  await record.restrict(manager, person, { readers: [manager.actor], ring: 'Ring Quillfeather', reason: 'Quillfeather asked' });
  await record.breakGlass(session, person, 'Quillfeather was at the door');
  const told = await watched(officer, person);
  expect(told.map(({ kind, by }) => ({ kind, by }))).toEqual([
    { kind: 'glassBroken', by: session.actor },
    { kind: 'copyAsked', by: null },
  ]);
  expect(JSON.stringify(await record.dataProtection(officer, first, addDays(first, 5)))).not.toContain('Quillfeather');

  for (const role of ['headOfService', 'teamManager', 'socialWorker', 'administrator', 'performanceAnalyst'] as const)
    expect(await record.dataProtection({ ...session, roles: [role] }, first, first), role).toEqual([]);
  expect(await record.dataProtection({ ...officer, authority: 2 }, first, first)).toEqual([]);
  expect([await record.alerts(officer), await peopleAsk(fresh.app, officer, first), await record.search(officer, 'Quentilla')]).toEqual([
    [],
    [],
    [],
  ]);
  expect((await record.open(officer, [other], 'to see')).get(other)?.kind).not.toBe('opened');

  await fresh.owner.pool.query(
    `insert into record.access_log(authority, person, opened_at, actor, reason, alerted)
       select 1, $1, now() + n * interval '1 second', $2, 'Quillfeather again', true from generate_series(1, $3::int) n`,
    [other, session.actor, mostWatched],
  );
  const most = await record.dataProtection(officer, first, addDays(first, 5));
  expect(most).toHaveLength(mostWatched);
  expect(
    most.filter(({ record: of }) => of === person.slice(0, 8)).map(({ kind }) => kind),
    'what waits is told before what is done',
  ).toEqual(['copyAsked']);
  expect(most.map(({ at: when }) => when)).toEqual(
    most
      .map(({ at: when }) => when)
      .toSorted()
      .toReversed(),
  );
});
