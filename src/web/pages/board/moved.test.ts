import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

it('a board of the past says how many of its children are another’s now; a board of now has none', async () => {
  const parts = pretendParts(pretendDay);
  parts.moved = 3;
  server = await createServer(parts);
  const board = async (url: string) => (await server.inject({ url, headers: { cookie: `sightline=token-of-${id(2, 1)}` } })).body;
  const words = '3 children on a plan or looked after then have since moved to another team or worker';
  expect(await board('/board?known=2026-01-31')).toContain(words);
  expect(await board('/board')).not.toContain('since moved');
});
