import { afterEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { pretendDay, pretendId as id, pretendParts } from './pretend-parts.ts';
import { createServer } from './server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

const attributes = (header: string): readonly string[] =>
  header
    .split('; ')
    .slice(1)
    .map((one) => one.toLowerCase())
    .toSorted();
const setBy = (headers: { readonly 'set-cookie'?: string | string[] | undefined }): readonly string[] =>
  [headers['set-cookie'] ?? []].flat();

/** Signs in on the demonstration's page, and gives what the browser was told to keep on the way. */
async function signIn(https: boolean): Promise<{ readonly visitor: string; readonly session: string; readonly ended: readonly string[] }> {
  server = await createServer({ ...pretendParts(pretendDay), https });
  const page = await server.inject('/sign-in');
  const [visitor = ''] = setBy(page.headers);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const send = (url: string, cookie: string, answers: Readonly<Record<string, string>>) =>
    server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookie.split(';')[0] ?? '' },
      payload: new URLSearchParams(answers).toString(),
    });
  const signedIn = await send('/sign-in', visitor, { _csrf: csrf, person: id(2, 1), next: '/board' });
  expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/board']);
  const [session = ''] = setBy(signedIn.headers);
  const board = await server.inject({ url: '/board', headers: { cookie: session.split(';')[0] ?? '' } });
  expect(board.statusCode).toBe(200);
  const out = /name="_csrf" value="([^"]+)"/.exec(board.body)?.[1] ?? '';
  return { visitor, session, ended: setBy((await send('/sign-out', session, { _csrf: out })).headers) };
}

describe.each([
  [true, '__Host-', ['httponly', 'path=/', 'samesite=lax', 'secure']],
  [false, '', ['httponly', 'path=/', 'samesite=lax']],
])('cookies where https is %s', (https, prefix, kept) => {
  it('are the server’s own: no script reads them, no other site sends them, and no other path or machine is given them', async () => {
    const { visitor, session, ended } = await signIn(https);
    expect(visitor).toMatch(new RegExp(`^${prefix}visitor=[\\w-]{20,};`));
    expect(session).toMatch(new RegExp(`^${prefix}sightline=token-of-${id(2, 1)};`));
    expect([attributes(visitor), attributes(session)]).toEqual([kept, kept]);
    expect(ended.join('\n')).toMatch(new RegExp(`^${prefix}sightline=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)`));
  });

  it('of the other kind are nobody’s session', async () => {
    server = await createServer({ ...pretendParts(pretendDay), https });
    const other = https ? 'sightline' : '__Host-sightline';
    expect((await server.inject({ url: '/board', headers: { cookie: `${other}=token-of-${id(2, 1)}` } })).statusCode).toBe(303);
  });
});
