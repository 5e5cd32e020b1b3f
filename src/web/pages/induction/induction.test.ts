import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'preact-render-to-string';
import { date } from '../../../kernel/calendar/dates.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import type { Session } from '../../../record/contract.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { allocationAsks } from './allocation-asks.tsx';

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
const newlyQualified = () => send(`/supervision/${id(2, 0)}/begin`, manager, { grade: 'newlyQualified', startedInPostOn: '2026-01-05' });
const begin = async (more: Readonly<Record<string, string>> = {}) =>
  send('/induction', manager, { member: id(2, 0), scheme: 'assessedYear', startedOn: '2026-01-05', ...more });
const begun = async (): Promise<string> => String((await begin()).headers.location);

describe('an induction', () => {
  it('is begun by a manager for whom a staff file says newly qualified, once, by a programme in force', async () => {
    expect((await get('/induction', manager)).body).not.toContain('no programme was begun');
    await newlyQualified();
    expect((await get('/induction', manager)).body).toMatch(/no programme was begun[^]*Priya Shah[^]*Begin the induction/);
    expect((await begin({ scheme: 'twoYears' })).statusCode).toBe(400);
    expect((await send('/induction', worker, { member: id(2, 0), scheme: 'assessedYear', startedOn: '2026-01-05' })).statusCode).toBe(403);
    const file = await begun();
    expect(file).toMatch(/^\/files\//);
    expect(parts.written.at(-1)).toMatchObject({
      step: 'inductionProgramme',
      shared: { scheme: 'assessedYear', startedOn: '2026-01-05' },
      happenedOn: '2026-01-05',
    });
    expect(await begun()).toBe(file);
    expect((await get('/induction', manager)).body).not.toContain('Begin the induction');
  });
  it('is in no list of whoever may open none: nothing is said of what is kept', async () => {
    const { body } = await get('/induction', worker);
    expect(body).toContain('There is no induction whose file you may open');
    expect(body).not.toContain('What was promised is kept');
  });
  it('shows what was promised: supervision that steps down, visits together, evidence that is not there yet', async () => {
    const { body } = await get(await begun(), worker);
    expect(body).toContain('Induction of Priya Shah');
    expect(body).toContain('every two weeks until 4 Jul 2026, then every four');
    expect(body).toContain('1 that they led, 1 on which they went along');
    expect(body).toMatch(/Evidence of 0 of 10 parts[^]*Add a piece of evidence/);
    expect(body).toContain('none is named yet');
  });
  it('is to a head of service a total first, then who needs help, by name', async () => {
    await begun();
    const all = (await get('/induction', head)).body;
    expect(all).toMatch(/Are within the protected caseload[^]*0 of 1/);
    expect(all).toMatch(/Who needs help[^]*Priya Shah[^]*no manager has said why[^]*has no mentor/);
    expect((await get('/induction', worker)).body).not.toContain('What was promised, and is kept');
  });
});

describe('more than the protected caseload', () => {
  /** Three children on plans weigh 4.5; a day a week is protected at 3.2. */
  const decide = async (file: string, more: Readonly<Record<string, string>> = {}) =>
    send(`${file.replace('/files/', '/children/')}/record/caseloadDecision`, manager, {
      entry: id(8, 5),
      stage: 'record',
      'f.decidedOn': '2026-03-03',
      'f.carried': '4.5',
      'f.why': 'Her colleague is off sick.',
      'f.mendedBy': '2026-04-03',
      ...more,
    });
  it('stands at the head of the page and in the manager’s day until somebody decides, and says who did', async () => {
    const file = await begun();
    expect((await get(file, manager)).body).toMatch(/4.5 carried, weighed; 3.2 protected[^]*Decide, in your own name/);
    expect((await get('/my-day', manager)).body).toContain('Protected caseloads that are exceeded');
    expect((await get(file, worker)).body).not.toContain('Decide, in your own name');
    expect((await decide(file)).headers.location).toContain('recorded=1');
    const { body } = await get(file, manager);
    expect(body).toMatch(/decided on 3 Mar 2026: Her colleague is off sick/);
    expect(body).not.toContain('Decide, in your own name');
    expect((await get('/my-day', manager)).body).not.toContain('Protected caseloads that are exceeded');
  });
  it('is decided by no worker', async () => {
    const file = await begun();
    await get(file, worker);
    const form = { entry: id(8, 6), stage: 'record', 'f.decidedOn': '2026-03-03', 'f.why': 'X', 'f.mendedBy': '2026-04-03' };
    expect((await send(`${file.replace('/files/', '/children/')}/record/caseloadDecision`, worker, form)).statusCode).toBe(403);
  });
  it('is asked of the manager who allocates, and of nobody where no child was', async () => {
    await begun();
    const known = { today: date('2026-03-03'), at: pretendDay, day: '', time: '' };
    const allocated = { chain: [{ step: 'allocation', answers: { role: 'lead', worker: id(2, 0) } }] };
    const asked = async (role: Role) => {
      const session: Session = { authority: 1, actor: id(2, 6), roles: [role], teams: [], scope: 'all' };
      const told = await allocationAsks(parts, session, { record: allocated, known, recorded: true });
      return told === null ? '' : render(told);
    };
    expect(await asked('teamManager')).toContain('caseloadDecision');
    expect(await asked('socialWorker')).toBe('');
  });
  it('never stops an allocation: the child has their worker, and the decision is asked for after it', async () => {
    await begun();
    const child = `/children/${id(1, 0)}`;
    await send(`${child}/open`, manager, { reason: 'Something else', more: 'to allocate', next: '/' });
    const form = { 'f.allocatedOn': '2026-03-03', 'f.worker': id(2, 0), 'f.role': 'lead' };
    const said = await send(`${child}/record/allocation`, manager, { entry: id(8, 7), stage: 'record', ...form });
    expect(said.headers.location).toContain(`${child}?recorded=1`);
    const { body } = await get(String(said.headers.location), manager);
    expect(body).toMatch(/The child is allocated\. Priya Shah is newly qualified and now carries 4.5[^]*caseloadDecision\?carried=4.5/);
    expect((await get(child, manager)).body).not.toContain('The child is allocated');
  });
});
