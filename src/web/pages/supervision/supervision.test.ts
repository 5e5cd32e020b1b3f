import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});

const [worker, manager, head] = [0, 1, 2].map((n) => `sightline=token-of-${id(2, n)}`);
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function send(url: string, cookie: string | undefined, form: Readonly<Record<string, string>>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/supervision', cookie)).body)?.[1] ?? '';
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  });
}
const begun = async (): Promise<string> =>
  String((await send(`/supervision/${id(2, 0)}/begin`, manager, { grade: 'socialWorker' })).headers.location);

async function opened(cookie: string | undefined): Promise<string> {
  const file = await begun();
  await get(file, cookie);
  return file.slice('/files/'.length);
}

it('a manager begins a file with the agreement, and is told what the next supervision is about', async () => {
  expect((await get('/supervision', manager)).body).toContain('1 without an agreement');
  const file = await begun();
  expect(file).toMatch(/^\/files\//);
  expect(parts.written.at(-1)).toMatchObject({ step: 'staffSupervisionAgreement', shared: { grade: 'socialWorker' } });
  const page = (await get(file, manager)).body;
  expect(page).toContain('Staff file of Priya Shah');
  expect(page).toContain('never discussed in supervision');
  expect(page).toContain('Record a supervision with the children ticked');
});

it('is begun once, however often the button is pressed', async () => {
  expect(await begun()).toBe(await begun());
  expect(parts.written.filter(({ step }) => step === 'staffSupervisionAgreement')).toHaveLength(1);
});

it('keeps the first day of somebody newly qualified, and asks for the grade', async () => {
  const day = '2026-02-02';
  await send(`/supervision/${id(2, 0)}/begin`, manager, { grade: 'newlyQualified', startedInPostOn: day });
  expect(parts.written.at(-1)?.shared).toMatchObject({ grade: 'newlyQualified', startedInPostOn: day });
  expect((await send(`/supervision/${id(2, 0)}/begin`, manager, { grade: '' })).statusCode).toBe(400);
});

it('a worker sees their own, begins nothing, and has no span of anybody', async () => {
  expect((await send(`/supervision/${id(2, 0)}/begin`, worker, { grade: 'socialWorker' })).statusCode).toBe(403);
  const page = (await get('/supervision', worker)).body;
  expect(page).toContain('My own supervision');
  expect(page).not.toContain('People I supervise');
  expect(page).not.toContain('Who may need help');
});

it('how many a manager supervises is told to the head of service alone', async () => {
  expect((await get('/supervision', head)).body).toContain('Who may need help with supervising');
  expect((await get('/supervision', manager)).body).not.toContain('Who may need help with supervising');
  expect((await get('/board', head)).body).not.toContain('upervises');
});

it('one save is an entry in the staff file and one on the child’s record, with the action; and no word is in both', async () => {
  const file = await opened(manager);
  const form = await get(`/children/${file}/record/staffSupervision?cases.0.child=${id(1, 0)}`, manager);
  expect(form.body).toMatch(new RegExp(`value="${id(1, 0)}" selected`));
  const sent = await send(`/children/${file}/record/staffSupervision`, manager, {
    entry: id(5, 1),
    stage: 'record',
    'f.heldOn': '2026-03-03',
    'f.held': 'yes',
    'f.wellbeing': 'Sleeps badly',
    'f.cases.0.child': id(1, 0),
    'f.cases.0.discussed': 'The bedroom was not seen',
    'f.cases.0.action': 'Visit unannounced',
    'f.cases.0.owner': id(2, 0),
    'f.cases.0.byWhen': '2026-03-06',
  });
  expect(sent.statusCode).toBe(303);
  const [ofStaff, ofChild, action] = parts.written.slice(-3);
  expect(ofStaff).toMatchObject({ step: 'staffSupervision', about: [{ person: file }], shared: { children: [{ child: id(1, 0) }] } });
  expect(JSON.stringify(ofStaff)).not.toContain('bedroom');
  expect(ofChild).toMatchObject({ step: 'caseDiscussion', about: [{ person: id(1, 0) }] });
  expect(JSON.stringify([ofChild, action])).not.toContain('Sleeps');
  expect(action).toMatchObject({ step: 'action', about: [{ person: id(1, 0) }], shared: { owner: id(2, 0), what: 'Visit unannounced' } });
  expect((await get(`/children/${file}?recorded=1`, manager)).headers.location).toBe(`/files/${file}?recorded=1`);
});

it('the agenda tells what was agreed last time, what is begun and left, and leads to what followed on the children’s records', async () => {
  const file = await opened(manager);
  await send(`/children/${file}/record/staffSupervision`, manager, {
    entry: id(5, 1),
    stage: 'record',
    'f.heldOn': '2026-03-03',
    'f.held': 'yes',
    'f.cases.0.child': id(1, 0),
    'f.cases.0.discussed': 'The bedroom was not seen',
    'f.cases.0.decided': 'Visit unannounced this week',
    'f.agreedActions.0.what': 'Book the course',
    'f.agreedActions.0.byWhen': '2026-03-20',
  });
  const page = (await get(`/files/${file}`, manager)).body;
  expect(page).toMatch(/2 drafts begun and not recorded, the oldest on 20 Feb 2026[^]*Book the course: not done yet/);
  const followed = (await get(`/supervision/${file}/followed`, manager)).body;
  expect(followed).toMatch(/Visit unannounced this week[^]*Nothing else was done for the child within four weeks/);
  expect(followed).toMatch(new RegExp(`href="/children/${id(1, 0)}/entries/`));
});

it('a step of children is not recorded in a file, and none of files of a child', async () => {
  const file = await opened(worker);
  expect((await get(`/children/${file}/record/visit`, worker)).statusCode).toBe(403);
  await send(`/children/${id(1, 0)}/open`, manager, { reason: 'I supervise or manage the work' });
  expect((await get(`/children/${id(1, 0)}/record/staffSupervision`, manager)).statusCode).toBe(403);
});
