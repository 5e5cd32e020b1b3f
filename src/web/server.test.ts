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
  await send(`${child}/open`, { reason: 'I work with this child or their family', next: child });
  return { csrf, send };
}

const visit = { 'f.visitedOn': ['2', '3', '2026'], 'f.place': 'home', [`e.${id(1, 0)}.seen`]: 'yes', [`e.${id(1, 0)}.seenAlone`]: 'yes' };

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
  expect(body).toContain('children on plans reviewed within the last six months');
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

it('shows a conflict and keeps the answers', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { send } = await opened(0);
  parts.failNext = 'conflict';
  const answer = await send(`${child}/record/visit`, { entry: id(5, 6), stage: 'record', ...visit });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('just before you');
  expect(answer.body).toContain('name="f.place" value="home"');
});
