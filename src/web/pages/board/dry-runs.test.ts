import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

const run = (n: number, kind: string, state: 'finished' | 'stopped') => ({
  run: id(8, n),
  fileName: `file-${n}.xml`,
  fileHash: 'ab',
  kind,
  begunAt: '2026-03-03 09:00:00+00',
  begunBy: id(2, 6),
  finishedAt: '2026-03-03 09:05:00+00',
  childrenTotal: null,
  childrenDone: 4_000,
  entries: 9,
  corrections: 0,
  unchanged: 0,
  state,
  message: null,
});

it('a dry run neither completes an import on the board nor is the latest file', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const board = async () => (await server.inject({ url: '/', headers: { cookie: `sightline=token-of-${id(2, 1)}` } })).body;
  parts.runs.push(run(2, 'cin-dry-run', 'finished'), run(1, 'cin', 'stopped'));
  expect(await board()).toMatch(/import incomplete/i);
  expect(await board()).not.toContain('file-2.xml');
  parts.runs.splice(0, 2, run(3, 'cin-dry-run', 'stopped'));
  expect(await board()).not.toMatch(/import incomplete/i);
});
