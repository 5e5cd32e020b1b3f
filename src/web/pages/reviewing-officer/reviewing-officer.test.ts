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
const post = async (cookie: string | undefined, url: string, form: Readonly<Record<string, string>>) =>
  server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
/** A child in care whose record this member has opened, and what their forms must send. */
async function openedBy(cookie: string | undefined): Promise<readonly [child: string, csrf: string]> {
  const child = id(1, 8);
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(`/children/${child}`, cookie)).body)?.[1] ?? '';
  await post(cookie, `/children/${child}/open`, { _csrf: csrf, reason: 'I am preparing or chairing a meeting' });
  return [child, csrf];
}
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });

it('an officer lands on their own reviews, with what waits and where to say that it is done', async () => {
  const { statusCode, body } = await get('/reviewing-officer', officer);
  expect(statusCode).toBe(200);
  expect(body).toContain('My reviews');
  expect(body).toContain('below the 50 to 70');
  expect(body).toContain(`/record/reviewEventConsidered?event=${id(7, 2)}`);
  expect(body).toContain(`/record/lookedAfterReviewRecord?review=${id(7, 1)}`);
  expect(body).toMatch(/decisions or a record late after \d+ reviews?;/);
  expect(body).toContain('Head of service, since');
  expect(body).toContain('Officer tied to the case');
});

it('an officer’s day says what of their reviews is late, as the desk does; a worker’s says nothing of reviews', async () => {
  const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  const day = plain((await get('/my-day', officer)).body);
  const desk = plain((await get('/reviewing-officer', officer)).body);
  for (const what of [/\d+ reviews? late/, /\d+ midway checks? late/, /late after \d+ reviews?/, /\d+ events? to consider/])
    expect(what.exec(day)?.[0] ?? 'nothing').toBe(what.exec(desk)?.[0]);
  expect((await get('/my-day', worker)).body).not.toContain('My reviews');
});

it('what is late, or close and not ready, stands before what may wait: by name, with what is missing', async () => {
  const { body } = await get('/reviewing-officer', officer);
  const at = [
    'Late, or close and not ready: ',
    'To be written and sent after a review',
    'is an early one needed?',
    'The other reviews, in the order of their own limits',
  ].map((words) => body.indexOf(words));
  expect(at.every((place) => place > 0)).toBe(true);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  const first = body.slice(at[0], at[1]);
  expect(Number(/not ready: (\d+)/.exec(first)?.[1])).toBe([...first.matchAll(/<th[^>]*scope="row"/g)].length);
});

it('a head of service begins with all officers, sees whose children have none, and opens one desk', async () => {
  const all = (await get('/reviewing-officer', head)).body;
  expect(all).toContain('Caseloads, the largest first');
  expect(all).toContain('Without a reviewing officer');
  expect((await get(`/reviewing-officer?officer=${id(2, 3)}`, head)).body).toContain('Reviews of Ruth Oyelaran');
  expect((await get(`/reviewing-officer?officer=${id(2, 99)}`, head)).statusCode).toBe(404);
});

it('names whoever chaired although they are not independent, and why: a head of service reads all, an officer those of their own children', async () => {
  const all = (await get('/reviewing-officer', head)).body;
  const section = all.slice(all.indexOf('Chaired by somebody who is not independent'));
  for (const words of [
    'Tom Ashdown',
    'They manage the team that has the case',
    'Review child protection conference',
    'decided something in the',
  ])
    expect(section).toContain(words);
  expect((await get('/reviewing-officer', officer)).body).toContain('They manage the team that has the case');
});

it('a review chaired by whoever the database has in the line of the case is held back, and another chair’s is not', async () => {
  const [child, csrf] = await openedBy(officer);
  const [tom, ruth] = [id(2, 1), id(2, 3)];
  const review = (chair: string) =>
    post(officer, `/children/${child}/record/lookedAfterReview`, {
      _csrf: csrf,
      entry: id(5, 1),
      'f.heldOn': '2026-03-02',
      'f.held': 'yes',
      'f.officer': chair,
      'f.isIndependent': 'yes',
      stage: 'check',
    });
  const said = async (chair: string) => /<div[^>]*error-summary.*?<\/ul>/s.exec((await review(chair)).body)?.[0] ?? 'nothing against it';
  const against = await said(tom);
  expect(against).toContain('they manage the team that has the case');
  expect(against).toContain('Care Planning, Placement and Case Review Regulations 2010 reg 46(2)');
  expect(await said(ruth)).toBe('nothing against it');
  expect(await said('')).toContain('In the chair: nobody is named');
});

it('is nobody else’s: not a worker’s, a manager’s or the duty worker’s, nor another officer’s', async () => {
  for (const who of [worker, manager, duty]) expect((await get('/reviewing-officer', who)).statusCode).toBe(403);
  expect((await get(`/reviewing-officer?officer=${id(2, 0)}`, officer)).statusCode).toBe(403);
  expect((await get('/reviewing-officer', undefined)).headers.location).toContain('/sign-in');
});

it('a link from the desk fills in which event it is about', async () => {
  const [child] = await openedBy(officer);
  const form = (await get(`/children/${child}/record/reviewEventConsidered?event=${id(7, 2)}`, officer)).body;
  expect(form).toMatch(new RegExp(`value="${id(7, 2)}"[^>]*selected`));
});
