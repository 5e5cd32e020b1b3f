import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pretendId } from '../../src/web/pretend-parts.ts';
import { openBusy } from './page-states.ts';
import { openWorld, seat, type Who, type World } from './pretend-worlds.ts';
import { openBrowser } from './start.ts';

/* A board that stands open shows what is so, or says that it does not, or is gone. */

let browser: Browser;
let world: World;
beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), openWorld()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const changed = pretendId(1, 4);
const fresh = (page: Page) => page.locator(`[id="row-${changed}"].sl-row--fresh`).count();
const tell = () => world.parts.tell({ authority: 1, people: [changed] });

/** A window of a manager, and what it asked for beside the page. */
async function sitDown(who: Who = 'teamManager'): Promise<{ readonly page: Page; readonly asked: string[] }> {
  const page = await seat(browser, world, new Set(), who);
  const asked: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.startsWith('/board/') || path === '/events') asked.push(path);
  });
  return { page, asked };
}

test('what changes between the reading of the page and the opening of its stream is shown', async () => {
  const { page } = await sitDown();
  await page.route('**/events?*', async (route) => {
    tell();
    await route.continue();
  });
  await page.goto(`${world.address}/board`);
  await expect.poll(() => fresh(page)).toBe(1);
  await page.context().close();
});

test('is printed without its tools and filters, with its head on every sheet', async () => {
  const { page } = await sitDown('headOfService');
  await page.goto(`${world.address}/board`);
  for (const part of ['.sl-tools', '.sl-filters', '.sl-nav']) expect(await page.locator(part).first().isVisible(), part).toBe(true);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.sl-tools', '.sl-filters', '.sl-nav', '.sl-tabs', '.sl-footer'])
    expect(await page.locator(part).first().isVisible(), `${part} on paper`).toBe(false);
  // The list of children, and the twelve months beneath it.
  const heads = await page
    .locator('.sl-board thead')
    .evaluateAll((all) => all.map((one) => [getComputedStyle(one).display, getComputedStyle(one.querySelector('th') ?? one).position]));
  expect(heads).toEqual(Array.from({ length: 2 }, () => ['table-header-group', 'static']));
  expect(
    await page
      .locator('.sl-board tbody tr')
      .first()
      .evaluate((row) => getComputedStyle(row).breakInside),
  ).toBe('avoid');
  await page.context().close();
});

test('of which nothing changed, nothing is fetched a second time', async () => {
  const { page, asked } = await sitDown();
  await page.clock.install();
  await Promise.all([page.waitForResponse(/\/events/), page.goto(`${world.address}/board`)]);
  await page.clock.runFor(30_000);
  expect(asked).toEqual(['/events']);
  tell();
  await expect.poll(() => fresh(page)).toBe(1);
  await page.context().close();
});

test('is fetched again when the limit in hours that passes next has passed', async () => {
  const { record } = world.parts;
  const counted = record.boardCounts;
  const inAnHour = '2026-03-03T11:00:00Z';
  Object.assign(record, {
    boardCounts: async (...asked: Parameters<typeof counted>) => ({ ...(await counted(...asked)), changesAt: inAnHour }),
  });
  const { page, asked } = await sitDown('headOfService');
  await page.clock.install({ time: '2026-03-03T10:00:00Z' });
  await Promise.all([page.waitForResponse(/\/events/), page.goto(`${world.address}/board`)]);
  // The clock goes on by itself meanwhile.
  await page.clock.fastForward(3_000_000);
  expect(asked).not.toContain('/board/fragment');
  await page.clock.fastForward(630_000);
  await expect.poll(() => asked.includes('/board/fragment')).toBe(true);
  Object.assign(record, { boardCounts: counted });
  await page.context().close();
});

test('that cannot be brought up to date says since when, tries again, and says when it is', async () => {
  const { page } = await sitDown();
  await page.goto(`${world.address}/board`);
  await page.locator('#updated', { hasText: 'Updated' }).waitFor();
  let isAway = true;
  await page.route(/\/board\/(row|fragment)/, (route) => (isAway ? route.fulfill({ status: 503, body: '' }) : route.continue()));
  tell();
  await page.locator('#updated', { hasText: /^Not up to date since \d\d:\d\d$/ }).waitFor();
  isAway = false;
  await page.locator('#updated', { hasText: /^Updated \d\d:\d\d$/ }).waitFor();
  await page.context().close();
});

test('whose stream is refused for a while opens it again', async () => {
  const { page, asked } = await sitDown();
  let refusals = 2;
  await page.route('**/events?*', (route) => ((refusals -= 1) >= 0 ? route.fulfill({ status: 429, body: '' }) : route.continue()));
  await page.goto(`${world.address}/board`);
  await expect.poll(() => asked.filter((path) => path === '/events').length).toBeGreaterThan(2);
  await expect
    .poll(async () => {
      tell();
      return fresh(page);
    })
    .toBe(1);
  await page.context().close();
});

test('whose session is over is taken off the screen, with the names on it', async () => {
  const { page } = await sitDown();
  let isRefused = false;
  await page.route('**/events?*', (route) => (isRefused ? route.fulfill({ status: 401, body: '' }) : route.continue()));
  await page.goto(`${world.address}/board?sort=name`);
  await page.locator('#updated', { hasText: 'Updated' }).waitFor();
  isRefused = true;
  await page.context().clearCookies();
  tell();
  await page.waitForURL((url) => url.pathname === '/sign-in');
  expect(new URL(page.url()).searchParams.get('next')).toBe('/board?sort=name');
  expect(await page.locator('body').innerText()).not.toContain('Okafor');
  await page.context().close();
});

test('the page of an import that ended while nobody could be told says so in the end, and asks no more', async () => {
  const busy = await openBusy();
  const page = await seat(browser, busy, new Set(), 'administrator');
  const asked: string[] = [];
  let isAway = true;
  await page.route(/\/imports\//, async (route) => {
    if (route.request().headers()['x-fragment'] === undefined) return route.continue();
    asked.push(route.request().url());
    return isAway ? route.fulfill({ status: 503, body: '' }) : route.continue();
  });
  await page.goto(`${busy.address}/imports/${pretendId(8, 1)}`);
  await expect.poll(() => asked.length).toBeGreaterThan(1);
  const finished = busy.parts.runs.map((run) => ({ ...run, state: 'finished' }) as const);
  Object.assign(busy.parts, { runs: finished });
  isAway = false;
  await page.locator('#run', { hasText: 'finished' }).waitFor();
  const before = asked.length;
  await page.clock.install();
  busy.parts.tell({ authority: 1 });
  // Whatever the stream was told has come before this has.
  await page.evaluate(async () => (await fetch('/assets/sightline.svg')).text());
  await page.clock.runFor(120_000);
  expect(asked.length).toBe(before);
  await page.context().close();
  await busy.stop();
});
