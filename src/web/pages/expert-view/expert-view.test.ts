import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
beforeEach(async () => {
  server = await createServer(pretendParts(pretendDay));
});

const [worker, manager] = [0, 1].map((n) => `sightline=token-of-${id(2, n)}`);
const expert = `sightline=token-of-${id(2, 20)}`;
const at = `/children/${id(1, 0)}`;
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function send(url: string, cookie: string | undefined, form: Readonly<Record<string, string>>) {
  const page = cookie === expert ? '/shown-to-me' : '/board';
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(page, cookie)).body)?.[1] ?? '';
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  });
}
const give = async (more: Readonly<Record<string, string>> = {}) => {
  await send(`${at}/open`, manager, { reason: 'I supervise or manage the work' });
  const [, entry = ''] =
    /name="entry" type="checkbox" value="([^"]+)"|value="([^"]+)"[^>]*name="entry"/.exec((await get(`${at}/expert-view`, manager)).body) ??
    [];
  return send(`${at}/expert-view`, manager, {
    view: id(8, 1),
    expert: id(2, 20),
    until: '2026-03-10',
    entry: entry === '' ? id(7, 4) : entry,
    ...more,
  });
};

it('a manager chooses entries and a last day; the expert reads them, and nothing else', async () => {
  expect((await give()).headers.location).toBe(`${at}/expert-view`);
  expect((await get('/shown-to-me', expert)).body).toMatch(new RegExp(`/shown-to-me/${id(8, 1)}[^]*until 10 Mar 2026`));
  expect((await get(`/shown-to-me/${id(8, 1)}`, expert)).body).toContain('At the table, drawing.');
  expect((await get(`/shown-to-me/${id(8, 1)}`, worker)).statusCode).toBe(404);
});

it('an account without a role is led to what is shown to it from every other page, and posts nothing', async () => {
  for (const url of ['/', '/board', '/find', at, `${at}/expert-view`, '/files/x', '/my-day', '/drafts'])
    expect((await get(url, expert)).headers.location, url).toBe('/shown-to-me');
  expect((await get('/events', expert)).headers.location).toBe('/shown-to-me');
  for (const url of ['/find', `${at}/open`, `${at}/record/visit`, '/board/views'])
    expect((await send(url, expert, { name: 'Khan', reason: 'Something else' })).statusCode, url).toBe(403);
  expect((await get('/procedures', expert)).statusCode).toBe(200);
});

it('is withdrawn at once, and decided by managers alone', async () => {
  await give();
  await send(`${at}/expert-view/withdraw`, manager, { view: id(8, 1) });
  expect((await get(`/shown-to-me/${id(8, 1)}`, expert)).statusCode).toBe(404);
  expect((await get(`${at}/expert-view`, worker)).statusCode).toBe(403);
  expect((await send(`${at}/expert-view`, worker, { expert: id(2, 20) })).statusCode).toBe(403);
  expect((await give({ until: 'soon' })).body).toContain('Enter the last day as 2026-04-17');
});
