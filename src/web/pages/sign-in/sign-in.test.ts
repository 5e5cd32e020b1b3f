import { afterEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

/** Six thousand social workers in two hundred teams, and one head of service. */
const workers = Array.from({ length: 6_000 }, (_, n) => ({
  authority: 1,
  memberId: id(7, n),
  name: n === 4_321 ? 'Zofia Żółkiewska' : `Worker ${n}`,
  role: 'socialWorker' as const,
  team: `Team ${n % 200}`,
}));
const head = { authority: 1, memberId: id(8, 1), name: 'Helen Voss', role: 'headOfService' as const };
const expert = { authority: 1, memberId: id(8, 2), name: 'Dr Quill' };

async function offered(query: string): Promise<{ readonly names: readonly string[]; readonly body: string }> {
  const parts = pretendParts(pretendDay);
  server = await createServer({ ...parts, members: { ...parts.members, demonstrationPeople: async () => [...workers, head, expert] } });
  const { body, statusCode } = await server.inject(`/sign-in${query}`);
  expect(statusCode).toBe(200);
  return { body, names: [...body.matchAll(/<strong>([^<]+)<\/strong><span>/g)].map(([, name = '']) => name) };
}

describe('whom a demonstration offers to be', () => {
  it('is a few of each role at first, however many there are', async () => {
    const { names, body } = await offered('?next=%2Fboard');
    expect(names).toEqual(['Worker 0', 'Worker 1', 'Worker 2', 'Worker 3', 'Helen Voss', 'Dr Quill']);
    expect(body).toContain('href="/sign-in?role=socialWorker&amp;next=%2Fboard"');
    expect(body).toContain('All 6000');
  });

  it('is somebody by the beginnings of a name or a team, with or without accents', async () => {
    expect((await offered('?find=zolk')).names).toEqual(['Zofia Żółkiewska']);
    const { names } = await offered('?find=team+17');
    expect(names).toHaveLength(30);
    expect(names[0]).toBe('Worker 17');
    expect((await offered('?find=nobody')).body).toContain('Nobody is called so');
  });

  it('is everybody of one role, as far as a page goes', async () => {
    const { names, body } = await offered('?role=socialWorker');
    expect(names).toHaveLength(100);
    expect(body).toContain('The first 100 of 6000');
    expect((await offered('?role=headOfService')).names).toEqual(['Helen Voss']);
    expect((await offered('?role=outside')).names).toEqual(['Dr Quill']);
  });
});
