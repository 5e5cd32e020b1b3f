import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSightline, type Running } from './start.ts';

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, 180_000);
afterAll(() => running?.stop());

async function signedInAs(role: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await running.browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${running.address}/sign-in`);
  await page
    .locator('section', { has: page.getByRole('heading', { name: role, exact: true }) })
    .getByRole('button')
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const firstChild = (page: Page) => page.locator('[id^="row-"] a[href^="/children/"]').first();

async function openFirstChild(page: Page): Promise<string> {
  const name = (await firstChild(page).textContent()) ?? '';
  await firstChild(page).click();
  if ((await page.locator('input[type=radio]').count()) > 0) await page.locator('input[type=radio]').first().check();
  await page.locator('main button[type=submit]').first().click();
  return name.trim();
}

describe('Friday, five in the afternoon', () => {
  test('a head of service sees all 220 children on plans, and axe finds nothing to complain of', async () => {
    const page = await signedInAs('Head of service');
    await expect.poll(() => page.locator('[id^="row-"]').count()).toBe(220);
    expect(await page.locator('main').innerText()).toMatch(/of 2\d\d|of 1\d\d/);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('a team manager opens a child for a reason, and the opening is on the page', async () => {
    const page = await signedInAs('Team manager');
    expect(await violations(page)).toEqual([]);
    const name = await openFirstChild(page);
    expect(await page.locator('h1').innerText()).toContain(name.split(' ')[0]);
    expect(await page.locator('main').innerText()).toMatch(/Who has opened this record/i);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('the board works with JavaScript off', async () => {
    const page = await signedInAs('Team manager', { javaScriptEnabled: false });
    expect(await page.locator('[id^="row-"]').count()).toBeGreaterThan(0);
    await openFirstChild(page);
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });

  test('at 320 pixels nothing runs out of the page', async () => {
    const page = await signedInAs('Team manager');
    await page.setViewportSize({ width: 320, height: 700 });
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});
