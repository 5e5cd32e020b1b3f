import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pretendDay, pretendId, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { bandSaid, said } from './said.ts';

let server: FastifyInstance;
let none: FastifyInstance;
const cookie = (n: number) => ({ cookie: `sightline=token-of-${pretendId(2, n)}` });
const [worker, manager, head, officer, duty, analyst, administrator] = [0, 1, 2, 3, 4, 5, 6] as const;
const get = (url: string, who: number = head, from = server) => from.inject({ url, headers: cookie(who) });

const csrfOf = async (who: number, from: FastifyInstance): Promise<string> =>
  /name="_csrf" value="([^"]+)"/.exec((await get('/what-if', who, from)).body)?.[1] ?? '';
/** With the token that every page of theirs has, also that by which they are turned away. */
async function post(url: string, payload: string, who: number = head, from = server) {
  const headers = { ...cookie(who), 'content-type': 'application/x-www-form-urlencoded' };
  return from.inject({ method: 'POST', url, headers, payload: `${payload}&_csrf=${await csrfOf(who, from)}` });
}

beforeAll(async () => {
  server = await createServer(pretendParts(pretendDay));
  none = await createServer(pretendParts(pretendDay, 0));
});
afterAll(() => Promise.all([server.close(), none.close()]));

describe('what if', () => {
  it.each([head, analyst])('is for heads of service and analysts (%s)', async (who) => {
    const { statusCode, body } = await get('/what-if', who);
    expect(statusCode).toBe(200);
    expect(body).toContain('name="a-referrals" value="30" type="text" inputmode="decimal"');
  });

  it.each([worker, manager, officer, duty, administrator])('is for nobody else (%s)', async (who) => {
    expect((await get('/what-if', who)).statusCode).toBe(403);
    for (const url of ['/what-if', '/what-if/cancel']) {
      const posted = await post(url, 'given=yes', who);
      expect(posted.statusCode).toBe(403);
      expect(posted.body).toContain('Your role does not include this page');
    }
  });

  it('simulates what is asked, and its address shows it again', async () => {
    const question = 'given=yes&a-referrals=30&b-workers=5&c-merged=yes';
    const asked = `/what-if?${question}`;
    expect((await get(asked)).body).not.toContain('id="twelve"');
    const begun = await post('/what-if', question);
    expect([begun.statusCode, begun.headers.location]).toEqual([303, asked]);
    const { body } = await get(asked);
    for (const head of ['As now', 'A: Referrals +30 %', 'B: 5 more workers', 'C: The two smallest teams merged'])
      expect(body).toContain(head);
    for (const heading of ['How far it was off last year', 'Places for children looked after', 'How it is simulated'])
      expect(body).toContain(heading);
    expect(body.match(/<svg class="sl-fan"/g)?.length).toBe(4 * 5 + 1 + 7 + 5);
    expect(body).toContain('as a table');
  });

  it('names the field that is wrong, what was typed and what would be right, keeps it, and simulates nothing', async () => {
    const { statusCode, headers } = await post('/what-if', 'given=yes&a-workers=2.5&a-visits=&away=400');
    expect([statusCode, headers.location]).toEqual([303, '/what-if?given=yes&a-workers=2.5&away=400']);
    const { body } = await get(String(headers.location));
    expect(body).toContain('Workers, more or fewer: “2.5” must be a whole number from -500 to 500');
    expect(body).toContain('Away of 100 working weeks: leave, sickness, training: “400” must be a number from 0 to 90');
    expect(body).toContain('value="400"');
    const hours = await get('/what-if?given=yes&opens=10&closes=9');
    expect(hours.body).toContain('Hour at which it ends: “9” must be later than it begins, 10');
    for (const [name, usual] of Object.entries({ spread: 60, opens: 9, closes: 17, assessmentDays: 45, lookedAfterDays: 800 }))
      expect((await get('/what-if')).body).toContain(`name="${name}" value="${usual}"`);
    expect(body).not.toContain('<progress');
  });

  it('shows how far it is without a script too, and is cancelled', async () => {
    const asked = '/what-if?given=yes&seed=2';
    await post('/what-if', 'given=yes&seed=2');
    const { body } = await get(asked);
    expect(body).toContain('42% simulated');
    expect(body).toContain('<noscript><meta http-equiv="refresh"');
    const posted = await post('/what-if/cancel?given=yes&seed=2', '');
    expect([posted.statusCode, posted.headers.location]).toEqual([303, asked]);
    expect((await get(asked)).body).toContain('was cancelled');
  });

  it('simulates nothing by an address alone, nor for a page of others that sends the form', async () => {
    const asked = '/what-if?given=yes&a-referrals=10&seed=2';
    await get(`${asked}&run=yes`);
    const headers = { ...cookie(head), 'content-type': 'application/x-www-form-urlencoded' };
    const forged = await server.inject({ method: 'POST', url: '/what-if', headers, payload: 'given=yes&a-referrals=10&seed=2' });
    expect(forged.statusCode).toBe(403);
    expect((await get(asked)).body).not.toContain('% simulated');
  });

  it('says that nothing can be said of too few', async () => {
    await post('/what-if', 'given=yes', analyst, none);
    const { body } = await get('/what-if?given=yes', analyst, none);
    expect(body).toContain('Fewer than 20 children came');
    expect(body).not.toContain('Simulate</button>');
  });
});

it('one to four children are not said', () => {
  expect([0, 0.4, 1, 4.4, 5].map((n) => said('children', n))).toEqual(['0', '0', 'under 5', 'under 5', '5']);
  expect(bandSaid('children', { low: 2, middle: 3, high: 12 })).toBe('under 5 (under 5 to 12)');
  expect(bandSaid('share', { low: 0.101, middle: 0.155, high: 0.2 })).toBe('16 % (10 % to 20 %)');
  expect(said('pounds', 7_249_000)).toBe('£7.2 m');
});
