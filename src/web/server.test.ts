import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from './pretend-parts.ts';
import { createServer } from './server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

const as = (member: number) => ({ cookie: `sightline=token-of-${id(2, member)}` });
const csrfIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const form = (answers: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(answers).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString();
const kind = { 'content-type': 'application/x-www-form-urlencoded' };
const usual = 'I work with this child or their family';
const child = `/children/${id(1, 0)}`;

async function opened(member: number): Promise<{
  readonly csrf: string;
  readonly send: (
    url: string,
    answers: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Awaited<ReturnType<FastifyInstance['inject']>>>;
}> {
  const csrf = csrfIn((await server.inject({ url: child, headers: as(member) })).body);
  const send = (url: string, answers: Readonly<Record<string, string | readonly string[]>>) =>
    server.inject({ method: 'POST', url, headers: { ...as(member), ...kind }, payload: form({ _csrf: csrf, ...answers }) });
  await send(`${child}/open`, { reason: usual, next: child });
  return { csrf, send };
}

const visit = { 'f.visitedOn': ['2', '3', '2026'], 'f.place': 'home', [`e.${id(1, 0)}.seen`]: 'yes', [`e.${id(1, 0)}.seenAlone`]: 'yes' };

it('takes no reason that looks like an import’s, and opens nothing by it', async () => {
  server = await createServer(pretendParts(pretendDay));
  const csrf = csrfIn((await server.inject({ url: child, headers: as(1) })).body);
  const send = (url: string, answers: Readonly<Record<string, string>>) =>
    server.inject({ method: 'POST', url, headers: { ...as(1), ...kind }, payload: form({ _csrf: csrf, ...answers }) });
  for (const more of [`import:${id(7, 7)}`, `  IMPORT: ${id(7, 7)}`]) {
    const answer = await send(`${child}/open`, { reason: 'Another reason', more, next: child });
    expect([answer.statusCode, answer.body.includes('Enter the reason in your own words')]).toEqual([400, true]);
    expect((await send(`${child}/family/open`, { reason: more, person: id(1, 1) })).statusCode).toBe(400);
  }
  expect((await server.inject({ url: child, headers: as(1) })).body).toContain('Why are you opening this record?');
});

it('sends those not signed in to the sign-in page, and serves no inline script', async () => {
  server = await createServer(pretendParts(pretendDay));
  const answer = await server.inject('/imports');
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fimports']);
  const page = await server.inject('/sign-in');
  expect(page.body).toContain('Tom Ashdown');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect((await server.inject('/assets/govuk.css')).body).not.toMatch(/Transport|@font-face/);
});

it('shows the board late first, and never a tick or green', async () => {
  server = await createServer(pretendParts(pretendDay));
  const { body, statusCode } = await server.inject({ url: '/', headers: as(1) });
  expect(statusCode).toBe(200);
  expect(body).toMatch(/\d+ of \d+<\/strong> children on protection plans reviewed in the last six months/);
  expect(body).toMatch(/\d+ of \d+<\/strong> children on protection plans reviewed within their own limit/);
  expect(body).toContain('working days late');
  expect(body).toContain('not in the source');
  expect(body).not.toMatch(/tag--green|✓/);
});

it('asks why before a record is opened, and refuses a form without its token', async () => {
  server = await createServer(pretendParts(pretendDay));
  expect((await server.inject({ url: child, headers: as(1) })).body).toContain('Why are you opening this record?');
  expect(
    (await server.inject({ method: 'POST', url: `${child}/open`, headers: { ...as(1), ...kind }, payload: 'reason=x' })).statusCode,
  ).toBe(403);
  await opened(1);
  expect((await server.inject({ url: child, headers: as(1) })).body).toContain('Chronology');
  expect((await server.inject({ url: `${child}?known=2026-02-01`, headers: as(1) })).body).toContain('As known at 1 Feb 2026');
  expect((await server.inject({ url: child, headers: as(6) })).statusCode).toBe(403);
});

it('records a visit once, however often it is sent', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { send } = await opened(0);
  const entry = id(5, 5);
  expect((await send(`${child}/record/visit`, { entry, stage: 'check' })).body).toContain('There is a problem');
  expect((await send(`${child}/record/visit`, { entry, stage: 'check', ...visit })).body).toContain('Check your answers');
  for (const _ of [1, 2]) expect((await send(`${child}/record/visit`, { entry, stage: 'record', ...visit })).statusCode).toBe(303);
  expect(parts.written).toHaveLength(1);
  expect(parts.written[0]).toMatchObject({
    entry,
    step: 'visit',
    happenedOn: '2026-03-02',
    shared: { place: 'home' },
    about: [{ answers: { seen: true, seenAlone: 'yes' } }],
  });
});

it('shows what somebody else recorded since the form was read, and keeps the answers; sent again, it is recorded', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { send } = await opened(0);
  const sent = { entry: id(5, 6), stage: 'record', ...visit };
  const answer = await send(`${child}/record/visit`, { ...sent, readAt: '2026-03-03T09:00:00Z' });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('just before you');
  expect(answer.body).toContain('name="f.place" value="home"');
  expect(parts.written).toHaveLength(0);
  const readAt = /name="readAt" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
  expect((await send(`${child}/record/visit`, { ...sent, readAt })).statusCode).toBe(303);
  expect(parts.written).toHaveLength(1);
});

it('decides again when somebody writes between reading and recording', async () => {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { send } = await opened(0);
  parts.failNext = 'conflict';
  expect((await send(`${child}/record/visit`, { entry: id(5, 7), stage: 'record', ...visit })).statusCode).toBe(303);
  expect(parts.written).toHaveLength(1);
});

it('closes a restricted record behind its ring, opens it to those who break the glass, and tells the managers', async () => {
  const parts = pretendParts(pretendDay);
  parts.restricted.set(id(1, 0), 'Adoption');
  server = await createServer(parts);
  const { send } = await opened(5 - 1);
  expect((await send(`${child}/open`, { reason: usual })).headers.location).toBe(`${child}/restricted`);
  const closed = await server.inject({ url: `${child}/restricted`, headers: as(4) });
  expect(closed.body).toContain('Adoption');
  expect(closed.body).not.toContain('Amara');
  expect((await send(`${child}/break-glass`, { reason: '' })).statusCode).toBe(400);
  expect((await send(`${child}/break-glass`, { reason: 'Child at the door' })).statusCode).toBe(303);
  expect((await server.inject({ url: child, headers: as(4) })).body).toContain('Amara Okafor');
  expect((await server.inject({ url: '/alerts', headers: as(1) })).body).toContain('Child at the door');
  expect((await server.inject({ url: '/alerts', headers: as(4) })).statusCode).toBe(403);
});

describe('what somebody looks for', () => {
  const names = /Amara|Okafor/i;

  it('is in no address and no title, and the key to it is the session’s own', async () => {
    server = await createServer(pretendParts(pretendDay));
    const { send } = await opened(0);
    for (const [form, given] of [
      ['/find', { name: 'Amara' }],
      [`${child}/family/add`, { words: 'Amara' }],
      [`${child}/chronology`, { words: 'Amara', from: '2026-01-01' }],
    ] as const) {
      const answer = await send(form, given);
      const to = String(answer.headers.location);
      expect(answer.statusCode, form).toBe(303);
      expect(to, form).toMatch(/[?&]search=[0-9a-f-]{36}/);
      expect(to, form).not.toMatch(names);
      const page = await server.inject({ url: to, headers: as(0) });
      expect(page.body, form).toContain('value="Amara"');
      for (const [, address = ''] of page.body.matchAll(/(?:href|action)="([^"]*)"/g)) expect(address, form).not.toMatch(names);
      if (form === '/find') expect(/<title>(.*)<\/title>/.exec(page.body)?.[1], form).not.toMatch(names);
      expect((await server.inject({ url: to, headers: as(2) })).body, form).not.toContain('value="Amara"');
    }
    expect((await send('/find', { name: '' })).headers.location).toBe('/find');
  });

  it('is offered where somebody without a record is named, or given one', async () => {
    server = await createServer(pretendParts(pretendDay));
    const { send } = await opened(0);
    const to = String((await send(`${child}/family/add`, { words: 'Saira Khan' })).headers.location);
    const page = (await server.inject({ url: to, headers: as(0) })).body;
    for (const [place, words] of [
      ['record/relationship', 'value="Saira Khan"'],
      ['family/adult', 'value="Khan"'],
    ] as const) {
      const link = new RegExp(`href="(${child}/${place}[^"]*)"`).exec(page)?.[1] ?? '';
      expect((await server.inject({ url: link, headers: as(0) })).body, place).toContain(words);
    }
  });

  it('does not follow somebody whose session has ended to the sign-in page', async () => {
    server = await createServer(pretendParts(pretendDay));
    expect((await server.inject('/find?name=Amara')).headers.location).toBe('/sign-in?next=%2Ffind');
    expect((await server.inject(`${child}?words=Amara&from=2026-01-01`)).headers.location).toBe(
      `/sign-in?next=${encodeURIComponent(`${child}?from=2026-01-01`)}`,
    );
  });
});

describe('requests of one address', () => {
  const svg = '/assets/sightline.svg';

  it('are counted by session, once somebody has signed in: a council may share one', async () => {
    server = await createServer(pretendParts(pretendDay));
    for (const member of [1, 2]) await server.inject({ url: '/alerts', headers: as(member) });
    let last = 200;
    for (let n = 0; n <= 1200 && last !== 429; n += 1) last = (await server.inject({ url: svg, headers: as(1) })).statusCode;
    expect(last).toBe(429);
    expect((await server.inject({ url: svg, headers: as(2) })).statusCode).toBe(200);
    expect((await server.inject({ url: svg })).statusCode).toBe(200);
  });

  it('are counted by address where the session is made up', async () => {
    server = await createServer(pretendParts(pretendDay));
    let last = 200;
    for (let n = 0; n < 1201 && last !== 429; n += 1)
      last = (await server.inject({ url: svg, headers: { cookie: `sightline=made-up-${n}` } })).statusCode;
    expect(last).toBe(429);
  });

  it('to sign in are refused for wrong passwords alone, to the person who gave them', async () => {
    const parts = Object.assign(pretendParts(pretendDay), { demonstration: false });
    Object.assign(parts.members, {
      signInByPassword: async (_email: string, password: string) => (password === 'right' ? `token-of-${id(2, 1)}` : undefined),
    });
    server = await createServer(parts);
    const page = await server.inject('/sign-in');
    const cookie = `visitor=${page.cookies.find(({ name }) => name === 'visitor')?.value}`;
    const signIn = (email: string, password: string) =>
      server.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { ...kind, cookie },
        payload: form({ _csrf: csrfIn(page.body), email, password }),
      });
    for (let n = 0; n < 30; n += 1) expect((await signIn(`worker${n}@example.org`, 'right')).statusCode).toBe(303);
    for (let n = 0; n < 8; n += 1) expect((await signIn('ada@example.org', 'wrong')).statusCode).toBe(400);
    const refused = await signIn('ada@example.org', 'right');
    expect([refused.statusCode, refused.body.includes('Too many wrong passwords')]).toEqual([429, true]);
    expect((await signIn('bo@example.org', 'wrong')).statusCode).toBe(400);
    expect((await signIn('bo@example.org', 'right')).statusCode).toBe(303);
  });
});

it('a page that asks by itself does not use the session; a person does', async () => {
  const parts = pretendParts(pretendDay);
  const { sessionOf } = parts.members;
  const asked: (string | undefined)[] = [];
  Object.assign(parts.members, {
    sessionOf: async (token: string, by?: string) => {
      asked.push(by);
      return sessionOf(token);
    },
  });
  server = await createServer(parts);
  const of = async (url: string, headers = {}) => {
    asked.length = 0;
    await server.inject({ url, headers: { ...as(1), ...headers } });
    return asked;
  };
  expect(await of('/board')).toEqual(['person']);
  expect(await of('/board/fragment', { 'x-fragment': '1' })).toEqual(['page']);
  expect(await of(`/board/row/${id(1, 0)}`, { 'x-fragment': '1' })).toEqual(['page']);
});

describe('the board', () => {
  const body = async (url: string, member = 1) => (await server.inject({ url, headers: as(member) })).body;

  it('fetched again brings its tabs, with their counts, and asks for what was asked for', async () => {
    server = await createServer(pretendParts(pretendDay));
    const tabs = /<nav[^>]*id="tabs".*?<\/nav>/s;
    const [whole, fragment] = [await body('/board?who=all&state=late'), await body('/board/fragment?who=all&state=late')];
    expect(tabs.exec(fragment)?.[0]).toMatch(/Everyone \(\d+, \d+ in both\)/);
    expect(tabs.exec(fragment)?.[0]).toBe(tabs.exec(whole)?.[0]);
    expect(whole).toContain('data-query="?who=all&amp;state=late"');
    const refused = await server.inject({
      method: 'POST',
      url: '/board/views',
      headers: { ...as(1), ...kind },
      payload: form({ _csrf: csrfIn(whole), name: '', back: '/board?who=all&state=late' }),
    });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('data-query="?who=all&amp;state=late"');
  });

  it('counts what is late among the rows that it shows', async () => {
    server = await createServer(pretendParts(pretendDay));
    for (const query of ['?state=late', '?worker=none', '?category=NEG', '']) {
      const page = await body(`/board${query}`, 2);
      const rows = [...page.matchAll(/<tr class="([^"]*)" id="row-/g)];
      const said = /: (\d+) with something late/.exec(page)?.[1];
      expect(Number(said ?? 0), query).toBe(rows.filter(([, classes]) => classes?.includes('sl-row--late')).length);
    }
  });

  it('says of this month, in the table of twelve, what its figures say', async () => {
    server = await createServer(pretendParts(pretendDay));
    const page = await body('/board?who=plans', 2);
    const [, within, of] = /<strong>(\d+) of (\d+)<\/strong> children on protection plans reviewed in the last six months/.exec(page) ?? [];
    const rows = [...page.matchAll(/<tr[^>]*>\s*<th[^>]*>(\d+ \w+ \d{4})<\/th>(.*?)<\/tr>/gs)];
    const [, day, cells = ''] = rows.at(-1) ?? [];
    expect(rows).toHaveLength(12);
    expect(day).toBe('3 Mar 2026');
    expect([...cells.matchAll(/<td[^>]*>(\d+)<\/td>/g)].slice(0, 2).map(([, n]) => n)).toEqual([of, within]);
  });

  it('is not taken away as now when it was asked for as known at no date', async () => {
    server = await createServer(pretendParts(pretendDay));
    for (const kindOf of ['csv', 'xlsx']) {
      const answer = await server.inject({ url: `/board/file/${kindOf}?known=31%2F02%2F2026`, headers: as(1) });
      expect([answer.statusCode, answer.body.includes('Enter a real date')], kindOf).toEqual([400, true]);
    }
    expect((await server.inject({ url: '/board/file/csv?known=2026-02-01', headers: as(1) })).statusCode).toBe(200);
  });
});
