import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { linesIn } from '../../../kernel/field/rows.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});

const [worker, manager, head, officer] = [0, 1, 2, 3].map((n) => `sightline=token-of-${id(2, n)}`);
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function send(url: string, cookie: string | undefined, form: Readonly<Record<string, string>>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/board', cookie)).body)?.[1] ?? '';
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  });
}
const asked = { question: 'Is the child seen alone?', population: 'onPlan', method: 'random', size: '3', seed: 'March' };
async function programme(
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly at: string; readonly children: readonly string[] }> {
  const at = String((await send('/audits', head, { ...asked, ...more })).headers.location);
  const drawn = parts.written.findLast(({ step }) => step === 'auditProgramme');
  return { at, children: linesIn(drawn?.shared['children']).map(({ child }) => String(child)) };
}

/** One auditor’s audit of one child, from the button to the record. */
async function audit(
  by: string | undefined,
  at: string,
  child: string,
  entry: string,
  more: Readonly<Record<string, string>>,
): Promise<string> {
  const to = String((await send(`/audits/${at.slice('/files/'.length)}/audit`, by, { child })).headers.location);
  const sent = { entry, stage: 'record', 'f.auditedOn': '2026-03-03', 'f.child': child, 'f.safe': 'yes', ...more };
  expect((await send(to.split('?')[0] ?? '', by, sent)).statusCode).toBe(303);
  return to;
}

it('draws the same children again with the same seed, and says from how many', async () => {
  const [once, again, other] = [await programme(), await programme(), await programme({ seed: 'April' })];
  expect(once.children).toHaveLength(3);
  expect(again.children).toEqual(once.children);
  expect(other.children).not.toEqual(once.children);
  expect((await get(once.at, head)).body).toMatch(/3 children of \d+ drawn, with the seed “March”/);
});

it('fills in what the record says of each standard, for the auditor to confirm or dispute, and no verdict', async () => {
  const { at, children } = await programme();
  const [child = ''] = children;
  const to = String((await send(`/audits/${at.slice('/files/'.length)}/audit`, officer, { child })).headers.location);
  const form = (await get(to, officer)).body;
  expect(form).toContain('Last discussed in supervision: never');
  expect(form).toContain('name="f.standards.0.verdict"');
  expect(form).not.toMatch(/value="(confirmed|disputed|cannotTell)" selected/);
  expect((await send(`/audits/${at.slice('/files/'.length)}/audit`, officer, { child: id(1, 999) })).statusCode).toBe(404);
});

it('tells the manager of a child found unsafe the same day, by name, on the child’s record, before any grade', async () => {
  const { at, children } = await programme();
  const [child = ''] = children;
  await audit(officer, at, child, id(5, 1), { 'f.safe': 'no', 'f.manager': id(2, 1), 'f.worry': 'Nobody knows where he sleeps' });
  const [own, told, action] = parts.written.slice(-3);
  expect(own).toMatchObject({ step: 'caseFileAudit', shared: { safe: false } });
  expect(own?.shared).not.toHaveProperty('grade');
  expect(JSON.stringify(own)).not.toContain('Nobody knows');
  expect(told).toMatchObject({ step: 'childFoundUnsafe', about: [{ person: child }], shared: { worry: 'Nobody knows where he sleeps' } });
  expect(action).toMatchObject({ step: 'action', about: [{ person: child }], shared: { owner: id(2, 1), byWhen: '2026-03-03' } });
});

it('shows two blind audits and how far they agree to the moderator, whose grade goes to the child’s record', async () => {
  const { at, children } = await programme();
  const [child = '', second = ''] = children;
  const first = await audit(officer, at, child, id(5, 1), { 'f.grade': 'good' });
  const other = await audit(manager, at, child, id(5, 2), { 'f.grade': 'inadequate' });
  await audit(officer, at, second, id(5, 3), { 'f.grade': 'good' });
  expect(first.split('/')[2]).not.toBe(other.split('/')[2]);
  const page = (await get(at, head)).body;
  expect(page).toContain('Good, Inadequate');
  expect(page).toContain('1 child audited twice');
  const file = at.slice('/files/'.length);
  const moderated = {
    entry: id(5, 4),
    stage: 'record',
    'f.on': '2026-03-03',
    'f.child': child,
    'f.grade': 'inadequate',
    'f.toChange': 'Nights',
    'f.why': 'Told apart',
  };
  await send(`/children/${file}/record/auditModeration`, head, moderated);
  const [own, outcome] = parts.written.slice(-2);
  expect(outcome).toMatchObject({
    step: 'caseFileAuditOutcome',
    about: [{ person: child }],
    shared: { grade: 'inadequate', toChange: 'Nights' },
  });
  expect(JSON.stringify(own)).not.toContain('Nights');
  expect(JSON.stringify(outcome)).not.toContain('Told apart');
  expect((await get(at, head)).body).toMatch(/1 of 1 moderated fell short[^]*between \d+ and \d+ may/);
});

it('says nothing of the others where children were drawn by risk', async () => {
  const { at, children } = await programme({ method: 'riskBased' });
  const file = at.slice('/files/'.length);
  await get(at, head);
  await send(`/children/${file}/record/auditModeration`, head, {
    entry: id(5, 4),
    stage: 'record',
    'f.on': '2026-03-03',
    'f.child': children[0] ?? '',
    'f.grade': 'good',
  });
  expect((await get(at, head)).body).toContain('this says nothing of how many of the others do');
});

it('draws by the theme that is chosen, and speaks of those with it; no theme of another population', async () => {
  expect((await send('/audits', head, { ...asked, method: 'thematic' })).statusCode).toBe(400);
  expect((await send('/audits', head, { ...asked, method: 'thematic', theme: 'noChild' })).statusCode).toBe(400);
  const { at, children } = await programme({ method: 'thematic', theme: 'notDiscussed' });
  await send(`/children/${at.slice('/files/'.length)}/record/auditModeration`, head, {
    entry: id(5, 4),
    stage: 'record',
    'f.on': '2026-03-03',
    'f.child': children[0] ?? '',
    'f.grade': 'good',
  });
  const page = (await get(at, head)).body;
  if (page.includes('1 moderated fell short')) expect(page).toContain('It speaks of those with the theme, and of nobody else');
});

it('draws supervisions, shows what then happened on the children’s records, and keeps what is judged in the staff file', async () => {
  const file = String((await send(`/supervision/${id(2, 0)}/begin`, manager, { grade: 'socialWorker' })).headers.location).slice(
    '/files/'.length,
  );
  await get(`/files/${file}`, manager);
  await send(`/children/${file}/record/staffSupervision`, manager, {
    entry: id(5, 1),
    stage: 'record',
    'f.heldOn': '2026-03-02',
    'f.held': 'yes',
    'f.cases.0.child': id(1, 0),
    'f.cases.0.discussed': 'The bedroom was not seen',
    'f.cases.0.decided': 'Visit unannounced',
  });
  const at = String((await send('/audits', head, { ...asked, population: 'supervisions' })).headers.location);
  expect(parts.written.at(-1)?.shared).toMatchObject({ drawnFrom: 1, supervisions: [{ file, entry: id(5, 1) }] });
  const page = (await get(at, head)).body;
  expect(page).toMatch(/1 supervision of 1 drawn[^]*Visit unannounced[^]*Judge it/);
  await get(`/files/${file}`, head);
  const sent = await send(`/children/${file}/record/supervisionQuality`, head, {
    entry: id(5, 2),
    stage: 'record',
    'f.on': '2026-03-03',
    'f.supervision': id(5, 1),
    'f.changed': 'unchanged',
  });
  expect(sent.statusCode).toBe(303);
  expect((await get(at, head)).body).toMatch(/1 of 1 judged changed nothing[^]*between 1 and 1 may not have[^]*Judged: No/);
  expect((await get(at, manager)).body).not.toContain('judged changed nothing');
});

it('tells the result of each programme with its interval, and themes over all of them to the head of service alone', async () => {
  const { at, children } = await programme();
  const [child = ''] = children;
  await audit(officer, at, child, id(5, 1), {
    'f.standards.0.standard': 'seen',
    'f.standards.0.verdict': 'disputed',
    'f.spokenWith': 'child',
    'f.grade': 'inadequate',
  });
  await get(at, head);
  await send(`/children/${at.slice('/files/'.length)}/record/auditModeration`, head, {
    entry: id(5, 4),
    stage: 'record',
    'f.on': '2026-03-03',
    'f.child': child,
    'f.grade': 'inadequate',
  });
  const page = (await get('/audits', head)).body;
  expect(page).toMatch(/Is the child seen alone\?[^]*1 of 1[^]*\d+ and \d+ of \d+/);
  expect(page).toMatch(/Of 1 audit\. Spoken with: the practitioner in 0, the child in 1/);
  expect(page).toMatch(/what they say changes something\D*0\D*1\D*0\D/);
  expect((await get('/audits', officer)).body).not.toContain('Themes over all programmes');
});

it('is no page of a worker', async () => {
  expect((await get('/audits', worker)).statusCode).toBe(403);
  expect((await send('/audits', worker, asked)).statusCode).toBe(403);
});
