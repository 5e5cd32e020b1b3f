import { expect, test } from 'vitest';
import { settingsOf } from './database.ts';

const actor = '018f0000-0000-7000-8000-000000000001';
const session = { authority: 301, actor, roles: ['socialWorker', 'teamManager'], teams: [actor], scope: 'teams' } as const;

test('a session becomes literal settings of the transaction', () => {
  expect(settingsOf(session)).toBe(
    `SET LOCAL app.authority = '301'; SET LOCAL app.actor = '${actor}'; SET LOCAL app.roles = 'socialWorker,teamManager'; ` +
      `SET LOCAL app.teams = '${actor}'; SET LOCAL app.scope = 'teams'; SET LOCAL app.opened = ''; SET LOCAL app.steps = ''`,
  );
});

test.each([
  [{ authority: 0 }, 'authority'],
  [{ authority: 1.5 }, 'authority'],
  [{ authority: Number.NaN }, 'authority'],
  [{ actor: "'; drop table x; --" }, 'actor'],
  [{ actor: `${actor}\n` }, 'actor'],
  [{ roles: ["a'"] }, 'roles'],
  [{ roles: ['a,b'] }, 'roles'],
  [{ teams: ['1'] }, 'teams'],
  [{ opened: [`${actor}'`] }, 'opened'],
])('a session with %o never reaches the database', (wrong, name) => {
  expect(() => settingsOf({ ...session, ...wrong })).toThrow(`The session's ${name}`);
});
