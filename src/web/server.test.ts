import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from './pretend-parts.ts';
import { createServer } from './server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

const as = (member: number) => ({ cookie: `sightline=token-of-${id(2, member)}` });
const csrfIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const form = (answers: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(answers).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString();
const kind = { 'content-type': 'application/x-www-form-urlencoded' };
const usual = 'I work with this child or their family';
const child = `/children/${id(1, 0)}`;

async function opened(member: number): Promise<{
  readonly csrf: string;
  readonly send: (
    url: string,
    answers: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Awaited<ReturnType<FastifyInstance['inject']>>>;
}> {
  const csrf = csrfIn((await server.inject({ url: child, headers: as(member) })).body);
  const send = (url: string, answers: Readonly<Record<string, string | readonly string[]>>) =>
    server.inject({ method: 'POST', url, headers: { ...as(member), ...kind }, payload: form({ _csrf: csrf, ...answers }) });
  await send(`${child}/open`, { reason: usual, next: child });
  return { csrf, send };
}

const visit = { 'f.visitedOn': ['2', '3', '2026'], 'f.place': 'home', [`e.${id(1, 0)}.seen`]: 'yes', [`e.${id(1, 0)}.seenAlone`]: 'yes' };

it('takes no reason that looks like an import’s, and opens nothing by it', async () => {
  server = await createServer(pretendParts(pretendDay));
  const csrf = csrfIn((await server.inject({ url: child, headers: as(1) })).body);
  const send = (url: string, answers: Readonly<Record<string, string>>) =>
    server.inject({ method: 'POST', url, headers: { ...as(1), ...kind }, payload: form({ _csrf: csrf, ...answers }) });
  for (const more of [`import:${id(7, 7)}`, `  IMPORT: ${id(7, 7)}`]) {
    const answer = await send(`${child}/open`, { reason: 'Another reason', more, next: child });
    expect([answer.statusCode, answer.body.includes('Enter the reason in your own words')]).toEqual([400, true]);
    expect((await send(`${child}/family/open`, { reason: more, person: id(1, 1) })).statusCode).toBe(400);
  }
  expect((await server.inject({ url: child, headers: as(1) })).body).toContain('Why are you opening this record?');
});

it('sends those not signed in to the sign-in page, and serves no inline script', async () => {
  server = await createServer(pretendParts(pretendDay));
  const answer = await server.inject('/imports');
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fimports']);
  const page = await server.inject('/sign-in');
  expect(page.body).toContain('Tom Ashdown');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect((await server.inject('/assets/govuk.css')).body).not.toMatch(/Transport|@font-face/);
});

it('shows the board late first, and never a tick or green', async () => {
  server = await createServer(pretendParts(pretendDay));
  const { body, statusCode } = await server.inject({ url: '/', headers: as(1) });
  expect(statusCode).toBe(200);
  expect(body).toMatch(/\d+ of \d+<\/strong> children on protection plans reviewed in the last six months/);
  expect(body).toMatch(/\d+ of \d+<\/strong> children on protection plans reviewed within their own limit/);
  expect(body).toContain('working days late');
  expect(body).toContain('not in the source');
  expect(body).not.toMatch(/tag--green|✓/);
});

it('asks why before a record is opened, and refuses a form without its token', async () => {
  server = await createServer(pretendParts(pretendDay));
  expect((await server.inject({ url: child, headers: as(1) })).body).toContain('Why are you opening this record?');
  expect(
    (await server.inject({ method: 'POST', url: `${child}/open`, headers: { ...as(1), ...kind }, payload: 'reason=x' })).statusCode,
  ).toBe(403);
  await opened(1);
  expect((await server.inject({ url: child, headers: as(1) })).body).toContain('Chronology');
  expect((await server.inject({ url: `${child}?known=2026-02-01`, headers: as(1) })).body).toContain('As known at 1 Feb 2026');
  expect((await server.inject({ url: child, headers: as(6) })).statusCode).toBe(403);
});

it('records a visit once, however often it is sent', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { send } = await opened(0);
  const entry = id(5, 5);
  expect((await send(`${child}/record/visit`, { entry, stage: 'check' })).body).toContain('There is a problem');
  expect((await send(`${child}/record/visit`, { entry, stage: 'check', ...visit })).body).toContain('Check your answers');
  for (const _ of [1, 2]) expect((await send(`${child}/record/visit`, { entry, stage: 'record', ...visit })).statusCode).toBe(303);
  expect(parts.written).toHaveLength(1);
  expect(parts.written[0]).toMatchObject({
    entry,
    step: 'visit',
    happenedOn: '2026-03-02',
    shared: { place: 'home' },
    about: [{ answers: { seen: true, seenAlone: true } }],
  });
});

it('shows what somebody else recorded since the form was read, and keeps the answers; sent again, it is recorded', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { send } = await opened(0);
  const sent = { entry: id(5, 6), stage: 'record', ...visit };
  const answer = await send(`${child}/record/visit`, { ...sent, readAt: '2026-03-03T09:00:00Z' });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('just before you');
  expect(answer.body).toContain('name="f.place" value="home"');
  expect(parts.written).toHaveLength(0);
  const readAt = /name="readAt" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
  expect((await send(`${child}/record/visit`, { ...sent, readAt })).statusCode).toBe(303);
  expect(parts.written).toHaveLength(1);
});

it('decides again when somebody writes between reading and recording', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { send } = await opened(0);
  parts.failNext = 'conflict';
  expect((await send(`${child}/record/visit`, { entry: id(5, 7), stage: 'record', ...visit })).statusCode).toBe(303);
  expect(parts.written).toHaveLength(1);
});

it('closes a restricted record behind its ring, opens it to those who break the glass, and tells the managers', async () => {
  const parts = pretendParts(pretendDay);
  parts.restricted.set(id(1, 0), 'Adoption');
  server = await createServer(parts);
  const { send } = await opened(5 - 1);
  expect((await send(`${child}/open`, { reason: usual })).headers.location).toBe(`${child}/restricted`);
  const closed = await server.inject({ url: `${child}/restricted`, headers: as(4) });
  expect(closed.body).toContain('Adoption');
  expect(closed.body).not.toContain('Amara');
  expect((await send(`${child}/break-glass`, { reason: '' })).statusCode).toBe(400);
  expect((await send(`${child}/break-glass`, { reason: 'Child at the door' })).statusCode).toBe(303);
  expect((await server.inject({ url: child, headers: as(4) })).body).toContain('Amara Okafor');
  expect((await server.inject({ url: '/alerts', headers: as(1) })).body).toContain('Child at the door');
  expect((await server.inject({ url: '/alerts', headers: as(4) })).statusCode).toBe(403);
});
