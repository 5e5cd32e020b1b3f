import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { pretendRun } from '../../pretend-run.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

it('a board names the file because of which it is incomplete, and the latest that came to its end', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const board = async () => (await server.inject({ url: '/', headers: { cookie: `sightline=token-of-${id(2, 1)}` } })).body;
  parts.runs.push(pretendRun({ fileName: 'half.xml', state: 'stopped' }), pretendRun({ fileName: 'whole.xml' }));
  expect(await board()).toMatch(/import incomplete.*half\.xml.*stopped half-way.*3 Mar 2026/s);
  expect(await board()).toContain('Latest file: whole.xml');
  parts.runs.splice(0, 1, pretendRun({ fileName: 'now.xml', state: 'running', finishedAt: null }));
  expect(await board()).toMatch(/import incomplete.*now\.xml.*is being imported since/s);
  parts.runs.splice(0, 1, pretendRun({ fileName: 'next.xml', state: 'stopped', childrenDone: 0 }));
  expect(await board()).toMatch(/import incomplete.*next\.xml.*was sent .*3 Mar 2026.* and has not been taken in whole/s);
  parts.runs.splice(0, 1);
  expect(await board()).not.toMatch(/import incomplete/i);
});
