import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { inventedPlaces, inventedReleases } from '../../../../demo/published-figures.ts';
import { date } from '../../../kernel/calendar/dates.ts';
import { readFigures } from '../../../oversight/workforce/release.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { percent } from './model.ts';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});

const cookieOf = (n: number): string => `sightline=token-of-${id(2, n)}`;
const [worker, manager, head, officer, duty, analyst] = [0, 1, 2, 3, 4, 5].map(cookieOf);
const get = async (url: string, cookie = '') => server.inject({ url, headers: { cookie } });
async function send(url: string, cookie: string | undefined, form: Readonly<Record<string, string>>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/supervision', cookie)).body)?.[1] ?? '';
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  });
}
const state = (file: string, step: string, on: string, shared: Readonly<Record<string, unknown>>) =>
  parts.written.push({
    entry: crypto.randomUUID(),
    step,
    wording: '',
    happenedOn: date(on),
    shared,
    about: [{ person: file, answers: {} }],
  });

async function employ(grade = 'socialWorker'): Promise<string> {
  const at = String((await send(`/supervision/${id(2, 0)}/begin`, manager, { grade: 'socialWorker' })).headers.location);
  const file = at.slice('/files/'.length);
  state(file, 'employment', '2024-01-08', { from: '2024-01-08', contract: 'permanent', team: id(3, 0), hours: 37, grade });
  state(file, 'staffRegistration', '2025-12-01', { seenOn: '2025-12-01', number: 'SW1', until: '2026-11-30' });
  return file;
}

describe('the page of the workforce', () => {
  test('is read by heads of service and analysts as totals; a manager is sent to their own team; nobody else comes to it', async () => {
    for (const one of [head, analyst]) expect((await get('/workforce', one)).statusCode).toBe(200);
    expect((await get('/workforce', manager)).headers.location).toBe(`/workforce/team/${id(3, 0)}`);
    for (const one of [worker, officer, duty]) expect((await get('/workforce', one)).statusCode).toBe(403);
  });
  test('says posts, filled and vacant of each team, and names nobody', async () => {
    state(await employ(), 'staffAbsence', '2026-02-16', { from: '2026-02-16', reason: 'SIC' });
    const begun = await send('/workforce/register', head, { why: 'Agreed with practitioners', usual: '18' });
    const register = String(begun.headers.location);
    expect(register).toMatch(/^\/files\//);
    state(register.slice('/files/'.length), 'teamPosts', '2026-01-05', {
      from: '2026-01-05',
      team: id(3, 0),
      posts: [{ grade: 'socialWorker', fte: 3 }],
    });
    const page = (await get('/workforce?on=2026-03-02', head)).body;
    expect(page).toMatch(/North 1[^]*>3<[^]*>1<[^]*>2</);
    expect(page).not.toContain('Priya Shah');
    expect(page).toContain('not shown: few');
  });
  test('says to whoever counts nothing of one manager: pressure is by area', async () => {
    await employ();
    const ofAnalyst = (await get('/workforce', analyst)).body;
    expect(ofAnalyst).toContain('What presses on teams');
    expect(ofAnalyst).toContain('not shown: one team');
    expect((await get('/workforce', head)).body).not.toContain('not shown: one team');
    expect(ofAnalyst).not.toContain('What presses on teams, team by team');
    expect(ofAnalyst).not.toContain('/workforce/team/');
    expect((await get('/workforce', head)).body).toContain('/workforce/team/');
  });
  test('names a day that is none, and is of one that is over', async () => {
    const page = await get('/workforce?on=31%2F02%2F2026', head);
    expect([page.statusCode, page.body.includes('is not a day')]).toEqual([400, true]);
  });
  test('a register is begun by a head of service, who says why', async () => {
    expect((await send('/workforce/register', manager, { why: 'x', usual: '18' })).statusCode).toBe(403);
    expect((await send('/workforce/register', head, { why: '', usual: '18' })).statusCode).toBe(400);
    expect(parts.written.some(({ step }) => step === 'caseloadStandard')).toBe(false);
  });
});

it('says of whom no reason is on record that they were asked, and that fewer were where fewer were', async () => {
  const answered = (reasons: unknown) => Object.assign(parts.record, { reasonsToGo: async () => reasons });
  answered({ asked: 5, named: new Map() });
  expect((await get('/workforce', head)).body).toMatch(/5 were asked when they left[^]*None of them named a reason/);
  answered(undefined);
  expect((await get('/workforce', head)).body).toContain('Fewer than 5 were asked');
});

describe('beside England and neighbours', () => {
  const load = (kind: 'workforce' | 'population', text: string) =>
    parts.measures.load(
      { authority: 1, actor: id(2, 5), roles: [], teams: [], scope: 'all' },
      { file: id(9, 1), kind, fileName: `${kind}-invented.csv`, figures: readFigures(text, inventedPlaces).figures },
    );
  test('says where figures are loaded; with them every indicator, drawn and as a table; to heads of service and analysts alone', async () => {
    for (const one of [worker, manager, officer, duty]) expect((await get('/workforce/compared', one)).statusCode).toBe(403);
    expect((await get('/workforce/compared', head)).body).toMatch(/No figures are loaded[^]*\/measures\/published/);
    for (const { kind, text } of inventedReleases(date('2026-03-03'))) await load(kind === 'workforce' ? kind : 'population', text);
    for (const one of [head, analyst]) {
      const page = (await get('/workforce/compared', one)).body;
      expect(page).toMatch(
        /At a glance[^]*Social workers for each 10,000 children[^]*Vacancies[^]*Turnover[^]*Agency staff[^]*Caseload[^]*Sickness absence/,
      );
      expect(page.match(/<svg class="sl-trend"/g)).toHaveLength(6);
      expect(page).toContain('Here, as published');
      expect(page).toContain('workforce-invented.csv');
      expect(page).not.toContain('Priya Shah');
    }
  });
  test('counts here as the census does: by what staff files say now, and by what was carried as it was known on the day', async () => {
    for (const { kind, text } of inventedReleases(date('2026-03-03'))) await load(kind === 'workforce' ? kind : 'population', text);
    const asked: (string | undefined)[] = [];
    const { staffTold, carried } = parts.record;
    Object.assign(parts.record, {
      staffTold: async (...given: Parameters<typeof staffTold>) => (asked.push(`files ${given[2] ?? 'now'}`), staffTold(...given)),
      carried: async (...given: Parameters<typeof carried>) => (
        asked.push(`carried ${given[1]?.slice(5, 10) ?? 'now'}`),
        carried(...given)
      ),
    });
    await get('/workforce/compared', head);
    expect(asked).toEqual(['files now', 'carried 09-30']);
  });
});

it('a share of what is not nothing is never said to be none of it, nor all of what is not all', () => {
  expect([percent(0, 300), percent(0.2, 300), percent(3, 300), percent(299, 300), percent(300, 300), percent(0, 0)]).toEqual([
    '0 %',
    'under 1 %',
    '1 %',
    'over 99 %',
    '100 %',
    'of none',
  ]);
});

describe('a team’s own page', () => {
  const at = `/workforce/team/${id(3, 0)}`;
  test('is read by its manager and a head of service, and by no other manager', async () => {
    await employ();
    for (const one of [manager, head]) {
      const page = await get(at, one);
      expect(page.statusCode).toBe(200);
      expect(page.body).toMatch(/Priya Shah[^]*Permanent[^]*2, [^]*30 Nov 2026|Priya Shah[^]*Permanent/);
    }
    for (const one of [worker, analyst, officer, duty]) expect((await get(at, one)).statusCode).toBe(403);
    expect((await get(`/workforce/team/${id(3, 1)}`, manager)).statusCode).toBe(403);
    expect((await get(`/workforce/team/${id(3, 1)}`, head)).statusCode).toBe(200);
  });
  test('says who managed it on the day, and of a team of nobody that it had nobody', async () => {
    const manages = (await get('/my-day', manager)).body;
    const own = (await get(at, head)).body;
    const name = /Managed by\s*<\/dt>\s*<dd[^>]*>\s*([^<]+?)\s*</.exec(own)?.[1] ?? '';
    expect(name).not.toBe('');
    expect(manages).toContain(name);
    expect((await get(`/workforce/team/${id(3, 1)}`, head)).body).toMatch(/Managed by\s*<\/dt>\s*<dd[^>]*>\s*nobody/);
  });
  test('says how many children of the team are in nobody’s hands, and leads to who they are', async () => {
    for (const one of [manager, head])
      expect((await get(`${at}?on=2026-03-02`, one)).body).toMatch(
        /Children without a worker[^]*1, the longest for \d+ days[^]*Caseloads, and children without a worker/,
      );
    expect((await get('/workforce/allocation', manager)).body).toContain('Children without a worker');
  });
  test('of yesterday, which it tells without being asked, says how far the end of a registration is from today', async () => {
    const file = await employ();
    const ends = (until: string) => state(file, 'staffRegistration', '2025-12-02', { seenOn: '2025-12-02', number: 'SW1', until });
    ends('2026-03-03');
    expect((await get(at, manager)).body).toContain('3 Mar 2026, today');
    expect((await get(`${at}?on=2026-03-02`, manager)).body).toContain('3 Mar 2026, today');
    expect((await get(`${at}?on=2026-02-27`, manager)).body).toContain('3 Mar 2026, in 2 working days');
    ends('2026-03-02');
    expect((await get(at, manager)).body).toContain('<strong>2 Mar 2026, 1 working day late</strong>');
  });
  test('says until when somebody is registered, and that they are away, without the illness', async () => {
    const file = await employ();
    state(file, 'staffAbsence', '2026-02-16', { from: '2026-02-16', reason: 'SIC' });
    const page = (await get(`${at}?on=2026-03-02`, manager)).body;
    expect(page).toMatch(/30 Nov 2026, in \d+ months/);
    expect(page).toContain('since 16 Feb 2026');
    expect(page).not.toContain('Sickness<');
  });
});

describe('a registration that ends', () => {
  test('is spoken of in supervision, and stands in one’s own day from two months before', async () => {
    const file = await employ();
    expect((await get(`/files/${file}`, manager)).body).toMatch(/Registered with Social Work England until[^]*30 Nov 2026/);
    const ends = (dueOn: string) => {
      const clock = { rule: 'registrationRenewal', dueOn: date(dueOn), startedBy: 'e1' };
      Object.assign(parts.record, { supervised: async () => [{ member: id(2, 0), file, clocks: [clock] }] });
    };
    ends('2026-11-30');
    expect((await get('/my-day', worker)).body).not.toContain('your manager looks at the register');
    ends('2026-04-01');
    expect((await get('/my-day', worker)).body).toMatch(/Registered until 1 Apr 2026[^]*your manager looks at the register/);
  });
});

describe('allocation', () => {
  it('names the children for whom nobody is there, with the days, and suggests with reasons; it allocates nothing', async () => {
    await employ();
    const before = parts.written.length;
    const page = (await get('/workforce/allocation', manager)).body;
    expect(page).toContain('Who carries what');
    expect(page).toMatch(/Priya Shah[^]*2[^]*of 18/);
    expect(parts.written).toHaveLength(before);
    for (const one of [worker, analyst, officer]) expect((await get('/workforce/allocation', one)).statusCode).toBe(403);
  });
  it('says beside the form of an allocation whom the manager might ask, and why', async () => {
    await employ();
    await send(`/children/${id(1, 0)}/open`, manager, { reason: 'I supervise or manage the work' });
    const form = (await get(`/children/${id(1, 0)}/record/allocation`, manager)).body;
    expect(form).toMatch(/Whom you might ask[^]*Priya Shah[^]*has room[^]*You decide/);
    expect(form).not.toMatch(/name="f\.worker"[^]{0,400}selected/);
    const other = (await get(`/children/${id(1, 0)}/record/visit`, manager)).body;
    expect(other).not.toContain('Whom you might ask');
  });
  it('names the children in no team yet, whom nobody was named for, with days and why, to heads of service and the duty team', async () => {
    const list = parts.record.list;
    const standing = { name: 'Never Allocated', openSince: date('2026-02-16') };
    const told: typeof list = async (session, filter) =>
      filter.withoutTeam === true ? [{ person: id(1, 7), standing, clocks: [], changedAt: '2026-02-16T09:00:00Z' }] : list(session, filter);
    Object.assign(parts.record, { list: told });
    for (const one of [head, duty]) {
      const page = (await get('/workforce/no-team', one)).body;
      expect(page).toMatch(/Never Allocated[^]*being assessed[^]*15 days[^]*nobody is named, since 16 Feb 2026/);
      expect(page.includes('Allocate<')).toBe(one === head);
      expect((await get('/front-door', one)).body).toContain('/workforce/no-team');
    }
    for (const one of [worker, manager, officer, analyst]) expect((await get('/workforce/no-team', one)).statusCode).toBe(403);
    expect((await get('/workforce', head)).body).toMatch(/Children without a worker[^]*1 \(1: nobody is named\)/);
  });
  it('is led to from the totals, team by team, and begins for a head of service with a team whose children wait', async () => {
    const totals = (await get('/workforce', head)).body;
    expect(totals).toMatch(new RegExp(`href="/workforce/allocation\\?team=${id(3, 0)}">North 1</a>: 1`));
    expect(totals).not.toContain(`/workforce/allocation?team=${id(3, 1)}`);
    expect((await get('/workforce', analyst)).body).not.toContain('/workforce/allocation');
    const inSouth = async () => [{ person: id(1, 3), team: id(3, 1), openSince: date('2026-02-16'), family: 3 }];
    Object.assign(parts.record, { carried: inSouth });
    const page = (await get('/workforce/allocation', head)).body;
    expect(page).toContain('Allocation: South 2');
    expect(page).toContain('South 2: 1 without a worker');
  });
  it('of a newly qualified worker says what is protected', async () => {
    await employ('newlyQualified');
    expect((await get('/workforce/allocation', manager)).body).toContain('of 16.2, protected');
  });
});
