import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

const as = (member: number) => ({ cookie: `sightline=token-of-${id(2, member)}` });

it('says on the board that limits are being derived again, to those who answer for the service or run it', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const words = 'limits being derived again';
  const toldOf = async () => {
    const pages = await Promise.all([0, 2, 6].map((member) => server.inject({ url: '/board', headers: as(member) })));
    return pages.map(({ statusCode, body }) => [statusCode, body.includes(words)]);
  };
  expect(await toldOf()).toEqual([0, 2, 6].map(() => [200, false]));
  parts.rulesApplied = false;
  expect(await toldOf()).toEqual([
    [200, false],
    [200, true],
    [200, true],
  ]);
});
