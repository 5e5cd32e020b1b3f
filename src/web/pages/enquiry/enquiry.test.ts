import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer(pretendParts(pretendDay));
});
afterAll(() => server.close());

/** One person of each role, in the order of roles: a social worker, a team manager, …, an analyst. */
const get = (url: string, n: number) => server.inject({ url, headers: { cookie: `sightline=token-of-${id(2, n)}` } });
const [worker, manager, analyst] = [0, 1, 5] as const;

describe('an enquiry over several families', () => {
  it('is its children by its reference, with how each stands; one who is restricted is counted and not named', async () => {
    const { statusCode, body } = await get('/enquiry?reference=ce-2026-014', worker);
    expect(statusCode).toBe(200);
    expect(body).toContain('3 children; 1 record more restricted to others, of whom nothing is said here.');
    expect(body.match(/<a class="govuk-link" href="\/children\//g)).toHaveLength(3);
  });
  it('of no record says so; what is no reference is refused in words', async () => {
    expect((await get('/enquiry?reference=CE-2026-999', worker)).body).toContain('No record bears this reference.');
    const wrong = await get('/enquiry?reference=Amira', worker);
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('never the name of a child of another family');
  });
  it('is for practitioners', async () => expect((await get('/enquiry?reference=CE-2026-014', analyst)).statusCode).toBe(403));
});

describe('families before court', () => {
  it('are one list for managers: the next step of each, what passed first, and how many drift', async () => {
    const { body } = await get('/before-court', manager);
    expect(body).toContain('3 families, 1 of them past a limit.');
    for (const words of ['Send the letter before proceedings', 'Review with the parents', 'Final hearing', '12 weeks'])
      expect(body).toContain(words);
    expect((await get('/before-court', worker)).statusCode).toBe(403);
  });
});
