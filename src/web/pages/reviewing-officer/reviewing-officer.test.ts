import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
beforeEach(async () => {
  server = await createServer(pretendParts(pretendDay, 60));
});

const as = (n: number): string => `sightline=token-of-${id(2, n)}`;
const [worker, manager, head, officer, duty] = [0, 1, 2, 3, 4].map(as);
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });

it('an officer lands on their own reviews, with what waits and where to say that it is done', async () => {
  const { statusCode, body } = await get('/reviewing-officer', officer);
  expect(statusCode).toBe(200);
  expect(body).toContain('My reviews');
  expect(body).toContain('below the 50 to 70');
  expect(body).toContain(`/record/reviewEventConsidered?event=${id(7, 2)}`);
  expect(body).toContain(`/record/lookedAfterReviewRecord?review=${id(7, 1)}`);
  expect(body).toContain('Head of service, since');
  expect(body).toContain('Officer tied to the case');
});

it('a head of service begins with all officers, sees whose children have none, and opens one desk', async () => {
  const all = (await get('/reviewing-officer', head)).body;
  expect(all).toContain('Caseloads, the largest first');
  expect(all).toContain('Without a reviewing officer');
  expect((await get(`/reviewing-officer?officer=${id(2, 3)}`, head)).body).toContain('Reviews of Ruth Oyelaran');
  expect((await get(`/reviewing-officer?officer=${id(2, 99)}`, head)).statusCode).toBe(404);
});

it('is nobody else’s: not a worker’s, a manager’s or the duty worker’s, nor another officer’s', async () => {
  for (const who of [worker, manager, duty]) expect((await get('/reviewing-officer', who)).statusCode).toBe(403);
  expect((await get(`/reviewing-officer?officer=${id(2, 0)}`, officer)).statusCode).toBe(403);
  expect((await get('/reviewing-officer', undefined)).headers.location).toContain('/sign-in');
});

it('a link from the desk fills in which event it is about', async () => {
  const child = id(1, 8);
  const page = await get(`/children/${child}`, officer);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  await server.inject({
    method: 'POST',
    url: `/children/${child}/open`,
    headers: { cookie: officer ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, reason: 'I am preparing or chairing a meeting' }).toString(),
  });
  const form = (await get(`/children/${child}/record/reviewEventConsidered?event=${id(7, 2)}`, officer)).body;
  expect(form).toMatch(new RegExp(`value="${id(7, 2)}"[^>]*selected`));
});
