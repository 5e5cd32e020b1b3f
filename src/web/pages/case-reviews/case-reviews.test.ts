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

const [worker, , head] = [0, 1, 2].map((n) => `sightline=token-of-${id(2, n)}`);
const get = async (url: string, cookie = head) => server.inject({ url, headers: { cookie: cookie ?? '' } });
const tokenFor = async (cookie = head) => /name="_csrf" value="([^"]+)"/.exec((await get('/board', cookie)).body)?.[1] ?? '';
const send = async (url: string, form: Readonly<Record<string, string>>, cookie = head) =>
  server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: await tokenFor(cookie), ...form }).toString(),
  });

async function sendFile(url: string, agency: string, content: string) {
  const part = (head: string, body: string) => `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const body = [
    part('name="_csrf"', await tokenFor()),
    part('name="agency"', agency),
    part('name="files"; filename="a.csv"\r\nContent-Type: text/csv', content),
    '--edge--\r\n',
  ].join('');
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: head ?? '', 'content-type': 'multipart/form-data; boundary=edge' },
    body,
  });
}

async function review(): Promise<string> {
  const asked = { title: 'Child R', learntOn: '2026-03-02', harm: 'seriouslyHarmed', abuse: 'suspected' };
  return String((await send('/case-reviews', asked)).headers.location).slice('/files/'.length);
}
const bruise = 'Date,Event,Concern,Agencies told,Told on\n03/11/2025,Bruise on the cheek,injury,Health visiting,10/11/2025\n';
const visit = 'Date,Event,Decision,What was done\n06/11/2025,Home visit,yes,Back to the universal service\n';

it('is begun by a head of service alone, with what must be known and no more', async () => {
  const file = await review();
  expect(parts.written.at(-1)).toMatchObject({ step: 'seriousIncident', about: [{ person: file }], shared: { harm: 'seriouslyHarmed' } });
  const refused = await send('/case-reviews', { title: '', learntOn: '2026-03-02', harm: '', abuse: 'known' });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('Enter what it is called');
  expect((await send('/case-reviews', { title: 'Child S' }, worker)).statusCode).toBe(403);
});

it('takes an agency’s chronology line by line, once, and puts those of several together', async () => {
  const file = await review();
  const at = `/case-reviews/${file}/chronology`;
  expect((await sendFile(at, 'General practice', bruise)).statusCode).toBe(303);
  await sendFile(at, 'Health visiting', visit);
  expect(parts.written.slice(-4).map(({ step, happenedOn }) => `${step} ${happenedOn}`)).toEqual([
    'agencyChronology 2026-03-03',
    'agencyEvent 2025-11-03',
    'agencyChronology 2026-03-03',
    'agencyEvent 2025-11-06',
  ]);
  await sendFile(at, 'General practice', bruise);
  expect(new Set(parts.written.map(({ entry }) => entry)).size).toBe(5);
  const page = (await get(at)).body;
  expect(page.indexOf('Bruise on the cheek')).toBeGreaterThan(0);
  expect(page).toMatch(/General practice: 1 event, received on 3 Mar 2026/);
});

it('shows what was decided without it, and what the review says of it', async () => {
  const file = await review();
  const at = `/case-reviews/${file}/chronology`;
  await sendFile(at, 'General practice', bruise);
  await sendFile(at, 'Health visiting', visit);
  const page = (await get(at)).body;
  expect(page).toMatch(/Health visiting.{0,200}6 Nov 2025: Home visit/s);
  const [known = '', acted = ''] = ['known', 'acted'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1]);
  expect([known, acted]).toEqual([parts.written.at(-3)?.entry, parts.written.at(-1)?.entry]);
  await send(`/case-reviews/${file}/connections`, { known, acted, weight: 'mattered', why: 'She would have looked' });
  expect((await get(at)).body).toMatch(/It mattered: another decision was likely.{0,80}She would have looked/s);
});

it('says what is wrong in a file by row and column, and takes nothing of it', async () => {
  const file = await review();
  const before = parts.written.length;
  const refused = await sendFile(`/case-reviews/${file}/chronology`, 'General practice', `${bruise}soon,Another,,,\n`);
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('Row 3, column Date: &quot;soon&quot; is not a day');
  expect(parts.written.length).toBe(before);
});

it('has our own record in it where the reader has opened it for a reason, and says where they have not', async () => {
  const file = await review();
  await get(`/files/${file}`);
  await send(`/children/${file}/record/reviewedChild`, { entry: id(5, 9), stage: 'record', 'f.on': '2026-03-03', 'f.child': id(1, 0) });
  const at = `/case-reviews/${file}/chronology`;
  expect((await get(at)).body).toMatch(/Our record of [^<]+: not opened, and left out/);
  await send(`/children/${id(1, 0)}/open`, { reason: 'Quality assurance or audit', next: '/' });
  const page = (await get(at)).body;
  expect(page).not.toContain('not opened');
  expect(page).toContain(`/children/${id(1, 0)}/entries/`);
});

it('goes to members of the review as PDF and Word', async () => {
  const file = await review();
  await sendFile(`/case-reviews/${file}/chronology`, 'General practice', bruise);
  for (const [format, start] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
  ] as const) {
    const { rawPayload, statusCode } = await get(`/case-reviews/${file}/chronology/file?format=${format}`);
    expect([statusCode, rawPayload.subarray(0, start.length).toString()]).toEqual([200, start]);
  }
});

it('names who works on it, and takes them off', async () => {
  const file = await review();
  await send(`/files/${file}/people`, { member: id(2, 3), until: '2026-09-30' });
  expect((await get(`/files/${file}`)).body).toMatch(/Ruth Oyelaran\s*, until 30 Sept? 2026/);
  await send(`/files/${file}/people`, { member: id(2, 3), off: '1' });
  expect((await get(`/files/${file}`)).body).toContain('Nobody is named.');
  expect((await send(`/files/${file}/people`, { member: id(2, 3), until: 'soon' })).statusCode).toBe(400);
});
