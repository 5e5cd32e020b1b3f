import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInEngland } from '../../src/kernel/calendar/dates.ts';
import type { Fields } from '../../src/kernel/field/field.ts';
import { givenOf } from '../../src/kernel/field/understand.ts';
import { practitioners, practitionersAndLeads, type Role } from '../../src/kernel/step/permission.ts';
import type { AnyStep } from '../../src/kernel/step/step.ts';
import { derivation, stepNamed, steps } from '../../src/practice/pathway.ts';
import { rebuild } from '../../src/record/rebuild.ts';
import { verify } from '../../src/record/verify.ts';
import { sheetIn } from '../../src/web/export/carried-away.fixture.ts';
import {
  ask,
  besiege,
  csrfOf,
  everyRole,
  form,
  formHeaders,
  holdings,
  mentions,
  script,
  upload,
  type Besieged,
  type Held,
  type Person,
} from './besieged.ts';
import { aimed, formsTaken, person, visit, type Given } from './forms-taken.ts';

/* What is written into forms: more than was asked, twice, for somebody else, far too much, or a program. */

let at: Besieged;
beforeAll(async () => {
  at = await besiege();
});
afterAll(async () => {
  expect(await verify(at.fresh.owner, 1)).not.toHaveProperty('broken');
  expect((await rebuild(at.fresh.owner, 1, derivation)).differences).toEqual([]);
  await at.end();
});

const send = async (who: Person, url: string, given: Given) =>
  ask(at, { method: 'POST', url, as: who, headers: formHeaders, payload: form({ _csrf: await csrfOf(at, who), ...given }) });

const open = (who: Person, child: string, more = 'to try the forms') =>
  send(who, `/children/${child}/open`, { reason: 'Something else', more, next: '/' });

/** Who may open some children’s records at all. */
const isPractitioner = (role: Role): boolean => practitionersAndLeads.some((one) => one === role);
/** They look something up, or let somebody in, which the log of openings holds. */
const changesNothing = [
  'find',
  'find/people',
  'sealed/open',
  ...['open', 'break-glass', 'chronology', 'family/add', 'family/open'].map((way) => `children/:id/${way}`),
].map((url) => `POST /${url}`);

/** What is decided or put right in files again is a run again, of nothing; who restricts again to the same people does so anew from then on. */
const besideRuns = async (key: string): Promise<string> =>
  (await holdings(at, 1)).replace(
    key.includes('/imports/') ? /record.import_run .*/ : key.endsWith('/restrict') ? /record.ring .*/ : '',
    '',
  );

type Stored = {
  readonly entry: string;
  readonly step: string;
  readonly about: string;
  readonly by: string;
  readonly corrects: number | null;
  readonly tombstone: boolean;
  readonly source: string | null;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
};

const lastOf = async (step: string): Promise<string> =>
  (
    await at.fresh.owner.pool.query<{ entry: string }>(
      'select entry from record.entry where authority = 1 and step = $1 order by recorded_at desc limit 1',
      [step],
    )
  ).rows[0]?.entry ?? '';

const stored = async (entry: string): Promise<readonly Stored[]> =>
  (
    await at.fresh.owner.pool.query<Stored>(
      `select e.entry, e.step, l.person as about, e.recorded_by as by, l.corrects, l.tombstone, e.source, c.shared, c.answers
       from record.entry e join record.ledger l using (authority, entry) join record.content c using (authority, person, entry) where e.entry = $1`,
      [entry],
    )
  ).rows;

const today = dayInEngland(new Date());

type Links = Readonly<Record<string, string>>;

/** What is said in the example of a step, with another text in every text field, and links to what is held; nothing of it happens in the future. */
const said = (fields: Fields, example: object, text: string, links: Links): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { until, kind, control, parse }]): (readonly [string, unknown])[] => {
      const value: unknown = Object.hasOwn(example, name) ? Reflect.get(example, name) : undefined;
      if (until !== undefined) return [];
      if (kind === 'text' && control.kind !== 'link' && !('problem' in parse(text))) return [[name, text]];
      if (value === undefined) return [];
      if (control.kind === 'link') return [[name, links[control.to] ?? '']];
      if (control.kind === 'rows' && Array.isArray(value)) return [[name, value.map((line) => said(control.columns, line, text, links))]];
      return [[name, kind === 'date' && typeof value === 'string' && value > today ? today : value]];
    }),
  );

/** That, as the form of the step sends it. */
function filled({ fields, each, examples }: AnyStep, child: string, text: string, links: Links): Given {
  const [example = {}] = Object.values(examples);
  const part = (of: Fields, prefix: string) => givenOf(of, said(of, example, text, links), prefix);
  return { ...part(fields, 'f'), ...part(each, `e.${child}`) };
}

/** What no form asks for, and a careless program would take. */
const forged = ({ ours, theirs }: Besieged): Given => ({
  recordedBy: person(ours, 'performanceAnalyst').member,
  actor: person(ours, 'performanceAnalyst').member,
  member: person(ours, 'performanceAnalyst').member,
  madeBy: person(ours, 'performanceAnalyst').member,
  session: JSON.stringify({ authority: 2, actor: person(ours, 'performanceAnalyst').member }),
  authority: '2',
  corrects: '1',
  tombstone: 'true',
  source: 'cin:1:1',
  statedAt: '2001-01-01',
  recordedAt: '2001-01-01',
  happenedOn: '2001-01-01',
  expiresAt: '2001-01-01',
  wording: '00',
  step: 'closure',
  person: theirs.child,
  about: theirs.child,
  run: theirs.run,
  with: [theirs.child, ours.restricted, 'not-an-id', '__proto__'],
  'f.recordedBy': 'somebody',
  'f.__proto__': 'polluted',
  'f.constructor.prototype.polluted': 'x',
  '__proto__.polluted': 'x',
  'constructor[prototype][polluted]': 'x',
  [`e.${theirs.child}.seen`]: 'yes',
  [`e.${ours.restricted}.seen`]: 'yes',
  'e.__proto__.seen': 'yes',
});

/** What nothing of a forged form may leave behind, wherever it is kept. */
const traces = ({ ours, theirs }: Besieged): readonly string[] => [
  person(ours, 'performanceAnalyst').member,
  'cin:1:1',
  '2001-01-01',
  'closure',
  'polluted',
  theirs.child,
  theirs.run,
];

describe('more than was asked', () => {
  test('by every way in that takes a form is taken by none; and what is sent twice is done once', async () => {
    const left = async () => Promise.all(traces(at).map((trace) => mentions(at, 1, trace)));
    for (const [key, { by, given, child = at.ours.child }] of Object.entries(formsTaken(at.ours))) {
      const who = person(at.ours, by);
      if (!key.endsWith('break-glass')) await open(who, child, `to try ${key.slice(5, 40)}`);
      const url = aimed(key.slice('POST '.length), { ...at.ours, child });
      const [before, traced, elsewhere] = [await holdings(at, 1), await left(), await holdings(at, 2)];
      const first = await send(who, url, { ...forged(at), ...given });
      expect([200, 303], `${key}: ${first.statusCode} ${/<title>[^<]*/.exec(first.body)?.[0]}`).toContain(first.statusCode);
      // A draft is kept as it was typed, for its writer alone; it is understood when it is recorded.
      if (!key.endsWith('/draft')) expect(await left(), `${key} left a trace of ${traces(at).join(', ')}`).toEqual(traced);
      expect(await holdings(at, 2), key).toBe(elsewhere);
      if (!changesNothing.includes(key)) expect(await holdings(at, 1), `${key} was taken`).not.toBe(before);
      const after = await besideRuns(key);
      const second = await send(who, url, { ...forged(at), ...given });
      expect(second.statusCode, `${key} again`).toBeLessThan(500);
      expect(await besideRuns(key), `${key} again`).toBe(after);
    }
    const head = person(at.ours, 'headOfService');
    await open(head, at.ours.sibling);
    expect((await send(head, `/children/${at.ours.sibling}/restrict`, { lift: '1', reason: 'It is over now' })).statusCode).toBe(303);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('is not recorded: neither author, date of recording, source, other children, corrections nor unknown answers', async () => {
    const { ours } = at;
    const who = person(ours, 'socialWorker');
    await open(who, ours.child);
    const entry = randomUUID();
    const answer = await send(who, `/children/${ours.child}/record/visit`, visit(ours.child, { ...forged(at), entry }));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/children/${ours.child}?recorded=1`]);
    const lines = await stored(entry);
    expect(lines).toMatchObject([{ step: 'visit', about: ours.child, by: who.member, corrects: null, tombstone: false, source: null }]);
    const asked = stepNamed('visit');
    for (const name of Object.keys(lines[0]?.shared ?? {})) expect(Object.keys(asked?.fields ?? {})).toContain(name);
    for (const name of Object.keys(lines[0]?.answers ?? {})) expect(Object.keys(asked?.each ?? {})).toContain(name);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('of a question that is asked once: the first is taken, or none', async () => {
    const { ours } = at;
    const who = person(ours, 'socialWorker');
    await open(who, ours.child);
    const entry = randomUUID();
    const answer = await send(
      who,
      `/children/${ours.child}/record/visit`,
      visit(ours.child, { entry, 'f.place': ['home', 'school'], 'f.visitedOn': ['2026-02-02', '2026-02-03', '2026-02-04', '9'] }),
    );
    expect([303, 400]).toContain(answer.statusCode);
    expect((await stored(entry)).length).toBe(answer.statusCode === 303 ? 1 : 0);
  });
});

describe('what is agreed in a meeting', () => {
  test('is an action of its own, for its owner alone, of a record that may not be theirs to open; done in one click', async () => {
    const { ours, theirs } = at;
    const [worker, manager] = [person(ours, 'socialWorker'), person(ours, 'teamManager')];
    await open(manager, ours.restricted);
    await open(worker, ours.child);
    const agree = (child: string, who: Person, entry: string) =>
      send(who, `/children/${child}/record/coreGroupMeeting`, {
        'f.heldOn': '2026-02-02',
        'f.actions.0.what': `Nursery place of ${entry}`,
        'f.actions.0.owner': worker.member,
        'f.actions.0.byWhen': '2026-02-20',
        'f.actions.1.what': 'Register with the doctor',
        'f.actions.1.whoElse': 'Her mother',
        'f.actions.1.byWhen': '2026-02-09',
        stage: 'record',
        entry,
      });
    const [open1, hidden] = [randomUUID(), randomUUID()];
    expect((await agree(ours.child, worker, open1)).statusCode).toBe(303);
    expect((await agree(ours.child, worker, open1)).statusCode).toBe(303);
    expect((await agree(ours.restricted, manager, hidden)).statusCode).toBe(303);
    const mine = await at.record.ownActions(worker.session);
    expect(mine.map(({ person: of, what, dueOn }) => [of, what, dueOn])).toEqual(
      expect.arrayContaining([
        [ours.child, `Nursery place of ${open1}`, '2026-02-20'],
        [ours.restricted, null, '2026-02-20'],
      ]),
    );
    expect(mine.length).toBe(2);
    expect(await at.record.ownActions(manager.session)).toEqual([]);
    expect((await at.record.ownActions(person(theirs, 'socialWorker').session)).map(({ entry }) => entry)).toEqual([theirs.action]);
    const day = (await ask(at, { url: '/my-day', as: worker })).body;
    expect(day).toContain(`Nursery place of ${open1}`);
    expect(day).not.toContain(hidden);
    const action = mine.find(({ person: of }) => of === ours.child)?.entry ?? '';
    const done = (who: Person) => send(who, `/my-day/actions/${action}`, { person: ours.child, entry: randomUUID() });
    expect([(await done(person(theirs, 'socialWorker'))).statusCode, (await done(manager)).statusCode]).toEqual([404, 404]);
    expect((await done(worker)).statusCode).toBe(303);
    expect((await at.record.ownActions(worker.session)).map(({ person: of }) => of)).toEqual([ours.restricted]);
  });
});

describe('a form that is sent again', () => {
  test('states once; with other words, by another, or as another’s entry it states nothing', async () => {
    const { ours, theirs } = at;
    const [worker, manager] = [person(ours, 'socialWorker'), person(ours, 'teamManager')];
    for (const who of [worker, manager]) await open(who, ours.sibling);
    const entry = randomUUID();
    const url = `/children/${ours.sibling}/record/visit`;
    for (const _ of [1, 2, 3]) expect((await send(worker, url, visit(ours.sibling, { entry }))).statusCode).toBe(303);
    expect(await stored(entry)).toHaveLength(1);
    const before = await holdings(at, 1);
    const others: readonly (readonly [Person, Given])[] = [
      [worker, { entry, 'f.place': 'school' }],
      [manager, { entry }],
      [worker, { entry: ours.entry, 'f.note': 'overwritten' }],
    ];
    for (const [who, more] of others) {
      const answer = await send(who, url, visit(ours.sibling, more));
      expect(answer.statusCode, JSON.stringify(more)).not.toBe(500);
    }
    expect(await holdings(at, 1)).toBe(before);
    const foreign = await send(worker, url, visit(ours.sibling, { entry: theirs.entry, 'f.visitedOn': '2026-02-05' }));
    expect(foreign.statusCode, 'ids are an authority’s own: another’s is as good as any').toBe(303);
    expect((await stored(theirs.entry)).map(({ about }) => about).sort()).toEqual([ours.sibling, theirs.child].sort());
  });

  test('of a session that has ended records nothing', async () => {
    const { ours } = at;
    const who = person(ours, 'reviewingOfficer');
    await open(who, ours.child);
    const payload = form({ _csrf: await csrfOf(at, who), ...visit(ours.child, { entry: randomUUID() }) });
    await at.fresh.owner.pool.query("update access.session set last_seen_at = now() - interval '2 hours' where member = $1", [who.member]);
    const before = await holdings(at, 1);
    const answer = await ask(at, { method: 'POST', url: `/children/${ours.child}/record/visit`, as: who, headers: formHeaders, payload });
    expect([answer.statusCode, String(answer.headers.location).slice(0, 8)]).toEqual([303, '/sign-in']);
    expect(await holdings(at, 1)).toBe(before);
    await at.fresh.owner.pool.query('update access.session set last_seen_at = now() where member = $1', [who.member]);
  });
});

describe('a form of a step', () => {
  test('sent by a role that may not record it is refused, and nothing is written', async () => {
    const { ours } = at;
    const links = { entry: ours.entry, member: person(ours, 'socialWorker').member, team: ours.team, person: ours.sibling };
    for (const role of everyRole) if (isPractitioner(role)) await open(person(ours, role), ours.child);
    const before = await holdings(at, 1);
    let tried = 0;
    for (const step of steps)
      for (const role of everyRole.filter((one) => !isPractitioner(one) || !step.may.record.includes(one))) {
        tried += 1;
        const given = { ...filled(step, ours.child, 'not for this role', links), stage: 'record' };
        const answer = await send(person(ours, role), `/children/${ours.child}/record/${step.name}`, given);
        expect(answer.statusCode, `${step.name} as ${role}`).toBe(403);
      }
    expect(tried).toBeGreaterThan(steps.length);
    expect(await holdings(at, 1)).toBe(before);
  });
});

describe('each step', () => {
  test('is read by the roles that it names, and by nobody else', async () => {
    const { ours } = at;
    for (const role of everyRole) {
      const { session } = person(ours, role);
      const reads = isPractitioner(role) || role === 'inspector';
      if (reads) await open(person(ours, role), ours.child);
      const { rows } = await at.fresh.app.transaction(session, (sql) =>
        sql.query<{ steps: string[] }>('select steps from record.admits($1, $2, null)', [session.authority, [ours.child]]),
      );
      const named = steps.filter((step) => isOfPeople(step) && reads && step.may.read.includes(role)).map(({ name }) => name);
      // What the record itself writes is no step of practice.
      const read = (rows[0]?.steps ?? []).filter((name) => steps.some((step) => step.name === name));
      expect(read.toSorted(), role).toEqual(named.sort());
    }
  });

  test('sent from another authority, by a role that may record it there, is about nobody: nothing is written or shown', async () => {
    const { ours, theirs } = at;
    const links = { entry: theirs.entry, member: person(theirs, 'socialWorker').member, team: theirs.team, person: theirs.sibling };
    const before = [await holdings(at, 1), await holdings(at, 2)];
    for (const step of steps) {
      const role = step.may.record.find(isPractitioner);
      if (role === undefined) continue;
      const url = `/children/${ours.child}/record/${step.name}`;
      const given = { ...filled(step, ours.child, 'from elsewhere', links), stage: 'record' };
      const answers = [await send(person(theirs, role), url, given), await ask(at, { url, as: person(theirs, role) })];
      for (const { statusCode, body, headers } of answers) {
        // The most that is answered is the page that asks for a reason to open a record, which says of none whether it is there.
        expect(statusCode, `${step.name} as ${role}`).toBeLessThan(500);
        expect(headers.location ?? '', step.name).not.toContain('recorded');
        expect(body, step.name).not.toContain(ours.word);
      }
    }
    expect([await holdings(at, 1), await holdings(at, 2)]).toEqual(before);
  });
});

describe('a choice that was not offered', () => {
  test('is refused: another’s entry, a member or a team of another authority', async () => {
    const { ours, theirs } = at;
    const who = person(ours, 'teamManager');
    await open(who, ours.child);
    const before = await holdings(at, 1);
    const late = { 'f.givenOn': '2026-02-02', 'f.reason': 'late', 'f.rule': 'childProtectionVisit', stage: 'record' };
    const allocation = { 'f.allocatedOn': '2026-02-02', 'f.role': 'lead', stage: 'record' };
    const attempts: readonly (readonly [string, Given])[] = [
      ['lateReason', { ...late, 'f.startedBy': theirs.entry }],
      ['lateReason', { ...late, 'f.startedBy': randomUUID() }],
      ['allocation', { ...allocation, 'f.worker': person(theirs, 'socialWorker').member, 'f.team': ours.team }],
      ['allocation', { ...allocation, 'f.worker': person(ours, 'socialWorker').member, 'f.team': theirs.team }],
    ];
    for (const [step, given] of attempts) {
      const answer = await send(who, `/children/${ours.child}/record/${step}`, given);
      expect(answer.statusCode, step).toBe(400);
      expect(answer.body, step).toContain('must be chosen from the list');
    }
    expect(await holdings(at, 1)).toBe(before);
  });
});

/** Every page that shows what was written, and every file that holds it. */
async function pagesOf(who: Person, { child, run, stopped, question, entry, sibling }: Held): Promise<readonly string[]> {
  const family = `/children/${child}/family`;
  const urls = [
    '/',
    '/board',
    '/board?who=all',
    '/board/fragment',
    `/board/row/${sibling}`,
    '/board/file/csv?who=all',
    '/board/file/xlsx?who=all',
    '/my-day',
    '/drafts',
    '/front-door',
    '/front-door/handover',
    '/people-ask',
    '/before-court',
    '/enquiry?reference=CE-2026-014',
    '/front-door/new',
    '/front-door/notifications',
    '/alerts',
    '/imports',
    `/imports/${run}`,
    `/imports/${run}/problems.csv`,
    `/imports/${stopped}`,
    `/imports/${stopped}/set-aside`,
    '/imports/children',
    `/imports/children/${question}`,
    '/emergency-copy',
    `/find?name=${encodeURIComponent('script')}`,
    `/find?name=${encodeURIComponent(script)}`,
    `/children/${child}`,
    `/children/${child}?words=script`,
    `/children/${child}/restrict`,
    `/children/${child}/record/visit`,
    `/children/${child}/record/lateReason`,
    ...['', '/correct', '/strike', '/move', '/move?words=script'].map((page) => `/children/${child}/entries/${entry}${page}`),
    family,
    `${family}/chronology`,
    `${family}/add?words=script`,
    `${family}/adult?words=${encodeURIComponent(script)}`,
  ];
  return Promise.all(
    urls.map(async (url) => {
      const answer = await ask(at, { url, as: who });
      if (answer.statusCode === 200) shown.add(url);
      const isFile = !String(answer.headers['content-type']).includes('html');
      return `${url} ${url.includes('xlsx') && isFile ? sheetIn(answer.rawPayload) : isFile ? asCells(answer.body) : answer.body}`;
    }),
  );
}

/** A table that is taken away holds words as they are: only a formula would do something. */
const asCells = (text: string): string => text.replaceAll(/[<>]/g, '');
const shown = new Set<string>();

/** What was written comes back as text: no tag, no attribute that does something, no template. */
function isHarmless(page: string): boolean {
  return (
    !/<script>alert|<img src=x|<[^>]+ onerror=alert/i.test(page) &&
    !/(href|src|action)="\s*javascript:/i.test(page) &&
    !page.includes('>49<')
  );
}

/** What is recorded in files alone is said of no child. */
const isOfPeople = ({ file }: (typeof steps)[number]): boolean => file === undefined || file === 'also';

/** Why a step is not recorded here with a program in it. */
const notWritten: Readonly<Record<string, string>> = {
  childProtectionPlanEnd: 'held back: no review conference decided that the plan ends',
  homelessYoungPerson: 'of somebody of 16 or 17: the child is seven',
  adultDetails: 'of an adult: recorded below as the page of the family does it',
  longStayNotice: 'of a child whom nobody looks after: this one is looked after',
  identityDecision: 'not recorded on a record that somebody opened, but where whose rows these are is decided',
  outcomesOfTheYear: 'recorded by analysts and files, who open no record',
  socialWorkerEpisode: 'recorded by analysts and files, who open no record',
  documentReleased: 'released once it is said which document it is, and what is left out of it',
};

/** What ends names what began. */
const ofRequest = ['Question', 'Identity', 'Clarification', 'Extension', 'Release', 'Refusal', 'Withdrawal'];
const beginnings: Readonly<Record<string, string>> = {
  warningEnd: 'warning',
  legalHoldEnd: 'legalHold',
  actionProgress: 'action',
  concernAnswer: 'chairsAudit',
  ...Object.fromEntries(ofRequest.map((name) => [`subjectAccess${name}`, 'subjectAccessRequest'])),
};
describe('a program', () => {
  test('written into every text field of every step is text on every page', async () => {
    const { ours } = at;
    const links = { team: ours.team };
    for (const role of practitioners) await open(person(ours, role), ours.child, `the reason ${script}`);
    const left = new Map<string, string>();
    for (const step of steps.filter(isOfPeople)) {
      const role = [...practitioners].sort((a, b) => Number(b === 'teamManager') - Number(a === 'teamManager')).find((one) => step.may.record.includes(one)); // prettier-ignore
      const begun = beginnings[step.name];
      const entry = begun === undefined ? ours.entry : await lastOf(begun);
      const member = person(ours, step.name === 'allocation' ? 'socialWorker' : 'reviewingOfficer').member;
      const given = filled(step, ours.child, `${script} =HYPERLINK("https://evil.example";"x")`, {
        ...links,
        entry,
        member,
        person: step.name === 'recordMerge' ? ours.kept : ours.sibling,
      });
      const who = person(ours, role ?? 'teamManager');
      for (const stage of ['check', 'record']) {
        const answer = await send(who, `/children/${ours.child}/record/${step.name}`, { ...given, stage });
        expect(answer.statusCode, `${step.name} ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        expect(isHarmless(answer.body), `${step.name}, ${stage}`).toBe(true);
        if (stage === 'record' && answer.statusCode !== 303)
          left.set(step.name, /error-summary__list.*?<\/ul>|<h1.*?<\/h1>/s.exec(answer.body)?.[0].replaceAll(/<[^>]+>/g, ' ').trim() ?? ''); // prettier-ignore
      }
    }
    expect([...left.keys()].toSorted(), JSON.stringify([...left])).toEqual(Object.keys(notWritten).toSorted());
    const adult = { 'f.firstName': script, 'f.lastName': script, 'f.contact': script, adult: randomUUID(), entry: randomUUID() };
    const made = await send(person(ours, 'teamManager'), `/children/${ours.child}/family/adult`, { ...adult, stage: 'record' });
    expect([made.statusCode, isHarmless(made.body)]).toEqual([303, true]);
    for (const reader of ['teamManager', 'headOfService', 'socialWorker', 'performanceAnalyst', 'administrator'] as const) {
      const as = person(ours, reader);
      if (reader === 'headOfService' || reader === 'socialWorker') await open(as, ours.child, script);
      for (const page of await pagesOf(as, ours)) expect(isHarmless(page), `${reader} ${page.slice(0, 60)}`).toBe(true);
    }
    const urls = (await pagesOf(person(ours, 'administrator'), ours)).map((page) => page.split(' ')[0] ?? '');
    expect(
      urls.filter((url) => !shown.has(url)),
      'pages that nobody was shown',
    ).toEqual([]);
    const family = await ask(at, { url: `/children/${ours.child}/family`, as: person(ours, 'teamManager') });
    expect(family.body, 'the drawing of the family is among them').toContain('<svg class="sl-genogram__svg"');
  });

  test('in a reason, a ring, a search, a recipient and what is typed into a form that is refused, is text', async () => {
    const { ours } = at;
    const who = person(ours, 'headOfService');
    const worker = person(ours, 'socialWorker');
    await open(who, ours.sibling, script);
    const restricting = { reason: script, ring: script, readers: [who.member] };
    const answers = [
      await send(who, `/children/${ours.sibling}/open`, { reason: script, more: '' }),
      await send(who, `/children/${ours.sibling}/open`, { reason: '', more: script, next: `/${script}` }),
      await send(who, `/children/${ours.sibling}/restrict`, { ...restricting, ring: '' }),
      await send(who, `/children/${ours.sibling}/restrict`, restricting),
      await send(worker, `/children/${ours.sibling}/open`, { reason: 'Something else', more: script }),
      await ask(at, { url: `/children/${ours.sibling}/restricted`, as: worker }),
      await send(worker, `/children/${ours.sibling}/break-glass`, { reason: script }),
      await send(who, '/emergency-copy', { recipient: script, scope: script, days: script, copy: script }),
      await send(who, '/emergency-copy/pack', { recipient: script, scope: 'all', days: '1', copy: randomUUID() }),
      await send(who, '/sign-in', { email: script, password: script, next: script }),
      await ask(at, { url: '/alerts', as: who }),
      await ask(at, { url: '/emergency-copy', as: who }),
      await ask(at, { url: `/children/${ours.sibling}`, as: who }),
    ];
    for (const [n, { statusCode, body }] of answers.entries()) {
      expect(statusCode, String(n)).toBeLessThan(500);
      expect(isHarmless(body), `${n}: ${body.slice(0, 200)}`).toBe(true);
    }
    await send(who, `/children/${ours.sibling}/restrict`, { lift: '1', reason: 'It is over now' });
  });
});

describe('far too much', () => {
  test('is refused in words and recorded nowhere', async () => {
    const { ours } = at;
    const who = person(ours, 'socialWorker');
    await open(who, ours.child);
    const before = await holdings(at, 1);
    const url = `/children/${ours.child}/record/visit`;
    const long = await send(who, url, visit(ours.child, { entry: randomUUID(), 'f.note': 'x'.repeat(100_000) }));
    expect([long.statusCode, /characters or fewer/.test(long.body)]).toEqual([400, true]);
    const huge = await send(who, url, visit(ours.child, { 'f.note': 'x'.repeat(5_000_000) }));
    expect(huge.statusCode).toBe(413);
    const many = await send(
      who,
      url,
      visit(ours.child, {
        entry: 'not-an-id',
        'f.visitedOn': '2026-13-99',
        ...Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`f.n${n}`, 'x'])),
      }),
    );
    expect(many.statusCode).toBe(400);
    const nothing = await send(who, url, visit(ours.child, { entry: randomUUID(), 'f.note': 'a\u0000b' }));
    expect([nothing.statusCode, /null character/.test(nothing.body)]).toEqual([400, true]);
    for (const odd of ['\ud800', '\uffff', '\u202e', '\u0001', '𐍈'.repeat(2_000)]) {
      const answer = await send(who, url, visit(ours.child, { 'f.note': odd, stage: 'check' }));
      expect(answer.statusCode, JSON.stringify(odd.slice(0, 3))).toBeLessThan(500);
    }
    for (const body of ['%', '%E0%A4%A=x', '=', '&&&&', `_csrf=${await csrfOf(at, who)}&f.note=%ff%fe%00`, 'a'.repeat(100_000)]) {
      const answer = await ask(at, { method: 'POST', url, as: who, headers: formHeaders, payload: body });
      expect(answer.statusCode, body.slice(0, 30)).toBeLessThan(500);
    }
    expect(await holdings(at, 1)).toBe(before);
  });
});

describe('a file that is sent', () => {
  const census = `<?xml version="1.0"?><Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year></CollectionDetails></Header><Children><Child><ChildIdentifiers><LAchildID>&lt;script&gt;alert(7)&lt;/script&gt;</LAchildID><PersonBirthDate>&lt;img src=x onerror=alert(7)&gt;</PersonBirthDate></ChildIdentifiers></Child></Children></Message>`;

  test('is kept under no name of the sender’s, and its name and what it says are text', async () => {
    const who = person(at.ours, 'administrator');
    const csrf = await csrfOf(at, who);
    const names = [
      '../../../../tmp/sightline-attack',
      '/etc/passwd',
      'C:\\\\boot.ini',
      '<script>alert(7)</script>.xml',
      'a'.repeat(5_000),
      'con',
      '..',
      'x;rm -rf /',
      "a'b%00.xml",
      '=cmd|calc!A0',
    ];
    for (const name of names) {
      const answer = await ask(at, { method: 'POST', url: '/imports', as: who, ...upload({ _csrf: csrf }, { name, text: census }) });
      expect([303, 400], `${name.slice(0, 40)}: ${answer.statusCode}`).toContain(answer.statusCode);
      if (answer.statusCode !== 303) continue;
      const run = await ask(at, { url: String(answer.headers.location), as: who });
      expect(run.statusCode).toBe(200);
      expect(isHarmless(run.body), name.slice(0, 40)).toBe(true);
    }
    const list = await ask(at, { url: '/imports', as: who });
    expect([list.statusCode, isHarmless(list.body)]).toEqual([200, true]);
    expect(existsSync('/tmp/sightline-attack')).toBe(false);
    for (let n = 0; n < 1_000 && readdirSync(tmpdir()).some((one) => one.startsWith('sightline-import-')); n += 1)
      await new Promise((done) => setTimeout(done, 100));
  });

  test('that is none, is cut short, comes without its token or after it, is refused and begins no run', async () => {
    const who = person(at.ours, 'administrator');
    const csrf = await csrfOf(at, who);
    const runs = async () => (await at.fresh.owner.pool.query('select count(*)::int as n from record.import_run where authority = 1')).rows;
    const before = await runs();
    const whole = upload({ _csrf: csrf }, { name: 'a.xml', text: census });
    const late = upload({}, { name: 'a.xml', text: `${census}\r\n--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${csrf}` });
    const refused = [
      upload({}, { name: 'a.xml', text: census }),
      upload({ _csrf: 'x' }, { name: 'a.xml', text: census }),
      late,
      upload({ _csrf: csrf }, { name: '', text: '' }),
      { ...whole, headers: { 'content-type': 'multipart/form-data' } },
      { ...whole, payload: Buffer.from('no form at all') },
      { ...whole, payload: Buffer.alloc(0) },
      upload(
        { ...Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`f${n}`, 'x'])), _csrf: csrf },
        {
          name: 'a.xml',
          text: census,
        },
      ),
    ];
    for (const [n, one] of refused.entries()) {
      const answer = await ask(at, { method: 'POST', url: '/imports', as: who, ...one });
      expect(answer.statusCode, String(n)).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode, `${n} ${answer.body.slice(-300)}`).toBeLessThan(500);
    }
    expect(await runs()).toEqual(before);
  });
});
