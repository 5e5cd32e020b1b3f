import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
let at = pretendDay.getTime();
beforeEach(async () => {
  at = pretendDay.getTime();
  parts = Object.assign(pretendParts(pretendDay), { demonstration: false, now: () => new Date(at) });
  server = await createServer(parts);
});
afterEach(() => server.close());

const headers = { cookie: `sightline=token-of-${id(2, 0)}`, 'content-type': 'application/x-www-form-urlencoded' };
const next = 'copper lantern orchard';
const csrf = async () => /name="_csrf" value="([^"]+)"/.exec((await server.inject({ url: '/board', headers })).body)?.[1] ?? '';
const send = async (given: Readonly<Record<string, string>>) =>
  server.inject({ method: 'POST', url: '/password', headers, payload: new URLSearchParams({ _csrf: await csrf(), ...given }).toString() });

it('a password is changed with the one before, and the new one twice; nothing that was typed is given back', async () => {
  const answer = await send({ current: 'the old password', next, again: next });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/password?changed=1']);
  expect((await server.inject({ url: '/password?changed=1', headers })).body).toContain('Your password is changed');
  const wrong = await send({ current: 'another password', next, again: next });
  expect([wrong.statusCode, wrong.body.includes('The password you have now is not right')]).toEqual([400, true]);
  expect(wrong.body).not.toMatch(/another password|copper lantern/);
});

it('a form of another session changes nothing', async () => {
  const payload = new URLSearchParams({ _csrf: 'x', current: 'the old password', next, again: next }).toString();
  expect((await server.inject({ method: 'POST', url: '/password', headers, payload })).statusCode).toBe(403);
  expect((await server.inject({ url: '/password' })).headers.location).toMatch(/^\/sign-in/);
});

it('whoever guesses is made to wait', async () => {
  for (let n = 0; n < 8; n += 1) expect((await send({ current: `guess number ${n}`, next, again: next })).statusCode).toBe(400);
  const answer = await send({ current: 'the old password', next, again: next });
  expect([answer.statusCode, answer.body.includes('Wait a few minutes')]).toEqual([429, true]);
  at += 2 * 60_000;
  expect((await send({ current: 'the old password', next, again: next })).statusCode).toBe(303);
});

it('people of a demonstration are told in a sentence that they have none', async () => {
  await server.close();
  server = await createServer(Object.assign(parts, { demonstration: true }));
  const pages = [await server.inject({ url: '/password', headers }), await send({ current: 'the old password', next, again: next })];
  expect(pages.map(({ statusCode }) => statusCode)).toEqual([200, 400]);
  for (const { body } of pages)
    expect([body.includes('sign in without a password'), body.includes('type="password"')]).toEqual([true, false]);
});
