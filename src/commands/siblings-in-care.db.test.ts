import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { date } from '../kernel/calendar/dates.ts';
import type { Role } from '../kernel/step/permission.ts';
import { stepNamed, wordingOf } from '../practice/pathway.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import { addAuthority, addMember, addTeam, beginSession } from '../record/members.ts';
import { verify } from '../record/verify.ts';
import type { WebParts } from '../web/parts.ts';
import { createServer } from '../web/server.ts';
import { givePermissions } from './open.ts';
import { webPartsOf } from './web-parts.ts';

/* Three children of one family become looked after on one night, and what is true of all three is written once. */

type Somebody = { readonly token: string; readonly session: Session };

let fresh: FreshDatabase;
let parts: WebParts;
let server: FastifyInstance;
let worker: Somebody, manager: Somebody, officer: Somebody, analyst: Somebody, elsewhere: Somebody;
const [amara, kofi, esi] = [randomUUID(), randomUUID(), randomUUID()];
const all = [amara, kofi, esi];
const team = randomUUID();
const bornOn = { [amara]: '2014-05-02', [kofi]: '2017-09-20', [esi]: '2025-12-03' };

async function somebody(authority: number, role: Role): Promise<Somebody> {
  const member = randomUUID();
  const email = `${role}${authority}@example.org`;
  await addMember(fresh.owner, { authority, member, name: `${role} ${authority}`, email, team, manages: [team], roles: [role] });
  const token = await beginSession(fresh.app, authority, member);
  return { token, session: { authority, actor: member, roles: [role], teams: [team], scope: 'all' } };
}

function told(step: string, on: string, shared: NewEntry['shared'], about: NewEntry['about']): NewEntry {
  const asked = stepNamed(step);
  if (asked === undefined) throw new Error(step);
  return { entry: randomUUID(), step, wording: wordingOf(asked), happenedOn: date(on), shared, about };
}

const siblings = (one: string, other: string): NewEntry =>
  told('relationship', '2026-01-05', { learntOn: '2026-01-05' }, [
    { person: one, answers: { relative: other, bond: 'sibling' } },
    { person: other, answers: { relative: one, bond: 'sibling' } },
  ]);

beforeAll(async () => {
  fresh = await freshDatabase();
  for (const authority of [1, 2]) {
    await addAuthority(fresh.owner, { authority, name: `Council ${authority}` });
    await givePermissions(fresh.owner, authority);
    await addTeam(fresh.owner, { authority, team, name: 'North' });
  }
  [worker, manager, officer, analyst, elsewhere] = [
    await somebody(1, 'socialWorker'),
    await somebody(1, 'teamManager'),
    await somebody(1, 'reviewingOfficer'),
    await somebody(1, 'performanceAnalyst'),
    await somebody(2, 'socialWorker'),
  ];
  parts = await webPartsOf(fresh.app, false, { subscribe: () => () => {} });
  server = await createServer(parts);
  const details = Object.entries({ Amara: amara, Kofi: kofi, Esi: esi }).map(([firstName, person]) =>
    told('personDetails', bornOn[person] ?? '', {}, [{ person, answers: { firstName, lastName: 'Mensah', bornOn: bornOn[person] } }]),
  );
  expect(await parts.record.append(worker.session, details, new Map())).toEqual({ kind: 'appended' });
  const ties = [siblings(amara, kofi), siblings(amara, esi)];
  expect(await parts.record.append(worker.session, ties, await readAll())).toEqual({ kind: 'appended' });
});
afterAll(async () => {
  expect(await verify(fresh.owner, 1)).not.toHaveProperty('broken');
  await server?.close();
  await fresh?.drop();
});

const get = (url: string, { token }: Somebody) => server.inject({ url, headers: { cookie: `sightline=${token}` } });

type Given = Readonly<Record<string, string | readonly string[]>>;

async function send(url: string, by: Somebody, given: Given) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/find', by)).body)?.[1] ?? '';
  const payload = new URLSearchParams([
    ['_csrf', csrf],
    ...Object.entries(given).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ]).toString();
  const headers = { cookie: `sightline=${by.token}`, 'content-type': 'application/x-www-form-urlencoded' };
  return server.inject({ method: 'POST', url, payload, headers });
}

const open = (by: Somebody) => send(`/children/${amara}/open`, by, { reason: 'I work with this child or their family' });

async function readAll() {
  const openings = [...(await parts.record.open(worker.session, all, 'To see what was recorded')).values()];
  return parts.record.readMany(openings.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
}

/** What each child answers for themselves, by child. */
const own = (answers: Readonly<Record<string, readonly string[]>>): Given =>
  Object.fromEntries(Object.entries(answers).flatMap(([name, said]) => said.map((one, n) => [`e.${all[n]}.${name}`, one] as const)));

/** One save, from the eldest child’s form with both others ticked. */
async function saved(step: string, given: Given, by = worker, entry = randomUUID()) {
  await open(by);
  const answer = await send(`/children/${amara}/record/${step}`, by, { entry, stage: 'record', with: [kofi, esi], ...given });
  return { entry, answer };
}

/** The same, and what then stands on each child’s record. */
async function together(step: string, given: Given, by = worker) {
  const { entry, answer } = await saved(step, given, by);
  expect([step, answer.statusCode, answer.headers.location ?? /class="govuk-error-summary[\s\S]*?<\/ul>/.exec(answer.body)?.[0]]).toEqual([
    step,
    303,
    `/children/${amara}?recorded=1`,
  ]);
  const records = await readAll();
  return all.map((person) => records.get(person)?.history.find((one) => one.entry === entry)?.answers);
}

const lines = async (): Promise<number> =>
  (await fresh.owner.pool.query<{ n: number }>('select count(*)::int as n from record.ledger where authority = 1')).rows[0]?.n ?? -1;

it('becoming looked after, legal status and placement are written once for three, and each child’s limits run', async () => {
  const began = { 'f.startedOn': '2026-02-02', 'f.legalStatus': 'L2', 'f.until': '2026-02-09', 'f.categoryOfNeed': 'N1' };
  for (const answers of await together('periodOfCare', began)) expect(answers).toMatchObject({ legalStatus: 'L2', until: '2026-02-09' });
  const placed = { 'f.startedOn': '2026-02-02', 'f.type': 'U6', 'f.carers': 'Jo and Sam', 'f.postcode': 'OX4 2QQ', 'f.provider': 'PR1' };
  for (const answers of await together('placement', placed)) expect(answers).toMatchObject({ type: 'U6', carers: 'Jo and Sam' });
  for (const answers of await together('legalStatus', { 'f.changedOn': '2026-02-09', 'f.legalStatus': 'C1' }))
    expect(answers).toMatchObject({ legalStatus: 'C1' });
  const records = await readAll();
  for (const person of all) {
    expect(records.get(person)?.standing).toMatchObject({ lookedAfterSince: '2026-02-02', legalStatus: 'C1' });
    const rules = records.get(person)?.clocks.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['firstVisitInPlacement', 'firstLookedAfterReview', 'placementPlan', 'carePlan']));
  }
});

it('plans: what is done stands once, what is decided, needed and said on each child’s own line', async () => {
  const plan = { 'f.madeOn': '2026-02-10', 'f.plan': 'Assessment of their mother by May.' };
  const said = {
    permanence: ['longTermFostering', 'returnHome', 'adoption'],
    childsView: ['Stay with Kofi.', 'Home.', 'Calm with the carers.'],
  };
  expect(await together('carePlan', { ...plan, ...own(said) })).toMatchObject(
    all.map((_, n) => ({ plan: 'Assessment of their mother by May.', permanence: said.permanence[n], childsView: said.childsView[n] })),
  );
  const reasons = ['Her school.', 'His sister.', 'Both of them.'];
  const told = { 'f.doneOn': '2026-02-10', 'f.done': ['approvedByDirector', 'areaAuthorityTold'], ...own({ reasons }) };
  expect(await together('outOfAreaPlacement', told)).toMatchObject(reasons.map((one) => ({ reasons: one })));
  const care = ['Her own room.', 'Inhaler by the bed.', 'Milk every three hours.'];
  expect(await together('placementPlan', { 'f.madeOn': '2026-02-10', 'f.familyTime': 'Tuesdays', ...own({ care }) })).toMatchObject(
    care.map((one) => ({ care: one, familyTime: 'Tuesdays' })),
  );
});

it('a review is one meeting: how each took part, and what is decided of each, is each child’s', async () => {
  const taken = { participation: ['PN1', 'PN3', 'PN0'], planNow: ['agreed', 'notYetAgreed', 'agreed'], decisions: ['A', 'B', 'C'] };
  const childsView = ['To stay together.', 'My own bike.', 'She smiles at both.'];
  expect(
    await together('reviewConsultation', { 'f.doneOn': '2026-02-26', 'f.cameIn': 'child', ...own({ childsView }) }, officer),
  ).toMatchObject(childsView.map((one) => ({ cameIn: ['child'], childsView: one })));
  const meeting = { 'f.heldOn': '2026-02-27', 'f.held': 'yes', 'f.officer': officer.session.actor, 'f.people': 'Everybody but the school' };
  // As the form has it that was shown with all three ticked: what each child said before was offered to each.
  const offered = Object.fromEntries(all.map((person, n) => [`offered.e.${person}.childsView`, JSON.stringify(childsView[n])]));
  expect(await together('lookedAfterReview', { ...meeting, ...own({ ...taken, childsView }), ...offered }, officer)).toMatchObject(
    all.map((_, n) => ({ people: 'Everybody but the school', participation: taken.participation[n], decisions: taken.decisions[n] })),
  );
  const found = ['onCourse', 'drifting', 'onCourse'];
  expect(await together('reviewMidwayCheck', { 'f.checkedOn': '2026-03-20', ...own({ found }) }, officer)).toMatchObject(
    found.map((one) => ({ found: one })),
  );
  const records = await readAll();
  for (const person of all)
    expect(records.get(person)?.clocks.find(({ rule }) => rule === 'firstLookedAfterReview')?.metOn).toBe('2026-02-27');
  const written = { 'f.doneOn': '2026-03-02', 'f.done': ['decisions', 'record'] };
  const othersView = ['Their mother: too far.', 'School: settled.', 'Health visitor: growing.'];
  expect(await together('lookedAfterReviewRecord', { ...written, ...own({ othersView }) }, officer)).toMatchObject(
    othersView.map((one) => ({ done: ['decisions', 'record'], othersView: one })),
  );
});

it('health, school, being missing and the end of care', async () => {
  const seen = { 'f.assessedOn': '2026-02-20', 'f.kind': 'initial', ...own({ done: ['yes', 'no', 'yes'], by: ['doctor', '', 'doctor'] }) };
  expect((await together('healthAssessment', seen)).map((answers) => [answers?.['done'], answers?.['by']])).toEqual([
    [true, 'doctor'],
    [false, undefined],
    [true, 'doctor'],
  ]);
  expect(
    (await together('dentalCheck', { 'f.checkedOn': '2026-02-20', ...own({ attended: ['yes', 'no', 'yes'] }) }))[1]?.['attended'],
  ).toBe(false);
  const upToDate = await together('immunisations', { 'f.checkedOn': '2026-02-20', ...own({ upToDate: ['yes', 'no', 'no'] }) });
  expect(upToDate.map((answers) => answers?.['upToDate'])).toEqual([true, false, false]);
  const targets = ['A tutor', 'Reading', 'Nursery from two'];
  expect(await together('personalEducationPlan', { 'f.heldOn': '2026-02-25', ...own({ targets }) })).toMatchObject(
    targets.map((one) => ({ targets: one })),
  );
  const risk = ['Older friends', 'Goes with her', 'Carried by her sister'];
  const gone = { 'f.startedOn': '2026-03-06', 'f.startedAt': '21:00', 'f.kind': 'M', 'f.policeTold': 'yes' };
  expect(await together('missingEpisode', { ...gone, ...own({ risk }) })).toMatchObject(risk.map((one) => ({ kind: 'M', risk: one })));
  await together('returnFromMissing', { 'f.returnedOn': '2026-03-07', 'f.returnedAt': '01:20' });
  await together('periodOfCareEnd', { 'f.endedOn': '2026-04-01', 'f.reason': 'E4A' });
  const records = await readAll();
  for (const person of all) expect(records.get(person)?.standing.leftCareOn).toBe('2026-04-01');
});

it('nothing is half done: what cannot be true of one of them is recorded of none, and is told by name', async () => {
  const before = await lines();
  // Esi was born in December 2025.
  const early = await saved('periodOfCare', { 'f.startedOn': '2025-06-02', 'f.legalStatus': 'V2' });
  expect([early.answer.statusCode, await lines()]).toEqual([400, before]);
  expect(early.answer.body).toContain('Esi Mensah: The date the child became looked after is 2 Jun 2025, before the child was born');
  expect(early.answer.body).not.toContain('Kofi Mensah: ');
  await saved('periodOfCare', { 'f.startedOn': '2026-05-04', 'f.legalStatus': 'V2', with: [] });
  const alone = await lines();
  // Amara alone is looked after again: the plan names her new placement, which is on no record but hers.
  const placement = (await saved('placement', { 'f.startedOn': '2026-05-04', 'f.type': 'U6', with: [] })).entry;
  const named = await saved('placementPlan', { 'f.madeOn': '2026-05-05', 'f.placement': placement });
  expect([named.answer.statusCode, await lines()]).toEqual([400, alone + 1]);
  expect(named.answer.body).toContain('Kofi Mensah: Which placement is on the record of Amara Mensah alone: leave it empty');
  expect((await saved('placementPlan', { 'f.madeOn': '2026-05-05', 'f.placement': placement, with: [] })).answer.statusCode).toBe(303);
});

it('by whoever may record it alone, and of no child of another authority; nor of one who is restricted since', async () => {
  const before = await lines();
  const again = { 'f.startedOn': '2026-06-01', 'f.type': 'U6' };
  expect((await saved('placement', again, analyst)).answer.statusCode).toBe(403);
  expect((await saved('placement', again, elsewhere)).answer.headers.location ?? '').not.toContain('recorded');
  const to = { readers: [manager.session.actor], ring: 'Ring the manager', reason: 'A relative works here' };
  expect((await parts.record.restrict(manager.session, esi, to)).kind).toBe('done');
  const { entry } = await saved('placement', again);
  const { rows } = await fresh.owner.pool.query<{ person: string }>('select person from record.ledger where entry = $1', [entry]);
  expect(rows.map(({ person }) => person)).not.toContain(esi);
  expect(await lines()).toBe(before + rows.length);
});
