import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBusy, openEmpty, states } from './page-states.ts';
import { seat, sit, type World } from './pretend-worlds.ts';
import { openBrowser } from './start.ts';

let browser: Browser;
let busy: World;
let empty: World;
let page: Page;

beforeAll(async () => {
  [browser, busy, empty] = await Promise.all([openBrowser(), openBusy(), openEmpty()]);
  page = await seat(browser, busy, new Set(), undefined, false);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([busy?.stop(), empty?.stop()]);
});

test.each(states)('$what: whole without JavaScript', async ({ as, at, isEmpty }) => {
  const world = isEmpty ? empty : busy;
  await sit(page, world, as);
  await page.goto(`${world.address}${at}`);
  expect(await page.locator('h1').count()).toBe(1);
  for (const form of await page.locator('main form').all()) expect(await form.locator('button').count()).toBeGreaterThan(0);
});
