import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { pretendDay, pretendId, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

const parts = pretendParts(pretendDay);
let server: FastifyInstance;
const cookie = (n: number) => ({ cookie: `sightline=token-of-${pretendId(2, n)}` });
const at = `/children/${pretendId(1, 0)}`;
const [worker, manager, head, officer, duty, analyst, administrator] = [0, 1, 2, 3, 4, 5, 6] as const;
let csrf = '';

const post = (url: string, form: Readonly<Record<string, string>>, who: number = worker) =>
  server.inject({
    method: 'POST',
    url,
    headers: { ...cookie(who), 'content-type': 'application/x-www-form-urlencoded' },
    payload: String(new URLSearchParams({ _csrf: csrf, ...form })),
  });

beforeAll(async () => {
  server = await createServer(parts);
  const asked = await server.inject({ url: at, headers: cookie(worker) });
  csrf = /name="_csrf" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
  await post(`${at}/open`, { reason: 'I work with this child or their family' });
});
afterAll(() => server.close());

describe('the page of what recording costs', () => {
  it.each([manager, head, analyst])('is for managers, heads of service and analysts (%s)', async (who) => {
    const page = await server.inject({ url: '/burden', headers: cookie(who) });
    expect(page.statusCode).toBe(200);
    for (const words of [
      'not for appraising anybody',
      'With families, hours',
      'Questions nobody reads',
      'How soon it is on record',
      '8 to 28 days after',
      'Medical examination',
      'as it was worded before',
    ])
      expect(page.body).toContain(words);
  });
  it.each([worker, officer, duty, administrator])('and for nobody else (%s)', async (who) => {
    expect((await server.inject({ url: '/burden', headers: cookie(who) })).statusCode).toBe(403);
  });
  it('shows a team its own weeks, and leaves out the one of too few people', async () => {
    const rows = async (query: string) =>
      (
        (await server.inject({ url: `/burden${query}`, headers: cookie(manager) })).body.split('id="lag"')[0]?.match(/<th scope="row"/g) ??
        []
      ).length;
    expect([await rows(''), await rows(`?team=${pretendId(3, 0)}`)]).toEqual([8, 7]);
  });
});

describe('a form that is recorded', () => {
  const draft = { entry: pretendId(6, 1), tab: pretendId(6, 2), version: '0', seq: '1' };
  it('tells the seconds since the last save, as far as they can be true', async () => {
    parts.added.length = 0;
    await post(`${at}/record/visit/draft`, { ...draft, 'f.note': 'Seen', spent: '40', sitting: '1' });
    await post(`${at}/record/visit/draft`, { ...draft, seq: '2', 'f.note': 'Seen them', spent: '999999', sitting: '7' });
    await post(`${at}/record/visit/draft`, { ...draft, seq: '3', 'f.note': 'Seen all', spent: '-5', sitting: 'x' });
    expect(parts.added.map(({ step, seconds, sittings }) => [step, seconds, sittings])).toEqual([
      ['visit', 40, 1],
      ['visit', 3600, 1],
      ['visit', 0, 0],
    ]);
    expect(JSON.stringify(parts.drafts.stored.get(draft.entry))).not.toContain('spent');
  });
  it('tells what it asked once, when it is recorded: without scripts too', async () => {
    parts.added.length = 0;
    const today = dayInEngland(pretendDay);
    const form = { entry: pretendId(6, 3), 'f.visitedOn': today, 'offered.f.visitedOn': JSON.stringify(today), 'f.place': 'home' };
    const own = `e.${pretendId(1, 0)}`;
    const visit = { ...form, [`${own}.seen`]: 'yes', [`${own}.seenAlone`]: 'yes', stage: 'record' };
    expect((await post(`${at}/record/visit`, visit)).statusCode).toBe(303);
    await post(`${at}/record/visit`, visit);
    const told = parts.added.filter(({ forms }) => forms === 1);
    expect(told).toEqual([
      {
        step: 'visit',
        forms: 1,
        shown: 7, // where the child lives is not known: it is asked
        answered: 4,
        mandatory: 2,
        prefilled: 1,
        corrected: 0,
        rekeyed: 0,
        dated: 1,
        lagDays: 0,
        prompt: 1,
        contactMinutes: 60,
      },
    ]);
  });
});
