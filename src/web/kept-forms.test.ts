import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordClosed, type Session } from '../record/contract.ts';
import { pretendDay, pretendId as id, pretendParts } from './pretend-parts.ts';
import { createServer } from './server.ts';

/* Whatever happens between the showing of a form and its sending, what was typed is not lost. */

const [worker, manager] = [0, 1];
const child = `/children/${id(1, 0)}`;
const note = 'Kitchen seen, both children asleep';
const visit = { 'f.visitedOn': ['2', '3', '2026'], 'f.place': 'home', 'f.note': note, [`e.${id(1, 0)}.seen`]: 'yes', stage: 'check' };
type Given = Readonly<Record<string, string | readonly string[]>>;

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
let at: number;
/** Sessions that have ended. */
let ended: Set<string>;

beforeEach(async () => {
  at = pretendDay.getTime();
  ended = new Set();
  parts = pretendParts(pretendDay);
  const { sessionOf } = parts.members;
  Object.assign(parts, { now: () => new Date(at) });
  // A second session of the same person, and sessions that end.
  Object.assign(parts.members, {
    sessionOf: async (token: string) => (ended.has(token) ? undefined : sessionOf(token.replace('again-of-', 'token-of-'))),
  });
  server = await createServer(parts);
});
afterEach(() => server.close());

const cookieOf = (member: number, session = 'token'): string => `sightline=${session}-of-${id(2, member)}`;
const csrfIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const get = (url: string, cookie: string) => server.inject({ url, headers: { cookie } });
const post = (url: string, cookie: string, given: Given, more: Readonly<Record<string, string>> = {}) =>
  server.inject({
    method: 'POST',
    url,
    headers: { cookie, host: 'sightline.example', 'content-type': 'application/x-www-form-urlencoded', ...more },
    payload: new URLSearchParams(
      Object.entries(given).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
    ).toString(),
  });
const csrfOf = async (cookie: string): Promise<string> => csrfIn((await get('/board', cookie)).body);
const send = async (url: string, member: number, given: Given) =>
  post(url, cookieOf(member), { _csrf: await csrfOf(cookieOf(member)), ...given });
const open = (member: number, next = child) => send(`${child}/open`, member, { reason: 'I am on duty and something has come in', next });
const to = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): string => String(headers['location']);

describe('the door closes while words are typed', () => {
  it('when the door is asked again after ten minutes: the glass is broken, and the words are there', async () => {
    await open(worker);
    parts.restricted.set(id(1, 0), 'Adoption');
    at += 11 * 60_000;
    const closed = await send(`${child}/record/visit`, worker, visit);
    expect([closed.statusCode, to(closed).split('?')[0]]).toEqual([303, `${child}/restricted`]);
    const page = await get(to(closed), cookieOf(worker));
    const next = /name="next" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect(next).toMatch(/record\/visit\?kept=/);
    expect((await send(`${child}/break-glass`, worker, { reason: '', next })).body).toContain(`value="${next}"`);
    const broken = await send(`${child}/break-glass`, worker, { reason: 'I was in the middle of a visit', next });
    expect(to(broken)).toBe(next);
    expect((await get(next, cookieOf(worker))).body).toContain(note);
    expect((await get(next, cookieOf(worker))).body, 'given back once').not.toContain(note);
  });

  it('because the record was restricted a moment ago', async () => {
    await open(worker);
    const { readMany } = parts.record;
    Object.assign(parts.record, {
      readMany: async () => {
        parts.restricted.set(id(1, 0), 'Family of a colleague');
        throw new RecordClosed();
      },
    });
    const closed = await send(`${child}/record/visit`, worker, visit);
    Object.assign(parts.record, { readMany });
    expect(to(closed)).toMatch(new RegExp(`^${child}/restricted\\?next=`));
    parts.restricted.delete(id(1, 0));
    const next = new URL(to(closed), 'https://sightline.example').searchParams.get('next') ?? '';
    await open(worker);
    expect((await get(next, cookieOf(worker))).body).toContain(note);
  });

  it('because the server was started again: the reason is asked, and the words are there', async () => {
    for (const [member, form, given, words] of [
      [worker, `${child}/record/visit`, visit, note],
      [worker, `${child}/family/adult`, { 'f.firstName': 'Saira', 'f.lastName': 'Khan', stage: 'check' }, 'value="Saira"'],
      [manager, `${child}/restrict`, { ring: 'Family of a colleague', reason: 'She asked for it' }, 'She asked for it'],
    ] as const) {
      const asked = await send(form, member, given);
      expect(asked.statusCode, form).toBe(303);
      const page = await get(to(asked), cookieOf(member));
      expect(page.body, form).toContain('Why are you opening this record?');
      const next = /name="next" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      expect((await get(to(await open(member, next)), cookieOf(member))).body, form).toContain(words);
      await server.close();
      server = await createServer(parts);
    }
  });
});

describe('a session that has ended', () => {
  it('keeps the words of a form that can show them, and promises it; the next to sign in is not led there', async () => {
    await open(worker);
    const csrf = await csrfOf(cookieOf(worker));
    ended.add(`token-of-${id(2, worker)}`);
    const answer = await post(`${child}/record/visit`, cookieOf(worker), { _csrf: csrf, ...visit });
    expect(to(answer)).toBe(`/sign-in?ended=kept&next=${encodeURIComponent(`${child}/record/visit`)}`);
    expect((await server.inject(to(answer))).body).toContain('what you typed is kept for an hour');
    const kept = answer.cookies.find(({ name }) => name === 'kept')?.value ?? '';
    ended.clear();
    const signIn = async (member: number) => {
      const page = await server.inject('/sign-in');
      const visitor = `visitor=${page.cookies.find(({ name }) => name === 'visitor')?.value}; kept=${kept}`;
      return post('/sign-in', visitor, { _csrf: csrfIn(page.body), person: id(2, member), next: '/board' });
    };
    expect(to(await signIn(manager))).toBe('/board');
    const back = await signIn(worker);
    expect(to(back)).toBe(`${child}/record/visit?kept=${kept}`);
    expect(back.cookies.find(({ name }) => name === 'kept')?.value).toBe('');
    at += 3_700_000;
    expect(to(await signIn(worker)), 'over after an hour').toBe('/board');
  });

  it('promises nothing of other forms, and leads back to the page on which they stood', async () => {
    await open(worker);
    const csrf = await csrfOf(cookieOf(worker));
    ended.add(`token-of-${id(2, worker)}`);
    const sent = (url: string, referer?: string) =>
      post(url, cookieOf(worker), { _csrf: csrf, reason: 'x' }, referer === undefined ? {} : { referer });
    const answer = await sent('/board/views', 'http://sightline.example/board?state=late');
    expect(to(answer)).toBe('/sign-in?ended=1&next=%2Fboard');
    const page = await server.inject(to(answer));
    expect(page.body).not.toContain('is kept');
    expect(page.body).toContain('what you sent was not taken');
    for (const referer of [undefined, 'https://evil.example/board', 'nonsense', 'http://sightline.example//evil.example'])
      expect(to(await sent(`${child}/break-glass`, referer)), String(referer)).toBe('/sign-in?ended=1&next=%2F');
    expect(to(await sent('/sign-out', 'http://sightline.example/board'))).toBe('/sign-in');
  });
});

describe('a form of an earlier session', () => {
  const inTheBrowser = { 'sec-fetch-site': 'same-origin' };

  it('shows its words again to the same person, and does nothing with them', async () => {
    await open(worker);
    const _csrf = await csrfOf(cookieOf(worker));
    const again = cookieOf(worker, 'again');
    const answer = await post(`${child}/record/visit`, again, { _csrf, ...visit, stage: 'record' }, inTheBrowser);
    expect(to(answer)).toMatch(new RegExp(`^${child}/record/visit\\?kept=`));
    expect(parts.written).toEqual([]);
    await post(`${child}/open`, again, { _csrf: await csrfOf(again), reason: 'I work with this child or their family' });
    expect((await get(to(answer), again)).body).toContain(note);
  });

  it('is refused to somebody else, from elsewhere, with a token of nobody, and where no words could be shown', async () => {
    await open(worker);
    const _csrf = await csrfOf(cookieOf(worker));
    const again = cookieOf(worker, 'again');
    const attempts = [
      post(`${child}/record/visit`, cookieOf(manager), { _csrf, ...visit }, inTheBrowser),
      post(`${child}/record/visit`, again, { _csrf, ...visit }),
      post(`${child}/record/visit`, again, { _csrf, ...visit }, { 'sec-fetch-site': 'cross-site' }),
      post(`${child}/record/visit`, again, { _csrf: `${_csrf.slice(1)}x`, ...visit }, inTheBrowser),
      post(`${child}/open`, again, { _csrf, reason: 'I work with this child or their family' }, inTheBrowser),
    ];
    expect((await Promise.all(attempts)).map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403]);
  });
});

it('a brother or sister who is closed to the writer is said in the form, and the words stay in it', async () => {
  await open(worker);
  const sibling = id(1, 1);
  expect((await get(`${child}/record/visit`, cookieOf(worker))).body).toContain(`value="${sibling}"`);
  // Restricted after the form's brothers and sisters were read, and before their records are.
  const { open: openAll } = parts.record;
  Object.assign(parts.record, {
    open: async (session: Session, people: readonly string[]) =>
      people.includes(sibling) ? new Map([[sibling, { kind: 'restricted', ring: 'Adoption' }]]) : openAll(session, people, ''),
  });
  const answer = await send(`${child}/record/visit`, worker, {
    ...visit,
    [`e.${id(1, 0)}.seenAlone`]: 'yes',
    with: [sibling],
    [`e.${sibling}.seen`]: 'yes',
    [`e.${sibling}.seenAlone`]: 'yes',
  });
  expect([answer.statusCode, answer.body.includes(note)]).toEqual([400, true]);
  expect(answer.body).toContain('has a restricted record');
});

it('a password that is not right does not take the email address with it', async () => {
  await server.close();
  server = await createServer(Object.assign(parts, { demonstration: false }));
  const page = await server.inject('/sign-in');
  const visitor = `visitor=${page.cookies.find(({ name }) => name === 'visitor')?.value}`;
  const answer = await post('/sign-in', visitor, { _csrf: csrfIn(page.body), email: 'ada@example.org', password: 'wrong' });
  expect([answer.statusCode, answer.body.includes('value="ada@example.org"'), answer.body.includes('wrong"')]).toEqual([400, true, false]);
});
