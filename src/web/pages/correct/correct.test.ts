import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

const child = `/children/${id(1, 0)}`;
const correcting = `${child}/entries/${id(7, 4)}/correct`;
const headers = { cookie: `sightline=token-of-${id(2, 0)}`, 'content-type': 'application/x-www-form-urlencoded' };
type Given = Readonly<Record<string, string>>;

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { body } = await server.inject({ url: '/board', headers });
  await post(`${child}/open`, { ...hiddenIn(body), reason: 'I work with this child or their family' });
});
afterEach(() => server.close());

/** What a page's forms send without being asked. */
const hiddenIn = (page: string): Given =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
const post = (url: string, given: Given) => server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(given).toString() });

describe('a correction', () => {
  const answers = { 'f.visitedOn': '2026-02-11', 'f.place': 'home', [`e.${id(1, 0)}.seen`]: 'yes', [`e.${id(1, 0)}.seenAlone`]: 'yes' };
  const corrected = { ...answers, 'f.note': 'Not at the table', reason: 'It was another child' };

  it('is recorded from the page on which it is checked, by what that page sends', async () => {
    const form = await server.inject({ url: correcting, headers });
    const check = await post(correcting, { ...hiddenIn(form.body), ...corrected, stage: 'check' });
    expect(check.body).toContain('Check what you correct');
    const recorded = await post(correcting, { ...hiddenIn(check.body), stage: 'record' });
    expect(recorded.headers['location']).toBe(`${child}/entries/${id(7, 4)}?recorded=1`);
    expect(parts.written).toMatchObject([
      { shared: { note: 'Not at the table' }, about: [{ corrects: 4, reason: 'It was another child' }] },
    ]);
  });

  it('of what somebody else has corrected meanwhile is looked at again', async () => {
    const form = await server.inject({ url: correcting, headers });
    const check = await post(correcting, { ...hiddenIn(form.body), ...corrected, stage: 'check' });
    const first = await post(correcting, { ...hiddenIn(form.body), ...corrected, entry: id(5, 1), stage: 'record' });
    expect(first.statusCode).toBe(303);
    const late = await post(correcting, { ...hiddenIn(check.body), stage: 'record' });
    expect(late.body).toContain('Somebody corrected this entry after you opened it');
    expect(parts.written).toHaveLength(1);
  });
});
