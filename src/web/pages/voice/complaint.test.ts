import { expect, it } from 'vitest';
import { pretendDay, pretendId, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

it('the page of a complaint begins with its own words, then says what was answered, and last who may open it', async () => {
  const server = await createServer(pretendParts(pretendDay));
  const cookie = `sightline=token-of-${pretendId(2, 2)}`;
  const get = (url: string) => server.inject({ url, headers: { cookie } });
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/complaints')).body)?.[1] ?? '';
  const send = (url: string, form: Readonly<Record<string, string>>) =>
    server.inject({
      method: 'POST',
      url,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
    });
  const said = 'Nobody told me.\nI had three workers.';
  const begun = await send('/complaints', {
    title: '2026/3',
    receivedOn: '2026-02-16',
    from: 'child',
    words: said,
    wants: 'To say goodbye',
  });
  const file = String(begun.headers.location);
  const before = (await get(file)).body;
  expect(before).toContain('Nothing has been answered yet.');
  const answer = { 'f.answeredOn': '2026-02-27', 'f.stage': 'one', 'f.upheld': 'upheld', 'f.answer': 'You should have been told.' };
  await send(`${file.replace('/files/', '/children/')}/record/complaintAnswer`, { entry: pretendId(5, 1), stage: 'record', ...answer });
  const { body } = await get(file);
  const order = [
    'In their own words',
    said,
    'What they want to happen',
    'To say goodbye',
    'What was answered',
    'You should have been told.',
    'Who may open this file',
  ];
  const places = order.map((words) => body.indexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  await server.close();
});
