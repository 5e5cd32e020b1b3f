import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Seat = { readonly address: string; readonly browser: Browser };

/** A new browser window of somebody with that role: the first, or the one named. */
export async function signedInAs(
  { address, browser }: Seat,
  role: string,
  options: BrowserContextOptions & { readonly name?: string } = {},
): Promise<Page> {
  const { name, ...context } = options;
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: 'en-GB', ...context })).newPage();
  await page.goto(`${address}/sign-in`);
  await chooseWho(page, role, name);
  return page;
}

export async function chooseWho(page: Page, role: string, name?: string): Promise<void> {
  const people = page.locator('section', { has: page.getByRole('heading', { name: role, exact: true }) }).getByRole('button');
  await (name === undefined ? people : people.filter({ hasText: name })).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Gives the first reason where one is asked for. */
export async function giveReason(page: Page): Promise<void> {
  if ((await page.getByRole('heading', { name: 'Why are you opening this record?' }).count()) === 0) return;
  await page.locator('input[name=reason]').first().check();
  await page.getByRole('button', { name: 'Open the record' }).click();
  await page.getByRole('heading', { name: 'Why are you opening this record?' }).waitFor({ state: 'detached' });
  await page.waitForLoadState();
}

export const words = (page: Page): Promise<string> => page.locator('main').innerText();

declare const axe: typeof import('axe-core');
/** Every page that loads is given it anew: the short form of the same, in half the time. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @returns what axe has to say of the page as it is now: by these rules, or by all */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(async (only) => {
    const { violations: found } = await axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      iframes: false,
      ...(only === undefined ? {} : { runOnly: [...only] }),
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, rules);
}

/** Rules whose answer depends on where things stand. */
const ofLayout = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > width + 1);
    return [
      `the page is ${document.documentElement.scrollWidth} pixels wide`,
      ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 200)),
    ];
  });

/** What must hold of every page in every state: one heading, a title, nothing for axe to say, nothing wider than a narrow phone. */
export async function holds(page: Page, what: string): Promise<void> {
  const found: string[] = [];
  if ((await page.locator('h1').count()) !== 1) found.push(`${await page.locator('h1').count()} first headings`);
  if (!/\S.* – Sightline$/.test(await page.title())) found.push(`the title "${await page.title()}"`);
  const size = page.viewportSize() ?? { width: 1366, height: 900 };
  found.push(...(await violations(page)), ...(await overflowing(page)));
  await page.setViewportSize({ width: 320, height: 700 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  found.push(...(await overflowing(page)), ...(await violations(page, ofLayout)).map((one) => `at 320 pixels: ${one}`));
  await page.setViewportSize(size);
  expect({ what, found }).toEqual({ what, found: [] });
}
