import { afterAll, beforeAll, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: Awaited<ReturnType<typeof createServer>>;
beforeAll(async () => {
  server = await createServer(pretendParts(pretendDay));
});
afterAll(() => server.close());
const get = (url: string, n: number) => server.inject({ url, headers: { cookie: `sightline=token-of-${id(2, n)}` } });
const [worker, head, analyst] = [0, 2, 5] as const;

it('analysts and heads of service find every form, of children and of each kind of file', async () => {
  for (const who of [head, analyst]) {
    const page = (await get('/forms', who)).body;
    for (const whose of ['Children', 'Staff file', 'Audit programme', 'Procedures']) expect(page, whose).toContain(whose);
    expect(page).toContain('href="/forms/staffSupervision"');
  }
  expect((await get('/forms', worker)).statusCode).toBe(403);
});

it('a form says what is asked, column by column, with what it is answered, and why it must be', async () => {
  const page = (await get('/forms/caseFileAudit', analyst)).body;
  expect(page).toMatch(/A child who is not safe goes to the manager today/);
  expect(page).toMatch(/standards\.verdict[^]*Disputed: the narrative says otherwise/);
  expect((await get('/forms/no-such', analyst)).statusCode).toBe(404);
});
