import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { addDays, dayInEngland } from '../../../kernel/calendar/dates.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay, 60);
  server = await createServer(parts);
});

const as = (n: number): string => `sightline=token-of-${id(2, n)}`;
const [worker, head, analyst, administrator, board] = [0, 2, 5, 6, 8].map(as);
const child = `/children/${id(1, 3)}`;
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function open(cookie: string | undefined): Promise<void> {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(child, cookie)).body)?.[1] ?? '';
  const headers = { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ _csrf: csrf, reason: 'I am preparing or chairing a meeting' }).toString();
  await server.inject({ method: 'POST', url: `${child}/open`, headers, body });
}
function record(step: string, daysAgo: number, shared: Readonly<Record<string, unknown>>): void {
  const happenedOn = addDays(dayInEngland(pretendDay), -daysAgo);
  parts.written.push({ entry: crypto.randomUUID(), step, wording: '', happenedOn, shared, about: [{ person: id(1, 3), answers: {} }] });
}

it('a child’s time in care is a picture with a table beside it, each line leading to its entry', async () => {
  record('periodOfCare', 900, { legalStatus: 'C2' });
  record('placement', 900, { type: 'U6', carers: 'Jo <b>& Sam</b>' });
  record('placement', 300, { type: 'K2', carers: 'The Hills' });
  record('strengthsAndDifficulties', 200, { score: 18 });
  await open(worker);
  const { body } = await get(`${child}/pictures`, worker);
  expect(body).toMatch(/role="img" aria-label="Timeline from/);
  expect(body).toContain('Placements: 2');
  expect(body).toContain('The Hills');
  expect(body).not.toContain('<b>& Sam');
  expect(body).toMatch(/18<\/td>[\s\S]*cause for concern/);
});

it('says where nothing is on record, and draws nothing', async () => {
  await open(worker);
  const { body } = await get(`${child}/pictures`, worker);
  for (const words of ['No time in care is on record.', 'No score is on record.']) expect(body).toContain(words);
  expect(body).not.toContain('role="img"');
});

it('the service’s picture names nobody, and is for practitioners and who counts for them', async () => {
  const { body } = await get('/care-pictures', head);
  expect(body).toContain('24 children looked after');
  expect(body).toContain('How far from home 24 children are placed');
  expect(body.slice(body.indexOf('<main'))).not.toMatch(/Amara|Ellie|Grace|Kezia/);
  const counted = await get('/care-pictures', analyst);
  expect(counted.statusCode).toBe(200);
  expect(counted.body).toContain('not shown');
  expect(counted.body).toContain('Nothing is drawn');
  for (const who of [administrator, board]) expect((await get('/care-pictures', who)).statusCode).toBe(403);
});

it('a child’s pictures are behind the door of the record', async () => {
  expect((await get(`${child}/pictures`, worker)).headers.location).toContain(`${child}?next=`);
  expect((await get(`${child}/pictures`, analyst)).statusCode).toBe(403);
});
