import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { addDays, date } from '../../../kernel/calendar/dates.ts';
import type { CopiedChild } from '../../../oversight/emergency-copy/copied-child.ts';
import type { NewCopy } from '../../../record/emergency-copies.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import type { WebParts } from '../../parts.ts';
import { createServer } from '../../server.ts';

const [worker, manager, head, , duty, analyst, administrator] = [0, 1, 2, 3, 4, 5, 6];
const script = '<script>alert(1)</script>';
const child: CopiedChild = {
  name: `Amara ${script}`,
  bornOn: date('2019-05-14'),
  where: `=cmd|' /C calc'!A0 ${script}`,
  warnings: [{ title: 'Danger to staff', words: `Dog ${script}`, from: date('2026-03-01'), source: script }],
  lastSeenOn: date('2026-02-20'),
  due: [
    { title: 'Visit', on: date('2026-02-27') },
    { title: 'Core group', on: addDays(date('2026-03-03'), 4) },
  ],
};

let server: FastifyInstance;
let asked: { readonly copy: NewCopy; readonly passphrase?: string; readonly by?: string }[];
beforeEach(async () => {
  asked = [];
  const copies: WebParts['copies'] = {
    made: async () => [],
    make: async (_session, copy, by, passphrase) => {
      asked.push({ copy, passphrase, by });
      return { kind: 'made', number: 7, children: 2, fileName: 'emergency-copy-7-2026-03-03.html', file: '<!DOCTYPE html>sealed' };
    },
    pack: async (_session, copy) => {
      asked.push({ copy });
      return { kind: 'packed', pack: { number: 8, madeAt: pretendDay.toISOString(), asked: copy, children: [child] } };
    },
  };
  server = await createServer({ ...pretendParts(pretendDay), copies });
});
afterEach(() => server.close());

const as = (member: number | undefined) => ({ cookie: `sightline=token-of-${id(2, member ?? 99)}` });
const get = (url: string, member: number | undefined) => server.inject({ url, headers: as(member) });
const inPage = (html: string, name: string, from = 0): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html.slice(from))?.[1] ?? '';

async function send(url: string, member: number | undefined, answers: Readonly<Record<string, string>>) {
  const page = (await get('/emergency-copy', member)).body;
  const csrf = inPage(page, '_csrf') || inPage((await get('/', member)).body, '_csrf');
  const copy = inPage(page, 'copy') || id(9, 9);
  const kind = url.endsWith('pack') ? 'pack' : 'copy';
  const payload = new URLSearchParams({ _csrf: csrf, kind, copy, recipient: 'Night desk', days: '3', ...answers }).toString();
  return server.inject({ method: 'POST', url, payload, headers: { ...as(member), 'content-type': 'application/x-www-form-urlencoded' } });
}

describe('who may', () => {
  test.each([
    ['a social worker', worker, 403, 403],
    ['an analyst', analyst, 403, 403],
    ['an administrator', administrator, 200, 403],
    ['a team manager', manager, 200, 200],
    ['a duty worker', duty, 200, 200],
    ['a head of service', head, 200, 200],
  ])('%s', async (_, member, reads, makes) => {
    expect((await get('/emergency-copy', member)).statusCode).toBe(reads);
    expect((await send('/emergency-copy', member, { scope: 'all' })).statusCode).toBe(makes);
    expect((await send('/emergency-copy/pack', member, { scope: `team ${id(3, 0)}` })).statusCode).toBe(makes);
    expect(asked).toHaveLength(makes === 200 ? 2 : 0);
    expect((await get('/my-day', member)).body.includes('href="/emergency-copy"')).toBe(reads === 200);
  });

  it('gives a manager their own teams only', async () => {
    const page = (await get('/emergency-copy', manager)).body;
    expect(page).toContain('All my teams');
    expect(page).not.toContain('South 2');
    expect((await send('/emergency-copy', manager, { scope: `team ${id(3, 1)}` })).statusCode).toBe(400);
    await send('/emergency-copy', manager, { scope: 'all' });
    expect(asked.map(({ copy }) => [copy.scope, copy.teams])).toEqual([['North 1', [id(3, 0)]]]);
    expect((await get('/emergency-copy', head)).body).toContain('South 2');
  });
});

describe('a copy', () => {
  it('shows its passphrase once, and its file to nobody but whoever made it', async () => {
    const made = await send('/emergency-copy', head, { scope: 'all' });
    const [{ passphrase = '', by, copy } = { copy: undefined }] = asked;
    expect(passphrase.split(' ')).toHaveLength(8);
    expect(made.body).toContain(passphrase);
    expect(made.headers['cache-control']).toBe('no-store');
    expect([by, copy?.recipient, copy?.scope, copy?.expiresAt]).toEqual([
      'Helen Voss',
      'Night desk',
      'The whole authority',
      '2026-03-06T10:00:00.000Z',
    ]);
    expect((await get('/emergency-copy', head)).body).not.toContain(passphrase);
    const file = await get('/emergency-copy/7/file', head);
    expect(file.body).toBe('<!DOCTYPE html>sealed');
    expect(file.headers['content-disposition']).toBe('attachment; filename="emergency-copy-7-2026-03-03.html"');
    expect((await get('/emergency-copy/7/file', duty)).statusCode).toBe(404);
    expect((await get('/emergency-copy/7/file', worker)).statusCode).toBe(403);
  });

  test.each([
    [{ recipient: 'x' }, 'Enter for whom'],
    [{ scope: 'team nobody' }, 'Select of whom'],
    [{ days: '400' }, 'Select when it expires'],
    [{ copy: 'not-an-id' }, 'This form is not whole'],
  ])('is refused in words: %o', async (answers: Readonly<Record<string, string>>, words) => {
    const answer = await send('/emergency-copy', head, { scope: 'all', ...answers });
    expect([answer.statusCode, asked.length]).toEqual([400, 0]);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('There is a problem');
  });

  it('is refused without the form’s token', async () => {
    expect((await send('/emergency-copy', head, { scope: 'all', _csrf: 'x' })).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('a caseload pack', () => {
  it('stands on paper with its number, what is late, and nothing that runs', async () => {
    const { body, statusCode } = await send('/emergency-copy/pack', duty, { scope: `worker ${id(2, 0)}` });
    expect(statusCode).toBe(200);
    expect(asked[0]?.copy).toMatchObject({ worker: id(2, 0), scope: 'The children of Priya Shah', kind: 'pack' });
    expect(body).toContain('Caseload pack number 8, for Night desk. Confidential. Destroy by 6 Mar 2026');
    expect(body).toContain('2 working days late');
    expect(body).toContain('Dog &lt;script');
    expect(body).not.toContain(script);
    expect(body).not.toMatch(/<style|style=|onclick/);
  });
});
