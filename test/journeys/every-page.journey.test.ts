import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportRun, QuestionInFull } from '../../src/web/parts.ts';
import { pretendId } from '../../src/web/pretend-parts.ts';
import { giveReason, holds } from './pages.ts';
import { isRecordedOf } from '../../src/web/pages/child/child.ts';
import { child, openWorld, seat, type Who, type World } from './pretend-worlds.ts';
import { openBrowser } from './start.ts';

type Served = World & { readonly server: FastifyInstance };
const visits = new Set<string>();
let browser: Browser;
let busy: Served;
let empty: Served;

const run = (state: ImportRun['state'], n: number): ImportRun => ({
  run: pretendId(8, n),
  fileName: `CIN_Census_${'a_very_long_name_without_a_space_'.repeat(3)}${n}.xml`,
  fileHash: `${n}`,
  kind: 'cin',
  begunAt: '2026-03-03 09:00:00+00',
  begunBy: pretendId(2, 6),
  finishedAt: state === 'running' ? null : '2026-03-03 09:02:00+00',
  childrenTotal: 50_000,
  childrenDone: 23_456,
  entries: 120_000,
  corrections: 3,
  unchanged: 40,
  state,
  message: state === 'stopped' ? 'The file ends in the middle of a child, at line 88.' : null,
});

const said = (name: string, bornOn: string) => ({
  name,
  facts: [
    ['Identifier', '100234'],
    ['Unique pupil number', 'A123456789123'],
    ['Date of birth', bornOn],
    ['Sex', 'Female'],
    ['Ethnicity', 'Pakistani'],
  ] as const,
  history: ['2 Jun 2024: Became looked after', '2 Jun 2024: Placement'],
});

const question = (number: number, isDecided: boolean): QuestionInFull => ({
  id: pretendId(9, number),
  source: 'SSDA903 return',
  child: '100243',
  because: 'the record with this identifier has another date of birth',
  askedAt: '2026-03-03 09:00:00+00',
  isDecided,
  given: said('Child 100243 of the SSDA903 return', '14 May 2019'),
  records: [{ ...said('Amira Example', '15 May 2019'), person: pretendId(1, 0), isChosen: isDecided }],
});

beforeAll(async () => {
  browser = await openBrowser();
  busy = await openWorld(() => ({
    runs: [run('running', 1), run('stopped', 2), run('finished', 3)],
    problems: [
      {
        n: 1,
        isRepairable: true,
        file: 'episodes.csv',
        line: 88,
        child: '0000001',
        field: 'DEC',
        value: '27/11/24'.repeat(20),
        reason: 'DEC has a year of two digits',
        raw: 'episodes: CHILD=0000001, DEC=27/11/24',
      },
      {
        n: 2,
        isRepairable: false,
        line: null,
        child: null,
        field: null,
        value: null,
        reason: 'This child has no number by which to tell who it is',
      },
      {
        n: 3,
        isRepairable: false,
        line: 90,
        child: '0000002',
        field: 'DEC',
        value: '1/4/24',
        reason: 'lacks a nought',
        corrected: '01/04/2024',
      },
    ],
    suggestions: [{ field: 'DEC', writing: 'two-digits', values: 1107, example: '27/11/24', readAs: '27/11/2024' }],
    questions: [question(1, false), question(2, true)],
  }));
  empty = await openWorld(() => ({}), 0);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([busy?.stop(), empty?.stop()]);
});

type State = {
  readonly what: string;
  readonly as?: Who;
  readonly at: string;
  readonly next?: (page: Page) => Promise<unknown>;
  readonly in?: () => Served;
};

const send = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

const states: readonly State[] = [
  { what: 'sign-in', at: '/sign-in' },
  { what: 'sign-in after the session ended', at: '/sign-in?ended=1&next=%2Fboard' },
  { what: 'no such page', at: '/nowhere' },
  { what: 'no such page, signed in', as: 'teamManager', at: '/children/nobody' },
  { what: 'a page of another role', as: 'socialWorker', at: '/imports' },
  { what: 'the board of a manager with 60 children', as: 'teamManager', at: '/' },
  { what: 'the board in another order and state', as: 'headOfService', at: '/board?state=late&sort=name&area=North' },
  { what: 'a board on which nobody matches', as: 'reviewingOfficer', at: '/board?category=none' },
  { what: 'the board as known in the past', as: 'dutyWorker', at: '/board?known=2026-01-05' },
  { what: 'the board with a date that is none', as: 'teamManager', at: '/board?known=31%2F02%2F2026' },
  { what: 'a board without children', as: 'headOfService', at: '/board', in: () => empty },
  { what: 'my day', as: 'socialWorker', at: '/my-day' },
  { what: 'my day without children', as: 'socialWorker', at: '/my-day', in: () => empty },
  { what: 'find', as: 'dutyWorker', at: '/find' },
  { what: 'found', as: 'dutyWorker', at: '/find?name=a' },
  { what: 'nobody found', as: 'dutyWorker', at: '/find?name=nobody-is-called-this-'.concat('x'.repeat(70)) },
  { what: 'why open a record', as: 'teamManager', at: child(0) },
  { what: 'why, not answered', as: 'teamManager', at: child(0), next: send('Open the record') },
  { what: 'a child', as: 'teamManager', at: child(1), next: giveReason },
  { what: 'a child with a long name', as: 'headOfService', at: child(12), next: giveReason },
  { what: 'a child as known in the past', as: 'teamManager', at: `${child(0)}?known=2026-02-01&at=14%3A05`, next: giveReason },
  { what: 'a chronology narrowed to nothing', as: 'reviewingOfficer', at: `${child(0)}?words=nothing-says-this`, next: giveReason },
  { what: 'something was recorded', as: 'teamManager', at: `${child(0)}?recorded=1`, next: giveReason },
  { what: 'who may open a record', as: 'teamManager', at: child(3), next: (page) => openThen(page, `${child(3)}/restrict`) },
  {
    what: 'who may open a record, not answered',
    as: 'teamManager',
    at: child(3),
    next: async (page) => {
      await openThen(page, `${child(3)}/restrict`);
      await page.locator('input[name=readers]:checked').first().uncheck();
      await send('Restrict to the people named')(page);
    },
  },
  { what: 'a family', as: 'teamManager', at: `${child(0)}/family`, next: giveReason },
  { what: 'a family as known in the past', as: 'dutyWorker', at: `${child(0)}/family?known=2026-02-01`, next: giveReason },
  { what: 'a family with a long name', as: 'headOfService', at: `${child(12)}/family`, next: giveReason },
  { what: 'brothers and sisters in one chronology', as: 'teamManager', at: `${child(0)}/family/chronology`, next: giveReason },
  { what: 'who belongs to the family', as: 'teamManager', at: `${child(0)}/family/add?words=a`, next: giveReason },
  { what: 'records of the family that are not open', as: 'teamManager', at: child(0), next: openTheirs },
  { what: 'an adult of the family', as: 'socialWorker', at: `${child(0)}/family/adult?words=Saira+Khan`, next: giveReason },
  { what: 'what somebody is to the child', as: 'socialWorker', at: `${child(0)}/record/relationship`, next: giveReason },
  { what: 'imports', as: 'administrator', at: '/imports' },
  { what: 'no import yet', as: 'analyst', at: '/imports', in: () => empty },
  { what: 'no file chosen', as: 'administrator', at: '/imports', next: send('Import') },
  { what: 'an import running', as: 'administrator', at: `/imports/${pretendId(8, 1)}` },
  { what: 'an import stopped, with problems', as: 'analyst', at: `/imports/${pretendId(8, 2)}` },
  {
    what: 'dates read as a person says',
    as: 'administrator',
    at: `/imports/${pretendId(8, 2)}`,
    next: (page) => page.getByRole('button', { name: /^Read .* as .* likewise$/ }).click(),
  },
  { what: 'an import finished', as: 'analyst', at: `/imports/${pretendId(8, 3)}` },
  { what: 'the board of children looked after', as: 'headOfService', at: '/board?who=care' },
  { what: 'the board of both populations', as: 'reviewingOfficer', at: '/board?who=all&sort=reviews' },
  { what: 'a view without a name', as: 'teamManager', at: '/board', next: saveNothing },
  { what: 'emergency copies', as: 'headOfService', at: '/emergency-copy' },
  { what: 'an emergency copy for nobody', as: 'headOfService', at: '/emergency-copy', next: send('Make the copy') },
  { what: 'a caseload pack of nobody', as: 'headOfService', at: '/emergency-copy', next: send('Make the pack') },
  { what: 'an emergency copy that is made', as: 'headOfService', at: '/emergency-copy', next: makeCopy },
  { what: 'the family', as: 'teamManager', at: child(0), next: (page) => openThen(page, `${child(0)}/family`) },
  {
    what: 'the chronology of the family',
    as: 'teamManager',
    at: child(0),
    next: (page) => openThen(page, `${child(0)}/family/chronology`),
  },
  { what: 'somebody is added to the family', as: 'socialWorker', at: child(0), next: (page) => openThen(page, `${child(0)}/family/add`) },
  { what: 'an adult of the family', as: 'socialWorker', at: child(0), next: (page) => openThen(page, `${child(0)}/family/adult`) },
  {
    what: 'an adult of the family, not answered',
    as: 'socialWorker',
    at: child(0),
    next: async (page) => {
      await openThen(page, `${child(0)}/family/adult`);
      await send('Continue')(page);
    },
  },
  { what: 'an import with values to be put right', as: 'administrator', at: `/imports/${pretendId(8, 3)}` },
  { what: 'a value to be put right', as: 'administrator', at: `/imports/${pretendId(8, 3)}/problems/1` },
  {
    what: 'a value that is still wrong',
    as: 'administrator',
    at: `/imports/${pretendId(8, 3)}/problems/1`,
    next: send('Put right and take the child’s rows'),
  },
  { what: 'whose rows these are', as: 'administrator', at: '/imports/children' },
  { what: 'nobody waits', as: 'administrator', at: '/imports/children', in: () => empty },
  { what: 'a child of a file beside a record', as: 'administrator', at: `/imports/children/${pretendId(9, 1)}` },
  { what: 'nothing decided', as: 'administrator', at: `/imports/children/${pretendId(9, 1)}`, next: send('Decide') },
  { what: 'a decision that can be taken back', as: 'administrator', at: `/imports/children/${pretendId(9, 2)}` },
  { what: 'alerts, none', as: 'headOfService', at: '/alerts', in: () => empty },
];

async function openTheirs(page: Page): Promise<void> {
  await openThen(page, `${child(0)}/family/chronology`);
  await page.getByLabel(/^Why you need to read/).fill('The visit was to all of them');
  await page.getByRole('button', { name: /^Open (the record|their records)$/ }).click();
}

async function saveNothing(page: Page): Promise<void> {
  await page.getByText(/^My views/).click();
  await send('Save this view')(page);
}

async function makeCopy(page: Page): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Make the copy' }) });
  await form.getByLabel('For whom').fill('Night duty desk');
  await send('Make the copy')(page);
  await page.getByRole('heading', { name: 'Emergency copy 4 is made' }).waitFor();
}

async function openThen(page: Page, path: string): Promise<void> {
  await giveReason(page);
  await page.goto(new URL(path, page.url()).href);
}

test.each(states)('$what', async ({ what, as, at, next, in: world = () => busy }) => {
  const page = await seat(browser, world(), visits, as);
  await page.goto(`${world().address}${at}`);
  await next?.(page);
  await holds(page, what);
  await page.context().close();
});

test('every page is whole without JavaScript', { timeout: 300_000 }, async () => {
  const without: string[] = [];
  for (const { what, as, at, in: world = () => busy } of states) {
    const page = await seat(browser, world(), visits, as, false);
    await page.goto(`${world().address}${at}`);
    const forms = page.locator('main form');
    for (let n = 0; n < (await forms.count()); n += 1)
      if ((await forms.nth(n).locator('button').count()) === 0) without.push(`${what}: a form without a button`);
    if ((await page.locator('h1').count()) !== 1) without.push(`${what}: no heading`);
    await page.context().close();
  }
  expect(without).toEqual([]);
});

test('what went wrong inside is never shown, and the page that says so is a page', async () => {
  const page = await seat(browser, busy, visits, 'teamManager');
  busy.parts.failNext = 'broken';
  const answer = await page.goto(`${busy.address}/board`);
  busy.parts.failNext = undefined;
  expect(answer?.status()).toBe(500);
  expect(await page.content()).not.toContain('secret');
  await holds(page, 'something went wrong');
  await page.context().close();
});

test('sign-in by password, and a password that is not right', async () => {
  const live = await openWorld(() => ({ demonstration: false }), 3);
  const page = await seat(browser, live, visits);
  await page.goto(`${live.address}/sign-in`);
  await holds(page, 'sign-in by password');
  await page.getByLabel('Email address').fill('somebody@example.org');
  await page.getByLabel('Password').fill('wrong');
  await send('Sign in')(page);
  expect(await page.locator('main').innerText()).toContain('not right');
  await holds(page, 'sign-in refused');
  await page.context().close();
  await live.stop();
});

test('signing in and out', async () => {
  const page = await seat(browser, busy, visits);
  await page.goto(`${busy.address}/board`);
  await page.getByRole('button', { name: /Tom Ashdown/ }).click();
  expect(new URL(page.url()).pathname).toBe('/board');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.context().close();
});

test('an open board is told of a change, and asks for the row', async () => {
  const page = await seat(browser, busy, visits, 'teamManager');
  await page.goto(`${busy.address}/board`);
  await expect
    .poll(
      async () => {
        busy.parts.tell({ authority: 1, people: [pretendId(1, 4)] });
        return page.locator(`[id="row-${pretendId(1, 4)}"].sl-row--fresh`).count();
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  await expect.poll(() => visits.has('GET /board/fragment'), { timeout: 15_000 }).toBe(true);
  await holds(page, 'a board after a change');
  await page.context().close();
});

test('a visit: questions, problems, check, conflict', async () => {
  const page = await seat(browser, busy, visits, 'socialWorker');
  await page.goto(`${busy.address}${child(0)}/record/visit`);
  await giveReason(page);
  await holds(page, 'the questions of a visit');
  await send('Continue')(page);
  await holds(page, 'a visit with problems');
  const [day, month, year] = ['Day', 'Month', 'Year'].map((label) => page.getByLabel(label, { exact: true }));
  await day?.fill('2');
  await month?.fill('3');
  await year?.fill('2026');
  await page
    .locator(`input[name="e.${pretendId(1, 0)}.seen"]`)
    .first()
    .check();
  await send('Continue')(page);
  await holds(page, 'check your answers');
  await page.evaluate(() => document.querySelector('input[name=readAt]')?.setAttribute('value', '2026-03-03T09:00:00Z'));
  await send('Record')(page);
  expect(await page.locator('main').innerText()).toContain('just before you');
  await holds(page, 'somebody wrote first');
  await page.context().close();
});

test('a restricted record: closed, opened without a reason, opened, and the alert', async () => {
  busy.parts.restricted.set(pretendId(1, 5), 'Family of a colleague');
  const page = await seat(browser, busy, visits, 'dutyWorker');
  await page.goto(`${busy.address}${child(5)}`);
  await giveReason(page);
  await holds(page, 'a restricted record');
  await send('Open the restricted record')(page);
  await holds(page, 'a restricted record, no reason given');
  await page.getByLabel('Why you must see this record now').fill('The child is at the door');
  await send('Open the restricted record')(page);
  await page.getByRole('heading', { name: 'Chronology' }).waitFor();
  await page.goto(`${busy.address}/sign-in`);
  await page.context().close();
  const manager = await seat(browser, busy, visits, 'teamManager');
  await manager.goto(`${busy.address}/alerts`);
  expect(await manager.locator('main').innerText()).toContain('The child is at the door');
  await holds(manager, 'alerts');
  await manager.context().close();
});

test('what the board shows as a file, and a view that is saved and removed', async () => {
  const page = await seat(browser, busy, visits, 'teamManager');
  await page.goto(`${busy.address}/board?state=late`);
  for (const [name, begins] of [
    ['CSV', '\uFEFFChild,'],
    ['Excel', 'PK'],
  ] as const) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()]);
    visits.add(`GET /board/file/${name === 'CSV' ? 'csv' : 'xlsx'}`);
    expect(readFileSync(await file.path(), 'utf8').slice(0, begins.length)).toBe(begins);
  }
  await page.getByText(/^My views/).click();
  await page.getByLabel('Save what is chosen now as').fill('Late now');
  await send('Save this view')(page);
  await page.goto(`${busy.address}/board`);
  await page.getByText(/^My views/).click();
  await page.getByRole('link', { name: 'Late now' }).click();
  expect(new URL(page.url()).searchParams.get('state')).toBe('late');
  await page.getByText(/^My views/).click();
  await holds(page, 'saved views');
  await page.getByRole('button', { name: /^Remove/ }).click();
  expect(await page.getByRole('link', { name: 'Late now' }).count()).toBe(0);
  await page.context().close();
});

test('the form of every step', { timeout: 600_000 }, async () => {
  const page = await seat(browser, busy, visits, 'teamManager');
  await page.goto(`${busy.address}${child(1)}`);
  await giveReason(page);
  const steps = busy.parts.steps.filter((step) => step.may.record.includes('teamManager') && isRecordedOf(step, false));
  expect(steps.length).toBeGreaterThan(5);
  for (const { name, title } of steps) {
    await page.goto(`${busy.address}${child(1)}/record/${name}`);
    expect(await page.locator('h1').innerText()).toBe(title);
    await holds(page, `the questions of: ${title}`);
  }
  await page.context().close();
});

test('no page was left out: whoever adds a page adds its states above', () => {
  const machine = /^(GET \/(assets|health|ready|metrics)\b|GET \/emergency-copy\/:number\/file$)/;
  const all = busy.server.routes.map(({ method, url }) => `${method} ${url}`).filter((route) => !machine.test(route));
  expect(all.filter((route) => !visits.has(route))).toEqual([]);
});
