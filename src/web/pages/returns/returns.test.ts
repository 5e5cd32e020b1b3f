import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pretendDay, pretendId, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
beforeAll(async () => void (server = await createServer(pretendParts(pretendDay))));
afterAll(() => server.close());
const get = (url: string, n: number) => server.inject({ url, headers: { cookie: `sightline=token-of-${pretendId(2, n)}` } });
const [worker, manager, head, analyst] = [0, 1, 2, 5] as const;

describe('the page of returns', () => {
  it.each([head, analyst])('says what the rules find by team and age, and names nobody whose record is restricted (%s)', async (who) => {
    const { body, statusCode } = await get('/returns', who);
    expect(statusCode).toBe(200);
    for (const words of ['Referral, primary need', '(8610)', 'The census is not taken with it', 'A restricted record', 'Up to a month'])
      expect(body).toContain(words);
  });
  it('narrowed to a team shows its own', async () => {
    const { body } = await get(`/returns?team=${pretendId(3, 0)}`, analyst);
    expect(body).toContain('Amira Example');
    expect(body).not.toContain('A restricted record');
  });
  it.each([worker, manager])('is for nobody else (%s)', async (who) => {
    expect((await get('/returns', who)).statusCode).toBe(403);
    expect((await get('/returns/file?year=2025-26', who)).statusCode).toBe(403);
  });
  it('builds the census of a year, as known at the end of a day', async () => {
    const { body, headers } = await get('/returns/file?year=2025-26&known=2026-01-31', analyst);
    expect(body).toContain('2025-26 2026-01-31T23:59:59');
    expect(headers['content-disposition']).toBe('attachment; filename="children-in-need-2025-26.xml"');
    const set = await get('/returns/file?return=ssda903&year=2025-26', analyst);
    expect(set.headers['content-disposition']).toBe('attachment; filename="children-looked-after-2025-26.zip"');
    expect(set.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const xml = await get('/returns/file?return=ssda903-xml&year=2025-26', analyst);
    expect(xml.headers['content-disposition']).toBe('attachment; filename="children-looked-after-2025-26.xml"');
    expect(xml.body).toContain('<EXPSSDA903>');
    expect((await get('/returns/file?year=1999-00', analyst)).statusCode).toBe(404);
    expect((await get('/returns/file?year=2025-26&known=2026-02-31', analyst)).statusCode).toBe(400);
  });
});

it('whoever can mend it sees in their day what the returns would not take, and where to put it right', async () => {
  const { body } = await get('/my-day', worker);
  expect(body).toContain('Dental check, the child was seen by the dentist');
  expect(body).toContain('The looked-after return is not taken with it');
  expect(body).toContain('To be put right for the statutory returns');
  expect(body).toMatch(new RegExp(`/children/${pretendId(1, 0)}/entries/${pretendId(9, 1)}/correct`));
  expect((await get('/my-day', manager)).body).not.toContain('To be put right for the statutory returns');
});
