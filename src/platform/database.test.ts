import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { connect, settingsOf } from './database.ts';

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

/** A message of a server that asks for a password, as PostgreSQL writes it. */
function asking(kind: number, words: string): Buffer {
  const message = Buffer.alloc(9 + words.length);
  message.write('R');
  message.writeInt32BE(8 + words.length, 1);
  message.writeInt32BE(kind, 5);
  message.write(words, 9);
  return message;
}

test('who is not let in does not leave the server waiting: it would keep others from making or dropping a database for a minute', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.once('data', () => {
      socket.write(asking(10, 'SCRAM-SHA-256\u0000\u0000'));
      socket.once('data', () => socket.write(asking(11, 'r=abc,s=QQ==,i=4096')));
    });
    socket.on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const refused = connect(`postgresql://me@127.0.0.1:${port}/it`);
  await expect(refused).rejects.toThrow(/password must be a string/);
  await expect.poll(() => sockets.map(({ destroyed, readableEnded }) => destroyed || readableEnded)).toEqual([true]);
  for (const socket of sockets) socket.destroy();
  server.close();
});
