import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import type { FileKind } from '../kernel/step/file-kind.ts';
import { practitioners, roles, type Permissions, type Role } from '../kernel/step/permission.ts';
import type { NewEntry, Session } from './contract.ts';
import { addTeam, syncPermissions } from './members.ts';
import { as, begin, colleaguesIn, derivation as people, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const may = { record: everyone, read: everyone };
const kinds: Readonly<Record<string, FileKind | 'anyFile'>> = {
  courseDesign: 'course',
  courseSession: 'course',
  courseRegister: 'course',
  trainingBooking: 'staff',
  trainingBookingEnd: 'staff',
  trainingElsewhere: 'staff',
  bodyMember: 'body',
  agencyPlaces: 'body',
  caseFileAudit: 'caseAudit',
  trainingNeed: 'anyFile',
  employment: 'staff',
  employmentEnd: 'staff',
};
const derivation = { ...people, fileSteps: new Set(Object.keys(kinds)) };

const who = {
  worker: randomUUID(),
  mate: randomUUID(),
  manager: randomUUID(),
  other: randomUUID(),
  head: randomUUID(),
  business: randomUUID(),
  police: randomUUID(),
  stranger: randomUUID(),
};
const worker = as('socialWorker', { actor: who.worker, scope: 'own' });
const mate = as('socialWorker', { actor: who.mate, scope: 'own' });
const manager = as('teamManager', { actor: who.manager });
const otherManager = as('teamManager', { actor: who.other, teams: [otherTeam] });
const head = as('headOfService', { actor: who.head, teams: [] });
const business = as('boardManager', { actor: who.business, teams: [], scope: 'none' });
const police = as('boardMember', { actor: who.police, teams: [], scope: 'none' });
const stranger = as('boardMember', { actor: who.stranger, teams: [], scope: 'none' });
const elsewhere = (session: Session): Session => ({ ...session, authority: 2, actor: randomUUID() });

const today = dayInEngland(new Date());
const [course, body, programme, ofWorker, audit] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const [over, toCome] = [randomUUID(), randomUUID()];
const child = randomUUID();

let at: Fixture;
let record: WholeRecord;

const said = (step: string, on: string, file: string, shared: Readonly<Record<string, unknown>>, id: string = randomUUID()): NewEntry => ({
  ...entry(step, on, [{ person: file }], { shared }),
  entry: id,
});
const tell = async (session: Session, one: NewEntry) => {
  const [file = ''] = one.about.map(({ person }) => person);
  const isOpen = (await record.openFile(session, file)).kind === 'opened';
  return record.append(session, [one], isOpen ? await readAs(record, session, file) : new Map());
};
const done = async (session: Session, one: NewEntry) => expect(await tell(session, one), one.step).toEqual({ kind: 'appended' });

beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation });
  const steps = new Map<string, Permissions & { readonly file?: FileKind | 'anyFile' }>([
    ['begin', { record: practitioners, read: practitioners }],
    ...Object.entries(kinds).map(([step, file]) => [step, { ...may, file }] as const),
  ]);
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  for (const one of [team, otherTeam]) await addTeam(at.owner, { authority: 1, team: one, name: `Team ${one}` });
  const add = colleaguesIn(at.owner);
  await add(who.worker, 'socialWorker', team);
  await add(who.mate, 'socialWorker', team);
  await add(who.manager, 'teamManager', team);
  await add(who.other, 'teamManager', otherTeam);
  await add(who.head, 'headOfService');
  await add(who.business, 'boardManager');
  await add(who.police, 'boardMember');
  await add(who.stranger, 'boardMember');
  const begun = async (session: Session, file: Parameters<WholeRecord['addFile']>[1]) =>
    expect(await record.addFile(session, file), file.title).toEqual({ kind: 'begun', file: file.file });
  await begun(business, { file: body, kind: 'body', title: 'Training sub-group' });
  await done(
    business,
    said('bodyMember', '2026-01-05', body, { from: '2026-01-05', agency: 'police', name: 'P', seat: 'member', member: who.police }),
  );
  await begun(business, { file: course, kind: 'course', title: 'Respectful uncertainty', subject: body });
  await done(
    business,
    said('courseDesign', '2026-01-05', course, { from: '2026-01-05', topic: 'uncertainty', aim: 'A', standard: 'assessment' }),
  );
  await done(business, said('courseSession', '2026-01-05', course, { heldOn: '2026-02-10', places: 9, agencyPlaces: 3 }, over));
  await done(business, said('courseSession', '2026-01-05', course, { heldOn: addDays(today, 20), places: 9, agencyPlaces: 3 }, toCome));
  await begun(worker, { file: ofWorker, kind: 'staff', title: 'Staff file of W', subject: who.worker });
  await begun(head, { file: programme, kind: 'auditProgramme', title: 'Audit' });
  await begun(head, { file: audit, kind: 'caseAudit', title: 'Audits', subject: who.head });
  await done(worker, said('trainingBooking', '2026-03-02', ofWorker, { session: toCome, course: 'Respectful uncertainty' }));
  await done(police, said('agencyPlaces', '2026-03-02', body, { agency: 'police', session: toCome, places: 2 }));
  const attendance = [
    { member: who.worker, came: 'came' },
    { member: who.mate, came: 'absent' },
    { agency: 'police', name: 'D. C. Rowe', came: 'came' },
  ];
  await done(business, said('courseRegister', '2026-02-10', course, { session: over, attendance }));
  await done(worker, said('trainingElsewhere', '2025-06-03', ofWorker, { topic: 'neglect', what: 'Neglect, level 3' }));
  await done(worker, said('trainingNeed', '2026-03-03', ofWorker, { topic: 'fathers', need: 'I never know what to say to him' }));
  await done(head, said('trainingNeed', '2026-03-04', programme, { topic: 'uncertainty', need: 'The other explanation' }));
  const standards = [{ standard: 'assessment', verdict: 'disputed' }];
  await done(head, said('caseFileAudit', '2026-01-20', audit, { child, safe: true, standards }));
});
afterAll(() => at.drop());

describe('a course', () => {
  it('is told to whoever works with children or sits on a body, and of who came only how many, agency by agency', async () => {
    for (const session of [worker, manager, head, business, police, stranger]) {
      const told = await record.courses(session);
      expect(told.map(({ step }) => step).toSorted()).toEqual(['courseDesign', 'courseRegister', 'courseSession', 'courseSession']);
      expect(JSON.stringify(told)).not.toMatch(new RegExp(`${who.worker}|${who.mate}|Rowe`));
      expect(told.find(({ step }) => step === 'courseRegister')?.answers['attendance']).toEqual(
        expect.arrayContaining([{ agency: 'police', came: 'came', people: 1 }]),
      );
    }
    for (const session of [
      as('performanceAnalyst'),
      as('administrator'),
      as('inspector'),
      ...[worker, head, business, police].map(elsewhere),
    ])
      expect(await record.courses(session)).toEqual([]);
  });

  it('has a file that nobody opens but heads of service, the business manager, and whoever is named for it', async () => {
    const opens = async (session: Session): Promise<string> => (await record.openFile(session, course)).kind;
    expect(await Promise.all([head, business].map(opens))).toEqual(['opened', 'opened']);
    const others = [worker, manager, otherManager, police, as('reviewingOfficer'), ...[head, business].map(elsewhere)];
    expect(await Promise.all(others.map(opens))).toEqual(others.map(() => 'unknown'));
    expect(await record.nameFor(head, course, { member: who.other })).toEqual({ kind: 'done' });
    expect(await opens(otherManager)).toBe('opened');
    expect(await record.nameFor(head, course, { member: who.other, isOff: true })).toEqual({ kind: 'done' });
    expect(await opens(otherManager)).toBe('unknown');
    expect(await tell(worker, said('courseRegister', '2026-02-10', course, { session: over }))).toMatchObject({ kind: 'refused' });
  });
});

describe('what somebody has learnt', () => {
  const told = async (session: Session) =>
    (await record.trained(session))
      .map(({ member, title, came }) => `${member === who.worker ? 'worker' : 'mate'}: ${title}, ${came}`)
      .toSorted();
  const ofWorkers = ['worker: Neglect, level 3, came', 'worker: Respectful uncertainty, came'];
  it('is read by themself, by whoever supervises them, and by nobody else', async () => {
    expect(await told(worker)).toEqual(ofWorkers);
    expect(await told(mate)).toEqual(['mate: Respectful uncertainty, absent']);
    expect(await told(manager)).toEqual(['mate: Respectful uncertainty, absent', ...ofWorkers]);
    expect(await told(head)).toEqual(['mate: Respectful uncertainty, absent', ...ofWorkers]);
    for (const session of [otherManager, business, police, as('reviewingOfficer'), ...[worker, manager, head].map(elsewhere)])
      expect(await told(session)).toEqual([]);
  });
  it('is as the register stands: what was corrected is as corrected, what was struck out never was', async () => {
    const line = { member: who.mate, came: 'came' };
    const before = await readAs(record, business, course);
    const chain = before.get(course)?.chain ?? [];
    const position = chain.findLast(({ step }) => step === 'courseRegister')?.position;
    if (position === undefined) throw new Error('no register');
    const put = (about: object, shared: object) =>
      entry('courseRegister', '2026-02-10', [{ person: course, reason: 'The wrong list', ...about }], { shared: { ...shared } });
    const corrected = put({ corrects: position }, { session: over, attendance: [line] });
    expect(await record.append(business, [corrected], before)).toEqual({ kind: 'appended' });
    expect(await told(mate)).toEqual(['mate: Respectful uncertainty, came']);
    expect(await told(worker)).toEqual(['worker: Neglect, level 3, came']);
    const after = await readAs(record, business, course);
    const last = after.get(course)?.chain.find((one) => one.entry === corrected.entry)?.position ?? 0;
    expect(await record.append(business, [put({ corrects: last, tombstone: true }, {})], after)).toEqual({ kind: 'appended' });
    expect(await told(mate)).toEqual([]);
  });
});

describe('places', () => {
  const booked = async (session: Session) => (await record.courseBookings(session)).filter((one) => one.session === toCome);
  it('are counted for everybody, and who has them is told to themself, to their manager and to whoever keeps the register', async () => {
    const named = async (session: Session) => (await booked(session)).flatMap(({ member }) => member ?? []);
    for (const session of [worker, manager, head, business]) expect(await named(session)).toEqual([who.worker]);
    for (const session of [mate, otherManager, police]) {
      expect(await named(session)).toEqual([]);
      expect((await booked(session)).map(({ places }) => places)).toEqual([1, 2]);
    }
    expect(await booked(elsewhere(head))).toEqual([]);
  });
  it('of an agency are booked by whoever sits there for it: of no other agency, by nobody who does not sit there; the last number counts', async () => {
    const place = (agency: string, places: number) => said('agencyPlaces', '2026-03-03', body, { agency, session: toCome, places });
    expect(await tell(police, place('schools', 1))).toMatchObject({ kind: 'refused', message: expect.stringContaining('your own agency') });
    expect(await tell(stranger, place('schools', 1))).toMatchObject({ kind: 'refused' });
    expect(await tell(worker, place('police', 1))).toMatchObject({ kind: 'refused' });
    await done(business, place('schools', 1));
    expect(await tell(police, place('police', 3))).toMatchObject({ kind: 'refused', message: expect.stringContaining('2 of the places') });
    await done(police, place('police', 1));
    await done(business, place('schools', 2));
    expect((await booked(worker)).flatMap(({ agency, places }) => (agency === undefined ? [] : [[agency, places]])).toSorted()).toEqual([
      ['police', 1],
      ['schools', 2],
    ]);
  });
  it('that are given back are free again', async () => {
    const held = (await readAs(record, worker, ofWorker)).get(ofWorker)?.history.find(({ step }) => step === 'trainingBooking');
    await done(worker, said('trainingBookingEnd', '2026-03-04', ofWorker, { booking: held?.entry }));
    expect((await booked(worker)).filter(({ agency }) => agency === undefined)).toEqual([]);
  });
});

describe('places of a session', () => {
  it('are no more than there are, of ours and of agencies, also when two book at once', async () => {
    const small = randomUUID();
    await done(business, said('courseSession', '2026-01-05', course, { heldOn: addDays(today, 30), places: 2, agencyPlaces: 1 }, small));
    const ofMate = randomUUID();
    expect(await record.addFile(mate, { file: ofMate, kind: 'staff', title: 'Staff file of M', subject: who.mate })).toMatchObject({
      kind: 'begun',
    });
    const book = (session: Session, file: string) =>
      tell(session, said('trainingBooking', '2026-03-02', file, { session: small, course: 'C' }));
    const outcomes = await Promise.all([book(worker, ofWorker), book(mate, ofMate)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'refused']);
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({ message: expect.stringContaining('No place is left') });
    const places = (n: number) => tell(police, said('agencyPlaces', '2026-03-02', body, { agency: 'police', session: small, places: n }));
    expect(await places(2)).toMatchObject({ kind: 'refused' });
    for (const n of [1, 0, 1]) expect(await places(n)).toEqual({ kind: 'appended' });
  });
});

describe('since when somebody is here', () => {
  it('is told of oneself and of whom one supervises', async () => {
    await done(head, said('employment', '2024-01-08', ofWorker, {}));
    await done(head, said('employmentEnd', '2024-12-31', ofWorker, {}));
    await done(head, said('employment', '2025-06-02', ofWorker, {}));
    for (const session of [worker, manager, head]) expect((await record.startedHere(session)).get(who.worker)).toBe('2025-06-02');
    for (const session of [mate, otherManager, police, elsewhere(head)])
      expect((await record.startedHere(session)).get(who.worker)).toBeUndefined();
  });
});

describe('what people need to learn', () => {
  it('is told to whoever answers for training or sits where courses answer; of a staff file its topic alone', async () => {
    for (const session of [head, business, police]) {
      const needs = await record.trainingNeeds(session);
      expect(needs.map(({ kind, topic, need }) => [kind, topic, need])).toEqual([
        ['auditProgramme', 'uncertainty', 'The other explanation'],
        ['staff', 'fathers', undefined],
      ]);
      expect(needs.map(({ file }) => file)).toEqual([session === head ? programme : undefined, undefined]);
    }
    for (const session of [worker, manager, stranger, elsewhere(head)]) expect(await record.trainingNeeds(session)).toEqual([]);
    await done(head, said('trainingNeed', '2026-03-05', audit, { topic: 'neglect', need: 'Of this child' }));
    const [first] = await record.trainingNeeds(head);
    expect(first).toMatchObject({ kind: 'caseAudit', topic: 'neglect', file: audit });
    expect(first?.need).toBeUndefined();
  });
  it('is stated in a file, and of no child', async () => {
    const ofChild = randomUUID();
    expect(await record.append(manager, [begin(ofChild)], new Map())).toEqual({ kind: 'appended' });
    const need = said('trainingNeed', '2026-03-03', ofChild, { topic: 'fathers' });
    await record.open(manager, [ofChild], 'Test');
    expect(await record.append(manager, [need], await readAs(record, manager, ofChild))).toMatchObject({ kind: 'refused' });
  });
});

it('what auditors found of the standard that a course is to move is told as counts, each child once on each side, to those who answer for training', async () => {
  expect(await record.practiceFound(head), 'until who came is on record, it was not held').toEqual([]);
  await done(business, said('courseRegister', '2026-02-11', course, { session: over, attendance: [{ member: who.worker, came: 'came' }] }));
  const none = { course, since: '2026-02-10', before: { n: 0, among: 0 }, after: { n: 0, among: 0 } };
  expect(await record.practiceFound(head), 'of one child nothing').toEqual([none]);
  const found = (on: string, confirmed: number, disputed: number, standard = 'assessment') =>
    Array.from({ length: confirmed + disputed }, (_, n) => ({
      on,
      child: randomUUID(),
      standards: [{ standard, verdict: n < confirmed ? 'confirmed' : 'disputed' }],
    }));
  const twice = randomUUID();
  const audits = [
    ...found('2025-02-09', 6, 0),
    ...found('2025-02-10', 7, 3),
    ...found('2026-02-10', 9, 0),
    ...found('2026-05-09', 9, 0),
    ...found('2026-05-10', 2, 8),
    ...found('2026-06-02', 9, 0, 'plan'),
    { on: '2026-05-12', child: twice, standards: [{ standard: 'assessment', verdict: 'confirmed' }] },
    { on: '2026-05-20', child: twice, standards: [{ standard: 'assessment', verdict: 'disputed' }] },
    { on: '2026-05-21', child: randomUUID(), standards: [{ standard: 'assessment', verdict: 'cannotTell' }] },
  ];
  for (const { on, ...answers } of audits) await done(head, said('caseFileAudit', on, audit, { ...answers, safe: true }));
  // Before: 7 of 11 confirmed, 4 not; after: 2 of 11, which stands as four.
  const told = { ...none, before: { n: 7, among: 11 }, after: { n: 4, among: 11 } };
  for (const session of [head, business, police]) expect(await record.practiceFound(session)).toEqual([told]);
  for (const session of [worker, manager, stranger, elsewhere(head)]) expect(await record.practiceFound(session)).toEqual([]);
});
