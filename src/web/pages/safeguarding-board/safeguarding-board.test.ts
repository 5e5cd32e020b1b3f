import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it, vi } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});

const [worker, , head, , , , , , business, member] = Array.from({ length: 10 }, (_, n) => `sightline=token-of-${id(2, n)}`);
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function send(url: string, cookie: string | undefined, form: Readonly<Record<string, string>>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/safeguarding-board', cookie)).body)?.[1] ?? '';
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  });
}
const begin = async (more: Readonly<Record<string, string>>): Promise<string> =>
  String(
    (await send('/safeguarding-board', business, { title: 'Partners', configuration: 'safeguardingPartners', from: '2025-01-06', ...more }))
      .headers.location,
  );

it('is where a member of a board lands, who has no board of children in the navigation and opens no child', async () => {
  expect((await get('/', member)).headers.location).toBe('/safeguarding-board');
  const { body } = await get('/safeguarding-board', member);
  expect(body).toContain('You sit on no body here');
  expect(body).not.toContain('href="/board"');
  expect((await get(`/children/${id(1, 0)}`, member)).statusCode).toBe(403);
  expect((await get(`/children/${id(1, 0)}/record/action`, member)).statusCode).toBe(403);
});

it('is begun by the business manager or the head of service, in the time of its configuration', async () => {
  expect(await begin({})).toMatch(/^\/files\//);
  expect(parts.written.at(-1)).toMatchObject({ step: 'bodyConstitution', shared: { configuration: 'safeguardingPartners' } });
  for (const cookie of [member, worker])
    expect((await send('/safeguarding-board', cookie, { title: 'X', configuration: 'panel' })).statusCode).toBe(403);
  const late = await send('/safeguarding-board', head, { title: 'X', configuration: 'localSafeguardingChildrenBoard', from: '2020-01-06' });
  expect(late.statusCode).toBe(400);
});

it('shows what is asked of its configuration and is not there, its agenda, and the bodies that answer to it', async () => {
  const board = await begin({});
  const panel = await begin({ title: 'North panel', configuration: 'panel', teamsOf: 'North', above: board.slice('/files/'.length) });
  const { body } = await get(board, business);
  expect(body).toContain('Lead safeguarding partner: Police');
  expect(body).toContain('Agenda of the next meeting');
  expect(body).toContain(`href="${panel}"`);
  expect((await get(panel, member)).body).toContain('70 of 84');
});

it('is written by a member: a challenge is recorded in its form, and stands unanswered on the page and on the agenda', async () => {
  const board = await begin({});
  const at = board.replace('/files/', '/children/');
  expect((await get(`${at}/record/bodyMember`, member)).statusCode).toBe(403);
  const form = {
    entry: id(5, 1),
    stage: 'record',
    'f.on': '2026-03-03',
    'f.by': 'police',
    'f.whom': 'schools',
    'f.about': 'No reports come',
  };
  expect((await send(`${at}/record/bodyChallenge`, member, form)).headers.location).toContain('recorded=1');
  const { body } = await get(board, member);
  expect(body.match(/No reports come/g)?.length).toBeGreaterThan(1);
  expect(body).toContain('1 not answered yet');
});

it('offers a member of an agency that agency alone, and the business manager all', async () => {
  const at = (await begin({})).replace('/files/', '/children/');
  const offered = async (step: string, name: string, cookie: string | undefined) =>
    [
      ...(await get(`${at}/record/${step}`, cookie)).body.matchAll(
        new RegExp(`name="f.${name}"[^>]*value="(\\w+)"|<option value="(\\w+)"`, 'g'),
      ),
    ].length;
  for (const [step, name] of [
    ['agencyData', 'agency'],
    ['agencyAssessment', 'agency'],
    ['bodyChallenge', 'by'],
  ] as const) {
    const { body } = await get(`${at}/record/${step}`, member);
    expect(body, step).toMatch(new RegExp(`name="f.${name}"[^>]*value="police"`));
    expect(body, step).not.toMatch(new RegExp(`name="f.${name}"[^>]*value="schools"`));
    expect(await offered(step, name, business), step).toBeGreaterThan(await offered(step, name, member));
  }
});

it('lets an agency answer the open challenges to it, each by its words: none that is answered, and none of another agency', async () => {
  const at = (await begin({})).replace('/files/', '/children/');
  const [toPolice, toSchools, answered] = [id(5, 1), id(5, 2), id(5, 3)];
  for (const [entry, by, whom, about] of [
    [toPolice, 'schools', 'police', 'Notifications come after five days'],
    [toSchools, 'police', 'schools', 'No reports come'],
    [answered, 'schools', 'police', 'Who writes the minutes?'],
  ] as const)
    await send(`${at}/record/bodyChallenge`, business, {
      entry,
      stage: 'record',
      'f.on': '2026-03-02',
      'f.by': by,
      'f.whom': whom,
      'f.about': about,
    });
  const answer = { stage: 'record', 'f.on': '2026-03-03', 'f.answer': 'The sergeant does' };
  const send1 = (entry: string, challenge: string, cookie = member) =>
    send(`${at}/record/bodyChallengeAnswer`, cookie, { entry, ...answer, 'f.challenge': challenge });
  expect((await send1(id(6, 1), answered)).headers.location).toContain('recorded=1');
  expect((await send1(id(6, 1), answered)).headers.location, 'sent twice').toContain('recorded=1');
  const offered = async (cookie: string | undefined) =>
    [...(await get(`${at}/record/bodyChallengeAnswer`, cookie)).body.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>([^<]*)/g)].map(
      ([, value, label]) => [value, label],
    );
  expect(await offered(member)).toEqual([[toPolice, '02/03/2026: Schools and colleges to Police: Notifications come after five days']]);
  expect((await offered(business)).map(([value]) => value).sort()).toEqual([toPolice, toSchools].sort());
  const refused = await send1(id(6, 2), toSchools);
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('Which challenge must be chosen from the list');
});

it('has a yearly report as a page, as PDF and as Word, for who may open it', async () => {
  const at = (await begin({})).replace('/files/', '/safeguarding-board/');
  expect((await get(`${at}/report`, member)).body).toContain('What speaks against us');
  for (const [format, kind] of [
    ['pdf', 'application/pdf'],
    ['docx', 'wordprocessingml'],
  ] as const)
    expect((await get(`${at}/report/file?format=${format}`, member)).headers['content-type']).toContain(kind);
  expect((await get(`/safeguarding-board/${id(9, 9)}/report`, member)).statusCode).toBe(404);
});

it('opens the bodies that answer to it for what its page shows of them, and for nothing else', async () => {
  const board = await begin({});
  const panel = (await begin({ title: 'North panel', configuration: 'panel', above: board.slice('/files/'.length) })).slice(
    '/files/'.length,
  );
  const openFile = vi.spyOn(parts.record, 'openFile');
  const opened = (): readonly string[] => openFile.mock.calls.map(([, file]) => file);
  expect((await get(board, business)).body).toContain('North panel');
  expect(opened()).not.toContain(panel);
  const priority = { 'f.setOn': '2026-03-03', 'f.priority': 'Reports in time', 'f.origin': 'own', 'f.measure': 'Nine of ten' };
  await send(`${board.replace('/files/', '/children/')}/record/bodyPriority`, business, { entry: id(5, 1), stage: 'record', ...priority });
  expect((await get(board, business)).body).toMatch(/North panel:[^]*Hand it down/);
  expect(opened()).toContain(panel);
  openFile.mockRestore();
});

it('keeps the entries of years behind a link, for whoever asks for them, narrows them, or comes to one', async () => {
  const board = await begin({});
  const file = board.slice('/files/'.length);
  const [begun] = parts.written;
  if (begun === undefined) throw new Error('nothing is written');
  for (let n = 1; n <= 20; n += 1)
    parts.written.push({ ...begun, entry: id(5, n), step: 'bodyPaper', shared: { on: begun.happenedOn, title: `Paper ${n}` } });
  const folded = (await get(board, business)).body;
  expect(folded).toContain(`href="/children/${file}?entries=all#chronology"`);
  expect(folded).toContain(`href="/children/${file}?entries=all#entry-${id(5, 20)}"`);
  expect(folded).not.toContain(`id="entry-${id(5, 20)}"`);
  expect((await get(`/children/${file}?entries=all`, business)).headers.location).toBe(`${board}?entries=all`);
  for (const query of ['entries=all', 'step=bodyPaper', 'known=2026-03-03&at=09:00'])
    expect((await get(`${board}?${query}`, business)).body, query).toContain(`id="entry-${id(5, 20)}"`);
  const narrowed = await send(`/children/${file}/chronology`, business, { entries: 'all', step: '' });
  expect(narrowed.headers.location).toBe(`/children/${file}?entries=all#chronology`);
});
