import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { problemsWith } from './new-password.ts';

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

const sent = { current: 'the old password', next, again: next };
test.each<[string, Partial<typeof sent>, string]>([
  ['too short', { next: 'eleven char' }, 'next: The new password has 11 characters. It must have 12 or more'],
  ['as before', { next: sent.current }, 'next: The new password is the one you have now'],
  ['one sign again and again', { next: 'aaaaaaaabbbbbbbb' }, 'next: The new password repeats a few signs'],
  ['what everybody guesses', { next: 'Password1234' }, 'next: The new password is one that is guessed first'],
  ['what everybody guesses, twice', { next: 'passwordpassword' }, 'next: The new password is one that is guessed first'],
  ['one’s own name', { next: 'Priya  Shah 2' }, 'next: The new password is your own name'],
  ['endless', { next: 'copper '.repeat(40) }, 'next: The new password has 280 characters. It must have 200 or fewer'],
  ['nothing', { next: '' }, 'next: Enter a new password'],
  ['not the same twice', { again: 'copper lantern' }, 'again: The new password is not the same both times'],
  ['without the one before', { current: '' }, 'current: Enter the password you have now'],
])('%s is refused in words', (_name, given, expected) => {
  const all = { ...sent, ...given };
  const again = given.next === undefined ? all.again : all.next;
  const [problem, ...more] = problemsWith({ ...all, again }, 'Priya Shah');
  expect([`${problem?.field}: ${problem?.message}`.startsWith(expected), more]).toEqual([true, []]);
});

test.each(['copper lantern orchard', 'three blue teapots', 'ÆØÅ ålborg 1848 nord', 'tr0ub4dor&3xyz', 'passwordless trees grow'])(
  '%s is a password',
  (one) => expect(problemsWith({ current: 'the old password', next: one, again: one }, 'Priya Shah')).toEqual([]),
);
