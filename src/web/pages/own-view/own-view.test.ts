import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { addDays, dayInEngland } from '../../../kernel/calendar/dates.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});

const as = (n: number): string => `sightline=token-of-${id(2, n)}`;
const [worker, officer, analyst, inspector] = [0, 3, 5, 10].map(as);
const child = `/children/${id(1, 3)}`;
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function post(url: string, from: string, cookie: string | undefined, form: Readonly<Record<string, string>>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(from, cookie)).body)?.[1] ?? '';
  const headers = { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' };
  return server.inject({ method: 'POST', url, headers, body: new URLSearchParams({ _csrf: csrf, ...form }).toString() });
}
const open = (cookie: string | undefined) => post(`${child}/open`, child, cookie, { reason: 'I am preparing or chairing a meeting' });

function record(step: string, daysAgo: number, shared: Readonly<Record<string, unknown>>): void {
  const happenedOn = addDays(dayInEngland(pretendDay), -daysAgo);
  const about = [{ person: id(1, 3), answers: {} }];
  parts.written.push({ entry: crypto.randomUUID(), step, wording: '', happenedOn, shared, about });
}

it('is reached from the child’s page, and shows what the child would read beside what is left out', async () => {
  record('periodOfCare', 60, { legalStatus: 'C2' });
  record('carePlan', 50, { permanence: 'adoption' });
  record('childTold', 40, { told: ['why'] });
  await open(worker);
  expect((await get(child, worker)).body).toContain(`${child}/own-view`);
  const { body } = await get(`${child}/own-view`, worker);
  expect(body).toContain('A court decided that the council looks after me.');
  expect(body).not.toContain('The plan is that I am adopted.');
  expect(body).toMatch(/The plan, and what is meant to last[\s\S]*Care plan,/);
  expect(body).toContain('documentReleased?kind=ownView');
});

it('is not released until the child was told and it was made with them; nothing that they were not told is put back', async () => {
  record('periodOfCare', 60, { legalStatus: 'C2' });
  record('carePlan', 50, { permanence: 'adoption' });
  await open(worker);
  const at = `${child}/record/documentReleased`;
  const chosen = { 'f.kind': 'ownView', 'f.onRecord': id(1, 3), entry: id(8, 1) };
  const edit = (await post(at, at, worker, { ...chosen, stage: 'assemble' })).body;
  expect(edit).toContain('Tell the child first');
  expect(edit).not.toContain('Give it all the same: Care plan');
  const notTold = parts.written.find(({ step }) => step === 'carePlan')?.entry ?? '';
  const forced = { ...chosen, [`f.back.childNotTold-${notTold}`]: 'yes', [`f.why.childNotTold-${notTold}`]: 'She asked.' };
  expect((await post(at, at, worker, { ...forced, stage: 'check' })).body).not.toContain('I am adopted');
  const sent = { ...chosen, 'f.lawfulBasis': 'publicTask', 'f.howSent': 'byHand', stage: 'record' };
  const refused = await post(at, at, worker, sent);
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('to be written here');
});

it('asks why the record is opened; an analyst and an inspector have no such page', async () => {
  expect((await get(`${child}/own-view`, officer)).headers.location).toContain(`${child}?next=`);
  expect((await get(`${child}/own-view`, analyst)).statusCode).toBe(403);
  expect((await get(`${child}/own-view`, inspector)).statusCode).toBe(403);
});
