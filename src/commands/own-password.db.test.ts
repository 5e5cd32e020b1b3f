import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { createLog } from '../platform/log.ts';
import { hashPassword } from '../platform/password.ts';
import { addAuthority, addMember } from '../record/members.ts';
import { membersOf } from './web-members.ts';

const [before, after] = ['copper lantern orchard', 'three blue teapots'];

let fresh: FreshDatabase;
let members: ReturnType<typeof membersOf>;
const lines: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  const log = createLog('json', { out: (line) => void lines.push(line), error: (line) => void lines.push(line) });
  members = membersOf(fresh.app, { subscribe: () => () => {} }, log);
  for (const authority of [1, 2]) await addAuthority(fresh.owner, { authority, name: `Council ${authority}` });
});
afterAll(() => fresh.drop());

async function somebody(authority: number, email: string, password: string | undefined) {
  const given = password === undefined ? {} : { password: await hashPassword(password) };
  const [first = 'teamManager', name] = [authority === 1 ? ('socialWorker' as const) : ('teamManager' as const), 'Ada Lovelace'];
  await addMember(fresh.owner, { authority, member: randomUUID(), name, email, roles: [first], ...given });
}

async function signIn(email: string, password: string) {
  const token = (await members.signInByPassword(email, password)) ?? '';
  const signedIn = await members.sessionOf(token);
  if (signedIn === undefined) throw new Error('not signed in');
  return { token, session: signedIn.session };
}

it('who knows the password changes it: their other sessions end, nobody else’s, and no word of it is logged', async () => {
  await somebody(1, 'ada@example.org', before);
  await somebody(2, 'mary@example.org', before);
  const [here, elsewhere, colleague] = [
    await signIn('ada@example.org', before),
    await signIn('ada@example.org', before),
    await signIn('mary@example.org', before),
  ];
  expect(await members.changePassword(here, { current: 'not the old one', next: after })).toBe('wrong');
  expect(await members.sessionOf(elsewhere.token)).toBeDefined();
  expect(await members.changePassword(here, { current: before, next: after })).toBe('changed');
  expect([
    await members.sessionOf(here.token),
    await members.sessionOf(elsewhere.token),
    await members.sessionOf(colleague.token),
  ]).toMatchObject([{ name: 'Ada Lovelace' }, undefined, { session: { authority: 2 } }]);
  expect(await members.signInByPassword('ada@example.org', before)).toBeUndefined();
  await signIn('ada@example.org', after);
  await signIn('mary@example.org', before);
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['password-not-changed', 'password-changed']);
  for (const word of [before, after, 'Ada', 'argon2', here.session.actor, here.token]) expect(lines.join('')).not.toContain(word);
});

it('who has no password, and who has left, changes none', async () => {
  await somebody(1, 'nopassword@example.org', undefined);
  const { rows } = await fresh.owner.pool.query<{ member: string }>(
    "select member from access.member where email = 'nopassword@example.org'",
  );
  const token = await members.signIn(1, rows[0]?.member ?? '');
  const session = (await members.sessionOf(token))?.session;
  if (session === undefined) throw new Error('not signed in');
  expect(await members.changePassword({ session, token }, { current: '', next: after })).toBe('none');
  await fresh.owner.pool.query(
    "update access.member set left_at = now(), password = 'argon2id$x$x' where email = 'nopassword@example.org'",
  );
  expect(await members.changePassword({ session, token }, { current: before, next: after })).toBe('none');
});
