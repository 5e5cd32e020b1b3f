import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRecordedOf } from '../../src/web/pages/child/child.ts';
import { pretendDay, pretendParts } from '../../src/web/pretend-parts.ts';
import { giveReason, holds } from './pages.ts';
import { child, openWorld, seat, type World } from './pretend-worlds.ts';
import { openBrowser } from './start.ts';

const steps = pretendParts(pretendDay, 3).steps.filter((step) => step.may.record.includes('teamManager') && isRecordedOf(step, false));
let browser: Browser;
let world: World;
let page: Page;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), openWorld()]);
  page = await seat(browser, world, new Set(), 'teamManager');
  await page.goto(`${world.address}${child(1)}`);
  await giveReason(page);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

test('there are forms to look at', () => expect(steps.length).toBeGreaterThan(5));

test.each(steps)('the questions of: $title', async ({ name, title }) => {
  await page.goto(`${world.address}${child(1)}/record/${name}`);
  expect(await page.locator('h1').innerText()).toBe(title);
  await holds(page, title);
});
