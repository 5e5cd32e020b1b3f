import { randomUUID } from 'node:crypto';
import { addDays, dayInEngland } from '../../src/kernel/calendar/dates.ts';
import type { Role } from '../../src/kernel/step/permission.ts';
import { neutralReasons } from '../../src/web/pages/correct/move-page.tsx';
import type { Held, Person } from './besieged.ts';

export type Given = Readonly<Record<string, string | readonly string[]>>;

export const visit = (child: string, more: Given = {}): Given => ({
  'f.visitedOn': '2026-02-02',
  'f.place': 'home',
  [`e.${child}.seen`]: 'yes',
  [`e.${child}.seenAlone`]: 'yes',
  stage: 'record',
  ...more,
});

export function person(held: Held, role: Role): Person {
  const found = held.people.get(role);
  if (found === undefined) throw new Error(role);
  return found;
}

type Taken = { readonly by: Role; readonly given: Given; readonly child?: string };

type Forms = Readonly<Record<string, Taken>>;

const reason = 'Something else happened';
const today = dayInEngland(new Date());

function ofTheFrontDoor({ sibling, entry }: Held): Forms {
  const people = Array.from({ length: 12 }, () => randomUUID());
  const ids = Object.fromEntries(['new.2', 'details.2', 'entry.2'].map((name) => [name, randomUUID()]));
  const list = 'Reference;Date;Last name;What happened\nA1;2/3/2026;Nobody;Seen';
  const contact = { 'f.receivedOn': '2026-03-02', 'f.source': '2A', 'f.worry': reason };
  const newcomer = { child: people, entry: randomUUID(), [`c.${people[0]}.lastName`]: 'Newcomer', stage: 'record' };
  const decision = { touch: 'assess', about: entry, entry: randomUUID(), second: randomUUID(), person: [sibling] };
  return {
    'POST /front-door/new': { by: 'dutyWorker', given: { ...newcomer, ...contact } },
    'POST /front-door/notifications': { by: 'dutyWorker', given: { list, stage: 'record', 'who.2': 'new', ...ids } },
    'POST /front-door/decide': { by: 'teamManager', given: decision },
  };
}

function ofLooking({ word }: Held): Forms {
  return {
    'POST /board/views': { by: 'teamManager', given: { name: 'A view', back: '/board?who=care' } },
    'POST /find': { by: 'socialWorker', given: { name: word } },
    'POST /find/people': { by: 'socialWorker', given: { name: word } },
    'POST /children/:id/open': { by: 'socialWorker', given: { reason: 'Something else', more: reason, next: '/' } },
    'POST /children/:id/chronology': { by: 'socialWorker', given: { words: word, step: 'visit' } },
  };
}

/** To whoever may have everything: nothing is left to decide. */
const invitation = {
  stage: 'record',
  'f.kind': 'chronology',
  'f.recipient': 'Norchester Police',
  'f.recipientKind': 'police',
  'f.lawfulBasis': 'publicTask',
  'f.howSent': 'secureEmail',
};

function ofRecording({ word, child, sibling, entry, draft }: Held): Forms {
  const again = { 'f.visitedOn': '2026-01-13', entry: randomUUID(), corrects: entry, reason };
  const moving = { to: sibling, tombstone: randomUUID(), why: neutralReasons[0], reason };
  const adult = { 'f.firstName': 'Saira', 'f.lastName': 'Forged', adult: randomUUID(), entry: randomUUID(), stage: 'record' };
  return {
    'POST /children/:id/record/:step': { by: 'socialWorker', given: visit(child, { entry: randomUUID() }) },
    'POST /children/:id/record/documentReleased': { by: 'socialWorker', given: { ...invitation, entry: randomUUID() } },
    'POST /children/:id/record/:step/draft': {
      by: 'socialWorker',
      given: { ...visit(child), entry: draft, tab: randomUUID(), version: '1', seq: '2' },
    },
    'POST /children/:id/record/:step/files/:attachment/remove': { by: 'socialWorker', given: { entry: draft } },
    'POST /drafts/:entry/throw-away': { by: 'socialWorker', given: {} },
    'POST /drafts/:entry/bring-back': { by: 'socialWorker', given: {} },
    'POST /children/:id/entries/:entry/correct': { by: 'teamManager', given: visit(child, again) },
    'POST /children/:id/entries/:entry/strike': { by: 'teamManager', given: { entry: randomUUID(), reason } },
    'POST /children/:id/entries/:entry/move': { by: 'teamManager', given: moving },
    'POST /children/:id/family/add': { by: 'socialWorker', given: { words: word } },
    'POST /children/:id/family/open': { by: 'socialWorker', given: { person: [sibling], reason, next: '/' } },
    'POST /children/:id/family/adult': { by: 'socialWorker', given: adult },
  };
}

function ofFiles(): Forms {
  const copy = (): Given => ({ recipient: 'The night desk', scope: 'all', days: '3', copy: randomUUID() });
  const decision = { action: 'decide', choice: 'different', reason, decision: randomUUID() };
  return {
    'POST /emergency-copy': { by: 'headOfService', given: copy() },
    'POST /emergency-copy/pack': { by: 'headOfService', given: copy() },
    'POST /assurance/frozen': { by: 'headOfService', given: { report: randomUUID(), on: '2026-01-05', signedBy: 'A. Director' } },
    'POST /returns/prepared': { by: 'headOfService', given: { prepared: randomUUID(), return: 'cin', year: '2025-26' } },
    'POST /procedures/:chapter/read': { by: 'socialWorker', given: { 'f.otherwise': reason, entry: randomUUID() } },
    'POST /procedures/:chapter/comment': {
      by: 'dutyWorker',
      given: { 'f.section': 'core-group', 'f.agency': 'education', 'f.comment': reason, entry: randomUUID() },
    },
    'POST /procedures/:chapter/outside': {
      by: 'administrator',
      given: {
        section: 'core-group',
        agency: 'education',
        comment: reason,
        name: 'A teacher',
        email: 'a@example.org',
        entry: randomUUID(),
      },
    },
    'POST /procedures/outside/:comment': { by: 'boardManager', given: { outcome: 'taken' } },
    'POST /imports/children/:question': { by: 'administrator', given: decision },
    'POST /imports/:run/problems/:n': { by: 'administrator', given: { value: '27/11/2024' } },
    'POST /imports/:run/written': { by: 'administrator', given: { field: 'DEC', writing: 'two-digits' } },
    'POST /imports/:run/set-aside': { by: 'administrator', given: { reason } },
  };
}

function ofWholeRecords({ child, kept, over, people }: Held): Forms {
  const asking = { stage: 'ask', destruction: randomUUID(), reason };
  const request = (url: string): string => `POST /children/:id/subject-access/:request/${url}`;
  return {
    // What is decided afterwards would have to be confirmed first.
    [request('release')]: { by: 'teamManager', child: kept, given: { statement: randomUUID(), how: 'post' } },
    [request('entries')]: { by: 'socialWorker', child: kept, given: { statement: randomUUID(), everywhere: 'A neighbour' } },
    'POST /audits': {
      by: 'headOfService',
      given: { question: reason, population: 'onPlan', method: 'random', size: '2', file: randomUUID() },
    },
    'POST /case-reviews': {
      by: 'headOfService',
      given: { title: 'Child R', learntOn: '2026-01-05', harm: 'seriouslyHarmed', abuse: 'known', file: randomUUID() },
    },
    'POST /safeguarding-board': {
      by: 'boardManager',
      given: { title: 'A sub-group', configuration: 'subGroup', from: '2026-01-05', file: randomUUID() },
    },
    'POST /inspections/inspectors': {
      by: 'headOfService',
      given: { member: people.get('inspector')?.member ?? '', from: today, to: addDays(today, 10) },
    },
    'POST /complaints': {
      by: 'headOfService',
      given: { title: '2026/1', receivedOn: '2026-01-05', from: 'parent', about: 'worker', words: reason, file: randomUUID() },
    },
    'POST /inspections': { by: 'headOfService', given: { title: 'Fostering', on: '2026-01-05', service: 'fostering', file: randomUUID() } },
    'POST /adopters': { by: 'socialWorker', given: { title: 'The Elms', on: '2026-01-05', kind: 'adoption', file: randomUUID() } },
    'POST /fostering': { by: 'socialWorker', given: { title: 'The Rowans', on: '2026-01-05', kind: 'mainstream', file: randomUUID() } },
    'POST /allegations': { by: 'socialWorker', given: anAllegation() },
    'POST /voice': { by: 'socialWorker', given: { 'f.on': '2026-01-05', 'f.kind': 'compliment', 'f.said': reason, entry: randomUUID() } },
    'POST /workforce/register': { by: 'headOfService', given: { why: reason, usual: '18', entry: randomUUID() } },
    'POST /supervision/:member/begin': { by: 'teamManager', given: { grade: 'socialWorker' } },
    'POST /my-day/actions/:entry': { by: 'socialWorker', given: { person: child, entry: randomUUID() } },
    'POST /children/:id/same-person/:other/separate': { by: 'headOfService', child: kept, given: { reason } },
    'POST /children/:id/retention': { by: 'headOfService', child: over, given: asking },
  };
}

/** What begins a file of staff, or of what they learn. */
function ofStaff({ people }: Held): Forms {
  return {
    'POST /induction': {
      by: 'teamManager',
      given: { member: people.get('socialWorker')?.member ?? '', scheme: 'assessedYear', startedOn: '2026-01-05' },
    },
    'POST /training/courses': { by: 'headOfService', given: aCourse() },
  };
}

const aCourse = () => ({ title: 'Fathers', from: '2026-01-05', topic: 'fathers', aim: reason, file: randomUUID() });

const anAdoption = () => ({
  'f.orderedOn': '2026-01-05',
  'n.firstName': 'Newly',
  'n.lastName': 'Named',
  'n.sex': 'F',
  order: randomUUID(),
  new: randomUUID(),
  begun: randomUUID(),
  reason,
});

const anAllegation = () => ({
  'f.learntOn': '2026-01-05',
  'f.toldOn': '2026-01-05',
  'f.who': reason,
  'f.setting': 'school',
  file: randomUUID(),
  entry: randomUUID(),
});

function ofRestricting({ sibling, restricted, over, people, word }: Held): Forms {
  const readers = [people.get('headOfService')?.member ?? ''];
  return {
    'POST /children/:id/break-glass': { by: 'dutyWorker', child: restricted, given: { reason, next: '/' } },
    'POST /sealed/officers': { by: 'headOfService', given: { member: people.get('headOfService')?.member ?? '' } },
    'POST /children/:id/seal': { by: 'teamManager', child: over, given: anAdoption() },
    'POST /sealed/open': { by: 'headOfService', given: { asked: `${word}13`, reason } },
    'POST /sealed/lift': { by: 'headOfService', given: { liftOf: `${word}13`, why: 'wrongRecord', because: reason } },
    'POST /sealed/lift/confirm': { by: 'headOfService', given: { person: over, does: 'takeBack' } },
    'POST /children/:id/restrict': { by: 'headOfService', child: sibling, given: { ring: 'A ring', readers, reason } },
  };
}

/**
 * A form for each way in that takes one, filled in so that it would be taken from `by`: an attack with a form that would be refused in any case
 * shows nothing. In an order in which none closes a record to the next.
 */
export const formsTaken = (held: Held): Forms => ({
  ...ofLooking(held),
  ...ofTheFrontDoor(held),
  ...ofRecording(held),
  ...ofWholeRecords(held),
  ...ofStaff(held),
  ...ofFiles(),
  ...ofRestricting(held),
});

type Aim = Partial<Pick<Held, 'people' | 'team'>> &
  Pick<
    Held,
    | 'draft'
    | 'attachment'
    | 'action'
    | 'other'
    | 'request'
    | 'entry'
    | 'struck'
    | 'moved'
    | 'child'
    | 'run'
    | 'stopped'
    | 'problem'
    | 'question'
    | 'copy'
    | 'comment'
  >;

/** An address of a way in, aimed at what one authority holds. A new parameter is an error here until somebody says at what it aims. */
export const aimed = (url: string, held: Aim, step = 'visit'): string =>
  url.replaceAll(/:([a-z]+)/gi, (_, name: string) => {
    const run = url.includes('set-aside') ? held.stopped : held.run;
    const ofRecord = url.includes('/strike') ? held.struck : url.includes('/move') ? held.moved : held.entry;
    const ofMine = url.startsWith('/drafts/') ? held.draft : held.action;
    const entry = url.startsWith('/children/') ? ofRecord : ofMine;
    const { attachment, other, request, comment } = held;
    const at = new Map<string, string | number>(
      Object.entries({
        entry,
        attachment,
        other,
        request,
        comment,
        format: 'pdf',
        as: 'csv',
        name: 'plansOverTwoYears',
        register: 'placedHere',
        year: '7',
        chapter: 'child-protection',
        ...Object.fromEntries(['person', 'programme', 'file', 'view', 'report', 'prepared', 'review'].map((one) => [one, held.child])),
        member: held.people?.get('socialWorker')?.member ?? held.child,
        team: held.team ?? held.child,
        id: held.child,
        step,
        run,
        n: held.problem,
        question: held.question,
        number: held.copy,
      }),
    ).get(name);
    if (at === undefined) throw new Error(`Nothing is held for :${name} of ${url}`);
    return String(at);
  });
