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
const get = async (url: string, cookie = head) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function send(url: string, form: Readonly<Record<string, string>>, cookie = head) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/board', cookie)).body)?.[1] ?? '';
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  });
}
const record = (file: string, step: string, form: Readonly<Record<string, string>>, cookie = head) =>
  send(`/children/${file}/record/${step}`, { entry: crypto.randomUUID(), stage: 'record', ...form }, cookie);

it('the record of a service tells its judgements over time, and whether an improvement may be closed', async () => {
  const begun = await send('/inspections', { title: 'Fostering', on: '2024-04-01', service: 'fostering' });
  const file = String(begun.headers.location).slice('/files/'.length);
  await get(`/files/${file}`);
  for (const [on, grade] of [
    ['2024-05-13', 'inadequate'],
    ['2026-02-06', 'good'],
  ] as const)
    await record(file, 'inspectionReport', {
      'f.on': on,
      'f.kind': 'inspection',
      'f.judgements.0.of': 'Overall',
      'f.judgements.0.grade': grade,
    });
  await record(file, 'inspectionRecommendation', { 'f.on': '2025-01-06', 'f.recommendation': 'Reviews in time', 'f.owner': id(2, 1) });
  const recommendation = parts.written.at(-1)?.entry ?? '';
  await record(file, 'improvementProgress', {
    'f.on': '2025-03-03',
    'f.recommendation': recommendation,
    'f.judged': 'met',
    'f.evidence': '18 of 20',
  });
  const page = (await get(`/files/${file}`)).body;
  expect(page).toMatch(/6 Feb 2026.*13 May 2024/s);
  expect(page).toContain(
    'judged met again, on 3 Sept 2025 or later (6 months)'.replace('Sept', page.includes('3 Sept 2025') ? 'Sept' : 'Sep'),
  );
  const list = (await get('/inspections', manager)).body;
  expect(list).toContain('Overall: Good (6 Feb 2026)');
  expect((await get('/inspections', worker)).statusCode).toBe(403);
});

it('a complaint begins in the words of whoever complains, and says what is missing', async () => {
  const asked = { title: '2026/3', receivedOn: '2026-03-02', from: 'child', words: 'Nobody told me.' };
  const file = String((await send('/complaints', asked)).headers.location).slice('/files/'.length);
  expect(parts.written.at(-1)).toMatchObject({ step: 'complaint', about: [{ person: file }], shared: { words: 'Nobody told me.' } });
  expect((await get(`/files/${file}`)).body).toMatch(/Who may open this file[^]*<option[^>]*>Choose somebody/);
  const refused = await send('/complaints', { ...asked, words: '' });
  expect([refused.statusCode, parts.written.length]).toEqual([400, 1]);
  expect((await send('/complaints', asked, worker)).statusCode).toBe(403);
});

it('a list of files begins with what must be acted on, and then goes by title, the second before the tenth', async () => {
  for (const title of ['2027/10', '2027/2', '2027/30'])
    await send('/complaints', {
      title,
      receivedOn: '2026-03-02',
      from: 'child',
      words: 'Nobody told me.',
      file: id(6, Number(title.slice(5))),
    });
  const listed = [...(await get('/complaints')).body.matchAll(/Complaint (2027\/\d+)/g)].map(([, title]) => title);
  expect(listed).toEqual(['2027/2', '2027/10', '2027/30']);
});

it('a theme stands with its evidence until it is answered, and what changed and who was told stand beside it', async () => {
  const said = { 'f.on': '2026-03-02', 'f.kind': 'practitioners', 'f.asked': '40', 'f.answered': '23', 'f.said': 'No time on Thursdays' };
  expect((await send('/voice', { entry: id(5, 1), ...said }, worker)).statusCode).toBe(303);
  const file = parts.written.at(-1)?.about[0]?.person ?? '';
  await get(`/files/${file}`);
  await record(file, 'voiceTheme', { 'f.on': '2026-03-02', 'f.theme': 'No time to think', 'f.evidence': '15 of 23' });
  const theme = parts.written.at(-1)?.entry ?? '';
  expect((await get('/voice')).body).toMatch(/23 of 40.*No time on Thursdays/s);
  expect((await get('/voice')).body).toMatch(/No time to think.*None yet/s);
  await record(file, 'themeResponse', { 'f.on': '2026-03-03', 'f.theme': theme, 'f.response': 'Thursdays without meetings' });
  await record(file, 'themeBriefing', { 'f.on': '2026-03-03', 'f.to': 'cabinet', 'f.themes.0.theme': theme, 'f.asks': 'Six posts' });
  const briefing = parts.written.at(-1)?.entry ?? '';
  expect((await get('/voice')).body).toMatch(/Thursdays without meetings.*Cabinet, 3 Mar 2026: Six posts \(no answer yet\)/s);
  await record(file, 'briefingAnswer', { 'f.on': '2026-03-03', 'f.briefing': briefing, 'f.answer': 'Four of them' });
  expect((await get('/voice')).body).toMatch(/Six posts \(3 Mar 2026: Four of them\)/);
  const wrong = await send('/voice', { entry: id(5, 2), ...said, 'f.answered': '41' }, worker);
  expect([wrong.statusCode, wrong.body.includes('41 answered and 40 were asked')]).toEqual([400, true]);
});
