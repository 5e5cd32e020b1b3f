import { posix } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManual } from '../../../governance/procedures/read-manual.ts';
import { date } from '../../../kernel/calendar/dates.ts';
import { pretendDay, pretendId, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { EntryProcedures } from './step-procedures.tsx';
import { manualFiles } from './manual-folder.tsx';

let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer(pretendParts(pretendDay));
});
afterAll(() => server.close());

const get = (url: string, member?: number) =>
  server.inject({ url, ...(member === undefined ? {} : { headers: { cookie: `sightline=token-of-${pretendId(2, member)}` } }) });

describe('the procedures, to whoever has not signed in', () => {
  it('are listed, with the edition that is in force', async () => {
    const { statusCode, body } = await get('/procedures');
    expect(statusCode).toBe(200);
    expect(body).toContain('Edition of 8 Jan 2024, in force');
    expect(body).toContain('href="/procedures/child-protection"');
    expect(body).toContain('telephone 999');
  });
  it('say of a step how soon, by its own rule', async () => {
    const { body } = await get('/procedures/child-protection');
    expect(body).toMatch(/id="initial-conference"[^]*within 15 working days[^]*Strategy discussion; or Section 47 enquiry/);
    expect(body).toContain('href="/procedures/moving#moving-out"');
    expect(body).not.toMatch(/<!--|\{\{|\{#/);
  });
  it('are found by words, and what was typed is shown and not run', async () => {
    const { body } = await get(`/procedures/search?words=${encodeURIComponent('core group')}`);
    expect(body).toContain('href="/procedures/child-protection#core-group"');
    expect((await get('/procedures/search?words=%3Cscript%3E')).body).toContain('&lt;script>');
    expect((await get('/procedures/search?words=zebra')).body).toContain('No section holds all these words');
  });
  it('stand whole on one page, whose links stay on it', async () => {
    const { body } = await get('/procedures/whole');
    expect(body).toContain('id="chapter-front-door"');
    expect(body).toContain('href="#strategy-discussion"');
  });
  it('say what changed', async () =>
    expect((await get('/procedures/changes')).body).toContain('Working Together to Safeguard Children 2023'));
  it.each(['/procedures/no-such', '/procedures?edition=2001-01-01', '/procedures/front-door?edition=x'])('%s is not there', async (url) =>
    expect((await get(url)).statusCode).toBe(404),
  );
  it('may be read in a dated edition', async () =>
    expect((await get('/procedures/front-door?edition=2024-01-08')).body).toContain(
      'href="/procedures/child-protection?edition=2024-01-08#strategy-discussion"',
    ));
});

describe('the chapters for our own staff', () => {
  it('are listed and shown to their roles only', async () => {
    expect((await get('/procedures')).body).not.toContain('/procedures/managers');
    expect((await get('/procedures', 0)).body).not.toContain('/procedures/managers');
    expect((await get('/procedures', 1)).body).toContain('/procedures/managers');
    const [nobody, worker, manager] = await Promise.all([undefined, 0, 1].map((who) => get('/procedures/managers', who)));
    expect(nobody?.headers.location).toBe('/sign-in?next=%2Fprocedures%2Fmanagers');
    expect(worker?.statusCode).toBe(403);
    expect(manager?.body).toContain('Deciding against a condition of law');
  });
  it('are not found, printed or told of by what changed, by anybody else', async () => {
    for (const url of ['/procedures/search?words=protected+caseload', '/procedures/whole', '/procedures/changes'])
      expect((await get(url, 0)).body).not.toContain('#allocation');
    expect((await get('/procedures/search?words=protected+caseload', 1)).body).toContain('/procedures/managers#allocation');
  });
});

describe('our own staff', () => {
  const chapter = '/procedures/child-protection';
  const send = async (url: string, member: number, form: Readonly<Record<string, string>>) => {
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(chapter, member)).body)?.[1] ?? '';
    return server.inject({
      method: 'POST',
      url,
      headers: { cookie: `sightline=token-of-${pretendId(2, member)}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
    });
  };
  it('are asked to read what is new, say what they will do, and are asked no more', async () => {
    expect((await get('/procedures', 0)).body).toMatch(/For you to read: \d+ chapters[^]*\/procedures\/child-protection#read/);
    expect((await send(`${chapter}/read`, 0, { 'f.otherwise': '' })).statusCode).toBe(400);
    const sent = await send(`${chapter}/read`, 0, { 'f.otherwise': 'I ask the school every time', 'f.unclear': 'Who asks the midwife?' });
    expect(sent.headers.location).toBe(`${chapter}#read`);
    expect((await get(chapter, 0)).body).toContain('You have read this chapter as it stands since 8 Jan 2024');
    expect((await get('/procedures', 0)).body).not.toContain('/procedures/child-protection#read');
  });
  it('are told of, where they have not, to their manager and to nobody else', async () => {
    expect((await get('/procedures/reading', 1)).body).toMatch(/Protecting a child[^]*?1 of 1[^]*?nobody/);
    expect((await get('/procedures/reading', 1)).body).toContain('0 of 1');
    expect((await get('/procedures/reading', 0)).statusCode).toBe(403);
    expect((await get('/procedures', 0)).body).not.toContain('/procedures/reading');
  });
  it('write what an agency says of a section, which is answered', async () => {
    const said = { 'f.section': 'core-group', 'f.agency': 'education', 'f.comment': 'Told at nine for ten' };
    expect((await send(`${chapter}/comment`, 0, { ...said, 'f.section': 'no-such' })).statusCode).toBe(400);
    expect((await send(`${chapter}/comment`, 0, said)).headers.location).toBe(`${chapter}#comments`);
    const page = (await get(chapter, 1)).body;
    expect(page).toMatch(/School, nursery or college[^]*Told at nine for ten[^]*Not answered; due by 3 Jun 2026/);
    const [, file = ''] = /href="\/files\/([^"]+)"/.exec(page) ?? [];
    await get(`/files/${file}`, 1);
    const form = (await get(`/children/${file}/record/procedureCommentAnswer`, 1)).body;
    const [, comment = ''] = /<option value="([^"]+)" selected[^>]*>03\/03\/2026: Comment/.exec(form) ?? [];
    await send(`/children/${file}/record/procedureCommentAnswer`, 1, {
      entry: pretendId(5, 1),
      stage: 'record',
      'f.on': '2026-03-03',
      'f.comment': comment,
      'f.outcome': 'amended',
      'f.answer': 'Asked by two for the next morning',
    });
    expect((await get(chapter, 0)).body).toMatch(/Taken up[^]*Asked by two for the next morning/);
    expect((await get(chapter)).body).not.toContain('Told at nine');
  });
  it('read nothing more into an edition that has been replaced', async () => {
    const later = await createServer(pretendParts(new Date('2026-12-01T10:00:00Z')));
    const then = (url: string) => later.inject({ url, headers: { cookie: `sightline=token-of-${pretendId(2, 0)}` } });
    expect((await then(`${chapter}?edition=2024-01-08`)).body).not.toContain('I have read and understood');
    expect((await then(chapter)).body).toContain('To be read by 30 Nov 2026, which has passed');
    await later.close();
  });
});

describe('who works in another agency and has no account', () => {
  const chapter = '/procedures/child-protection';
  const said = {
    section: 'core-group',
    agency: 'education',
    comment: 'Rung at <b>noon</b> for one',
    name: 'Ms Teacher',
    email: 'lead@school.example',
  };
  const send = async (url: string, form: Readonly<Record<string, string>>, from = '192.0.2.1', csrf?: string) => {
    const page = await get(`${chapter}/outside`);
    const { value } = page.cookies[0] ?? { value: '' };
    const token = csrf ?? /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return server.inject({
      method: 'POST',
      url,
      remoteAddress: from,
      headers: { cookie: `${page.cookies[0]?.name}=${value}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, ...form }).toString(),
    });
  };
  const queue = async () => (await get('/procedures/outside', 1)).body;

  it('says what a chapter lacks: it waits for who answers, as text, and is published nowhere', async () => {
    expect((await get(chapter)).body).toContain(`href="${chapter}/outside"`);
    const sent = await send(`${chapter}/outside`, { ...said, entry: pretendId(8, 7) });
    expect(sent.body).toContain('Your comment has been sent');
    await send(`${chapter}/outside`, { ...said, entry: pretendId(8, 7) });
    expect((await queue()).match(/Rung at &lt;b>noon&lt;\/b> for one/g)?.length).toBe(1);
    for (const reader of [undefined, 0, 1]) expect((await get(chapter, reader)).body).not.toContain('for one');
    expect((await get('/procedures/outside')).headers.location).toContain('/sign-in');
    expect((await get('/procedures/outside', 0)).statusCode).toBe(403);
  });

  it('is refused what is too long, of no section or agency, without an address, of a chapter for our own staff, or from another form', async () => {
    const wrong = [
      { comment: 'x'.repeat(4001) },
      { comment: ' ' },
      { section: 'x' },
      { agency: 'own' },
      { agency: 'toString' },
      { email: 'a b' },
      { name: '' },
    ];
    for (const more of wrong) expect((await send(`${chapter}/outside`, { ...said, ...more }, '192.0.2.9')).statusCode).toBe(400);
    expect((await get('/procedures/managers/outside')).statusCode).toBe(404);
    expect((await send('/procedures/managers/outside', said)).statusCode).toBe(404);
    expect((await send(`${chapter}/outside`, said, '192.0.2.9', 'forged')).statusCode).toBe(403);
  });

  it('is taken five comments an hour', async () => {
    const statuses = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await send(`${chapter}/outside`, said, '192.0.2.7')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('is taken in by who answers for the procedures, as of its own day, without who wrote; and answered as others are', async () => {
    const settle = async (member: number, outcome: string) =>
      server.inject({
        method: 'POST',
        url: `/procedures/outside/${pretendId(8, 1)}`,
        headers: { cookie: `sightline=token-of-${pretendId(2, member)}`, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          _csrf: /name="_csrf" value="([^"]+)"/.exec((await get(chapter, member)).body)?.[1] ?? '',
          outcome,
        }).toString(),
      });
    expect((await settle(0, 'taken')).statusCode).toBe(403);
    expect((await settle(1, 'taken')).headers.location).toBe('/procedures/outside');
    await settle(1, 'aside');
    expect(await queue()).toMatch(/Taken in[^]*Answer it in the chapter’s file/);
    const { body } = await get(chapter, 1);
    expect(body).toMatch(/We are told at nine[^]*Not answered; due by 3 Jun 2026/);
    expect(body).not.toContain('teacher@school.example');
  });
});

describe('a step leads to its section', () => {
  const child = `/children/${pretendId(1, 0)}`;
  const send = async (url: string, member: number, form: Readonly<Record<string, string>>) => {
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/board', member)).body)?.[1] ?? '';
    return server.inject({
      method: 'POST',
      url,
      headers: { cookie: `sightline=token-of-${pretendId(2, member)}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
    });
  };
  it('on its form, in the edition of the day', async () => {
    await send(`${child}/open`, 0, { reason: 'I work with this child or their family' });
    expect((await get(`${child}/record/visit`, 0)).body).toMatch(
      /new tab: <a class="govuk-link" href="\/procedures\/child-protection#child-protection-visits"/,
    );
  });
  it('on an entry, in the edition in force when it was recorded', async () => {
    const page = (recordedAt: string, now: string) =>
      render(h(EntryProcedures, { manual: readManual(), step: 'visit', roles: ['socialWorker'], now: new Date(now), recordedAt }));
    expect(page('2026-03-03T10:00:00Z', '2026-03-04T10:00:00Z')).toContain('href="/procedures/child-protection#child-protection-visits"');
    expect(page('2026-03-03T10:00:00Z', '2026-12-01T10:00:00Z')).toContain(
      'href="/procedures/child-protection?edition=2024-01-08#child-protection-visits"',
    );
    expect(page('2026-11-02T00:10:00Z', '2026-12-01T10:00:00Z')).toContain('edition of 2 Nov 2026');
    expect(page('2009-01-21T10:00:00Z', '2026-12-01T10:00:00Z')).toContain('before the first edition');
  });
});

describe('the manual as a folder of files', () => {
  const files = manualFiles(readManual(), date('2026-11-28'));
  const paths = new Set(files.map(({ path }) => path));
  it('is today’s edition, and each earlier one in a folder of its own', () => {
    for (const path of ['index.html', 'whole.html', 'changes.html', 'child-protection.html', '2024-01-08/child-protection.html'])
      expect(paths).toContain(path);
  });
  it('leads to its own files and to the web, with no address of a server', () => {
    const dead = files.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:href|src|action)="([^"#]*)(?:#([^"]*))?"/g)]
        .filter(([, to = '', place]) => {
          if (to.startsWith('https://') || to.endsWith('manual.css')) return false;
          const target = to === '' ? path : posix.join(posix.dirname(path), to);
          const found = files.find((file) => file.path === target);
          return found === undefined || (place !== undefined && place !== '' && !found.text.includes(`id="${place}"`));
        })
        .map(([whole]) => `${path}: ${whole}`),
    );
    expect(dead).toEqual([]);
    expect(files.filter(({ text }) => /<script|<form|<!--/.test(text))).toEqual([]);
  });
  it('holds nothing that is for our own staff', () =>
    expect(
      files.filter(({ path, text }) => /managers|information-rights/.test(path) || text.includes('Deciding against a condition')),
    ).toEqual([]));
});
