import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import type { Session } from '../../../record/contract.ts';
import type { Waiting } from '../../../record/front-door.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { alikeTo } from './alike.ts';
import { numberFor } from './new-child.ts';
import { groupsOf, readNotifications } from './notification-lines.ts';
import { queueOf } from './queue.ts';

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});
afterEach(() => server.close());

/** One person of each role, in the order of roles: the second is a team manager, the sixth an analyst. */
const as = (n: number) => ({ cookie: `sightline=token-of-${id(2, n)}`, 'content-type': 'application/x-www-form-urlencoded' });
const csrf = async (n: number) =>
  /name="_csrf" value="([^"]+)"/.exec((await server.inject({ url: '/board', headers: as(n) })).body)?.[1] ?? '';
async function send(url: string, given: readonly (readonly [string, string])[], n = 1) {
  const payload = new URLSearchParams([['_csrf', await csrf(n)], ...given].map(([name, value]) => [name ?? '', value ?? ''])).toString();
  return server.inject({ method: 'POST', url, headers: as(n), payload });
}

const clock = (rule: string, startedBy: string, dueOn: string, more: Partial<Clock> = {}): Clock => ({
  rule,
  version: 'v',
  startedBy,
  startedOn: date('2026-03-02'),
  dueOn: date(dueOn),
  notInSource: false,
  ...more,
});
const waiting = (person: string, one: Clock, more: object = {}): Waiting => ({ person, standing: { name: person, ...more }, clock: one });

describe('the queue', () => {
  const contact = { waiting: [{ contact: 'c1', source: '2A', rating: 'immediate' }] };
  it('says once what one entry asks of brothers and sisters, whatever passes first before the others', () => {
    const rows = queueOf([
      waiting('Ada', clock('contactDecision', 'c1', '2026-03-03'), contact),
      waiting('Ben', clock('contactDecision', 'c1', '2026-03-03'), contact),
      waiting('Ada', clock('triage', 'r1', '2026-03-02', { dueAt: '2026-03-02T14:40:00.000Z' }), contact),
      waiting('Cy', clock('dutyHandover', 'e1', '2026-03-02')),
    ]);
    expect(rows.map(({ kind, children, rating }) => [kind, children.map(({ name }) => name), rating])).toEqual([
      ['contact', ['Ada', 'Ben'], 'immediate'],
      ['handover', ['Cy'], undefined],
    ]);
    expect(rows[0]?.clocks.map(({ rule }) => rule)).toEqual(['triage', 'contactDecision']);
  });
});

describe('a list of notifications', () => {
  const heads = 'Reference;Date;Time;First name;Last name;Date of birth;What happened;Family told';
  it('is read whatever stands between its columns; a row that cannot be read is named and kept', () => {
    const { rows, bad } = readNotifications(
      [
        heads,
        'A1;2/3/2026;14:05;Ada;Example;14/5/2019;"Seen; ""twice""";no',
        'A1;2/3/2026;;Ben;Example;;Seen;',
        'A2;31/2/2026;;Cy;Other;;Seen;',
        'A3;2/3/2026;;;;;Seen;',
      ].join('\n'),
    );
    expect(rows.map(({ line, happened, familyTold, bornOn }) => [line, happened, familyTold, bornOn])).toEqual([
      [2, 'Seen; "twice"', 'notTold', '2019-05-14'],
      [3, 'Seen', undefined, undefined],
    ]);
    expect(bad).toEqual([
      { line: 4, raw: 'A2;31/2/2026;;Cy;Other;;Seen;', problem: 'Its date must be a real date, for example 27 3 2026' },
      { line: 5, raw: 'A3;2/3/2026;;;;;Seen;', problem: 'It names nobody' },
    ]);
    expect(groupsOf(rows)).toHaveLength(1);
  });
  it('without the columns that it needs says which', () => {
    expect(readNotifications('reference,date\nA1,2/3/2026').problem).toContain('“last name” or “what happened”');
  });
  it('becomes a contact for each notification; whoever is on record is chosen, and what cannot be recorded stays in the list', async () => {
    const list = [heads, 'A1;2/3/2026;14:05;Zed;Nobody;;Seen;no', 'A1;2/3/2026;;Zoe;Nobody;;Seen;', 'A2;31/2/2026;;Cy;Other;;Seen;'].join(
      '\n',
    );
    const looked = await send('/front-door/notifications', [['list', list]]);
    expect(looked.body).toContain('Record 1 contact');
    expect(looked.body).toContain('cannot be read and stays in the list');
    expect(parts.written).toEqual([]);
    const done = await send('/front-door/notifications', [
      ['list', list],
      ['stage', 'record'],
      ['who.2', 'new'],
      ['new.2', id(7, 1)],
      ['who.3', 'new'],
      ['new.3', id(7, 2)],
      ['entry.2', id(8, 1)],
    ]);
    expect(parts.written.map(({ step, about }) => [step, about.length])).toEqual([
      ['personDetails', 1],
      ['personDetails', 1],
      ['contact', 2],
    ]);
    expect(parts.written[2]?.shared).toMatchObject({
      source: '6',
      how: 'notification',
      reference: 'A1',
      familyTold: 'notTold',
      receivedAt: '14:05',
    });
    expect(done.body).toContain('A2;31/2/2026;;Cy;Other;;Seen;');
    expect(done.body).not.toContain('A1;2/3/2026');
  });
});

describe('somebody who has no record', () => {
  const ids = Array.from({ length: 12 }, (_, n): [string, string] => ['child', id(6, n)]);
  const filled: readonly [string, string][] = [
    ...ids,
    ['entry', id(8, 9)],
    [`c.${id(6, 0)}.firstName`, 'Zadie'],
    [`c.${id(6, 0)}.lastName`, 'Newcomer'],
    ...['14', '5', '2019'].map((part): [string, string] => [`c.${id(6, 0)}.bornOn`, part]),
    [`c.${id(6, 1)}.firstName`, 'Zeno'],
    [`c.${id(6, 1)}.lastName`, 'Newcomer'],
    [`e.${id(6, 1)}.ownWorry`, 'He was not at school.'],
    ['f.receivedOn', '2026-03-02'],
    ['f.source', '2A'],
    ['f.worry', 'Came without lunch'],
  ];
  it('is recorded with the contact by one form: brother and sister share a family, and each has a number', async () => {
    const done = await send('/front-door/new', filled);
    expect([done.statusCode, done.headers.location]).toEqual([303, `/children/${id(6, 0)}?recorded=1`]);
    expect(parts.written.map(({ step }) => step)).toEqual(['personDetails', 'personDetails', 'contact']);
    const [first, second, contact] = parts.written;
    expect(first?.shared).toMatchObject({ firstName: 'Zadie', bornOn: '2019-05-14', laChildId: numberFor(id(6, 0)) });
    expect(first?.shared['family']).toBe(second?.shared['family']);
    expect(contact?.about.map(({ answers }) => answers)).toEqual([{}, { ownWorry: 'He was not at school.' }]);
  });
  it('is not written down a second time without being asked: whoever is called alike is shown first', async () => {
    const signedIn = await parts.members.sessionOf(`token-of-${id(2, 1)}`);
    if (signedIn === undefined) throw new Error('nobody is signed in');
    const name = (await parts.record.list(signedIn.session, {}))[0]?.standing.name ?? '';
    const alike = filled.map(([field, value]): [string, string] =>
      field === `c.${id(6, 0)}.firstName` ? [field, name] : field === `c.${id(6, 0)}.lastName` ? [field, ''] : [field, value],
    );
    const asked = await send('/front-door/new', alike);
    expect(asked.body).toContain('Is it one of these? Nothing has been recorded yet');
    expect(parts.written).toEqual([]);
    expect((await send('/front-door/new', [...alike, ['stage', 'record']])).statusCode).toBe(303);
  });
  it('is looked for by date of birth too: whoever was born that day and is called a little alike, by another last name too', async () => {
    const born = date('2019-05-14');
    const record = (n: number, name: string, bornOn = born) => ({ person: id(1, n), standing: { name, bornOn }, formerly: [] });
    const known = [record(1, 'Zady Elsewhere'), record(2, 'Peter Elsewhere'), record(3, 'Zadie Other', date('2011-01-02'))];
    const asked: string[] = [];
    const search = async (_session: Session, words: string) => (asked.push(words), words.includes(born) ? known : []);
    const child = { person: id(6, 0), answers: { firstName: 'Zadie', lastName: 'Newcomer', bornOn: born } };
    const session: Session = { authority: 1, actor: id(2, 1), roles: ['dutyWorker'], teams: [], scope: 'all' };
    expect((await alikeTo(search, session, [child])).map(({ person }) => person)).toEqual([id(1, 1)]);
    expect(asked).toEqual(['Zadie Newcomer 2019-05-14', 'Zadie Newcomer']);
    const unnamed = await alikeTo(search, session, [{ person: id(6, 0), answers: { bornOn: born } }]);
    expect(
      unnamed.map(({ person }) => person),
      'of whom no name is known',
    ).toEqual([id(1, 1), id(1, 2)]);
  });
  it('is found again by something: a form that names nobody is given back with its words', async () => {
    const answer = await send('/front-door/new', [...ids, ['f.worry', 'Came without lunch']]);
    expect(answer.statusCode).toBe(400);
    for (const words of ['Select who made the contact', 'Came without lunch', 'by something the child must be found again'])
      expect(answer.body).toContain(words);
  });
  it('has a number that a census can carry', () => expect(numberFor(id(6, 0))).toMatch(/^N[0-9A-Z]{9}$/));
});

describe('one touch', () => {
  const touched = (touch: string, about: string, people: readonly number[], n = 1) =>
    send(
      '/front-door/decide',
      [
        ...people.map((one): [string, string] => ['person', id(1, one)]),
        ['touch', touch],
        ['about', about],
        ['entry', id(8, 1)],
        ['second', id(8, 2)],
      ],
      n,
    );
  it('takes over from emergency duty for each child of the entry, once however often it is sent', async () => {
    for (let times = 0; times < 2; times += 1)
      expect((await touched('takeOver', id(9, 2), [2])).headers.location).toBe('/front-door/handover?recorded=1');
    expect(parts.written).toMatchObject([{ step: 'dutyHandover', shared: { entry: id(9, 2) }, about: [{ person: id(1, 2) }] }]);
  });
  it('decides on a referral that it is assessed', async () => {
    expect((await touched('assess', id(9, 4), [4])).headers.location).toBe('/front-door?recorded=1');
    expect(parts.written).toMatchObject([{ step: 'referralDecision', shared: { response: 'assessment', referral: id(9, 4) } }]);
  });
  it('records nothing of a record that is restricted to others, of what is not there, or when somebody wrote first; and says so', async () => {
    parts.restricted.set(id(1, 3), 'the head of service');
    const answers = [await touched('takeOver', id(9, 2), [2, 3]), await touched('accept', id(9, 1), [0])];
    parts.failNext = 'conflict';
    answers.push(await touched('takeOver', id(9, 2), [2]));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 409, 409]);
    const said = answers.map(({ body }) => /restricted to others|no longer on record|Somebody else recorded/.exec(body)?.[0]);
    expect(said).toEqual(['restricted to others', 'no longer on record', 'Somebody else recorded']);
    expect(parts.written).toEqual([]);
  });
  it('is not for whoever may not decide', async () => {
    expect((await touched('takeOver', id(9, 2), [2], 3)).statusCode).toBe(403);
  });
});

it('whoever reads no records has no front door', async () => {
  expect((await server.inject({ url: '/front-door', headers: as(5) })).statusCode).toBe(403);
  const page = (await server.inject({ url: '/front-door', headers: as(1) })).body;
  expect(page).toContain('4 things to do');
  expect(page).toMatch(/record\/contactDecision\?contact=[0-9a-f-]+&amp;with=[0-9a-f-]+/);
  expect((await server.inject({ url: '/front-door', headers: as(3) })).body).not.toContain('value="accept"');
  expect((await server.inject({ url: '/front-door/new', headers: as(3) })).statusCode).toBe(403);
});
