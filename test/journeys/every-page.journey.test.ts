import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { dayInEngland } from '../../src/kernel/calendar/dates.ts';
import { pretendActions } from '../../src/web/pretend-family.ts';
import { pretendDay, pretendId } from '../../src/web/pretend-parts.ts';
import { counting } from './keystroke-level.ts';
import { leftOut, seeEach } from './every-state.ts';
import { pageStates, send, states } from './page-states.ts';
import { byScriptsAlone, headingOf } from './headings.ts';
import { giveReason, holds } from './pages.ts';
import { child, openWorld, seat, type Parts, type World } from './pretend-worlds.ts';

const seen = seeEach(pageStates);
const { visits } = seen;
let browser: Browser;
let busy: World;
beforeAll(() => void ({ browser, busy } = seen.stage()));

test('every state but those that only scripts lead to names the heading that it must end with', () => {
  expect(states.map(({ what }) => what).filter((what) => headingOf(what) === undefined)).toEqual(byScriptsAlone);
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
    .poll(async () => {
      busy.parts.tell({ authority: 1, people: [pretendId(1, 4)] });
      return page.locator(`[id="row-${pretendId(1, 4)}"].sl-row--fresh`).count();
    })
    .toBe(1);
  await expect.poll(() => visits.has('GET /board/fragment')).toBe(true);
  await holds(page, 'a board after a change');
  await page.context().close();
});

test('a visit: questions, problems, check, conflict', async () => {
  const page = await seat(browser, busy, visits, 'socialWorker');
  await page.goto(`${busy.address}${child(0)}/record/visit`);
  await giveReason(page);
  await holds(page, 'the questions of a visit');
  await send('Record')(page);
  await holds(page, 'a visit with problems');
  await page
    .locator(`input[name="e.${pretendId(1, 0)}.seen"]`)
    .first()
    .check();
  await send('Check the answers first')(page);
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
  busy.parts.restricted.delete(pretendId(1, 5));
  await manager.goto(`${busy.address}${child(5)}`);
  await giveReason(manager);
  busy.parts.restricted.set(pretendId(1, 5), 'Family of a colleague');
  await manager.reload();
  expect(await manager.locator('main').innerText()).toContain('It may be opened by Priya Shah, Tom Ashdown.');
  await holds(manager, 'a restricted child');
  await manager.goto(`${busy.address}${child(5)}/restrict`);
  await holds(manager, 'who may open a restricted record');
  await manager.goto(`${busy.address}${child(5)}/withheld`);
  await holds(manager, 'words withheld from brothers and sisters');
  await manager.goto(`${busy.address}${child(5)}/restrict`);
  await expect.poll(() => manager.getByRole('button', { name: 'Lift the restriction' }).count()).toBe(1);
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

test('what could not be taken of a file, as a table', async () => {
  const page = await seat(browser, busy, visits, 'analyst');
  await page.goto(`${busy.address}/imports/${pretendId(8, 2)}`);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /as a table \(CSV\)$/ }).click()]);
  visits.add('GET /imports/:run/problems.csv');
  expect(readFileSync(await file.path(), 'utf8')).toContain('DEC has a year of two digits');
  await page.context().close();
});

test('an action that is mine, done in one click', async () => {
  const entry = pretendId(7, 77);
  const told = { owner: pretendId(2, 0), what: 'Ring the school', byWhen: '2026-03-06' };
  pretendActions.push({
    person: pretendId(1, 1),
    entry,
    what: told.what,
    measure: 'She is there every day',
    dueOn: dayInEngland(pretendDay),
    file: null,
  });
  busy.parts.written.push({
    entry,
    step: 'action',
    wording: '',
    happenedOn: dayInEngland(pretendDay),
    shared: told,
    about: [{ person: pretendId(1, 1), answers: {} }],
  });
  const page = await seat(browser, busy, visits, 'socialWorker');
  await page.goto(`${busy.address}/my-day`);
  await holds(page, 'my day with an action');
  await page.getByRole('button', { name: /^Done\s*: Ring the school$/ }).click();
  await page.waitForLoadState();
  expect(busy.parts.written.at(-1)).toMatchObject({ step: 'actionProgress', shared: { action: entry, how: 'done' } });
  await page.context().close();
});

test('no page was left out: whoever adds a page adds its states', () => {
  expect(leftOut(seen, 'others')).toEqual([]);
});

/** Four children of one mother in one home: what is stated of each of them. */
const home = { entry: pretendId(7, 90), step: 'household', answers: { from: '2026-01-05', home: pretendId(7, 90) } };
const together = (parts: Parts): Partial<Parts> => ({
  record: {
    ...parts.record,
    relatives: async (opened) =>
      (await parts.record.list(opened.session, { people: [0, 1, 2, 3].map((n) => pretendId(1, n)) })).map(({ person, standing }) => ({
        person,
        restricted: false,
        standing: { ...standing, family: pretendId(9, 0) },
        distance: person === opened.person ? 0 : 1,
        stated: [home],
      })),
  },
});

test('a home visit to four brothers and sisters costs at most 45 seconds of keys and thoughts besides what is told', async () => {
  const world = await openWorld(together, 4);
  const page = await seat(browser, world, visits, 'socialWorker');
  await page.goto(`${world.address}${child(0)}`);
  await giveReason(page);
  const hand = counting(page);
  hand.think();
  await hand.press('v');
  await page.getByRole('heading', { name: 'Visit', exact: true }).waitFor();
  await hand.narrate('Kitchen and bedrooms seen; a meal on the table.');
  // The child whose record it is, then the eldest first.
  for (const n of [0, 3, 2, 1]) {
    await hand.press('Tab', n === 0 ? 3 : 4); // past the folded actions and who came too; past where the last slept, the tick of a brother or sister, and what is known since
    for (const question of ['seen', 'seenAlone']) {
      hand.think();
      await hand.press('Space');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(`e.${pretendId(1, n)}.${question}`);
      await hand.press('Tab');
    }
    await hand.narrate('Showed me a drawing of the garden.');
  }
  await holds(page, 'a visit to four brothers and sisters');
  hand.think();
  await hand.press('Tab', 4); // past where the last slept, and the files, chosen here or on a page of their own
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Record');
  await hand.press('Enter');
  await page.getByRole('heading', { name: 'Chronology' }).waitFor();
  const [entry] = world.parts.written;
  expect(entry?.about.map(({ answers }) => [answers['seen'], answers['seenAlone']])).toEqual(
    Array.from({ length: 4 }, () => [true, 'yes']),
  );
  expect(entry?.shared).toMatchObject({ visitedOn: dayInEngland(pretendDay), place: 'home' });
  console.log(`A home visit to four brothers and sisters: ${hand.seconds()} s`, hand.done);
  expect(hand.seconds()).toBeLessThanOrEqual(45);
  await page.context().close();
  await world.stop();
});
