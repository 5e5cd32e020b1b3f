import type { Page } from 'playwright-core';
import { giveReason, press, pressToRecord, signedInAs, words, type Seat } from './pages.ts';

/*
 * How the paragraphs of the report that this is built from are walked: each by somebody with a role, who does what the paragraph describes.
 */

export type At = (path: string) => Promise<string>;
/** Somebody with that role walks; `at` goes somewhere and gives the words of the page. */
export type As = (role: string, walk: (page: Page, at: At) => Promise<void>) => Promise<void>;

export async function goTo(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await giveReason(page);
  return words(page);
}

/** Everybody signs in once and keeps their window, as somebody at work does: paragraph after paragraph. */
export function asEach(seat: () => Seat): As {
  const windows = new Map<string, Promise<Page>>();
  return async (role, walk) => {
    const window = windows.get(role) ?? signedInAs(seat(), role);
    windows.set(role, window);
    const page = await window;
    await walk(page, (path) => goTo(page, `${seat().address}${path}`));
  };
}

export const hrefs = (page: Page, selector: string): Promise<readonly string[]> =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** One of several answers, whether they stand as buttons or in a list. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(`select[name="f.${name}"]`);
  await ((await list.count()) > 0 ? list.selectOption(value) : page.locator(`input[name="f.${name}"][value="${value}"]`).check());
}

/** A day, as its three boxes take it. */
export async function day(page: Page, name: string, on: string): Promise<void> {
  const [year = '', month = '', ofMonth = ''] = on.split('-');
  for (const [part, value] of Object.entries({ day: ofMonth, month, year })) await page.locator(`[id="f.${name}-${part}"]`).fill(value);
}

/** Checks the answers, and records them. */
export async function record(page: Page): Promise<void> {
  await press(page, 'Continue');
  await pressToRecord(page);
}

/** The first child on the page of one's own. */
export async function firstChild(page: Page, at: At): Promise<string> {
  await at('/board');
  const [path = ''] = await hrefs(page, '[id^="row-"] th a');
  return path;
}
