import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../../src/kernel/step/permission.ts';
import { signedInAs } from './pages.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, untilStarted);
afterAll(() => running?.stop());

/** One page of each kind is enough: of children, files and days, and of what the catalogues of forms, measures and procedures list. */
const kindOf = (link: string): string =>
  link
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'one')
    .replaceAll(/=[^&]*/g, '')
    .replaceAll(/\/-?\d+/g, '/n')
    .replace(/^\/(forms|measures|procedures)\/.*/, '/$1/one')
    .replace(/^\/(?:board)?\?.*/, '/board?');

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

/** Follows every kind of link from the first page on. What is refused or not there is told with the page that offers it. */
async function refusedTo(page: Page): Promise<{ readonly followed: number; readonly refused: readonly string[] }> {
  const known = new Set<string>();
  const refused: string[] = [];
  const queue = [{ link: '/', offeredBy: 'the address' }];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const { link } = at;
    const answer = await page.request.get(new URL(link, running.address).href, { timeout: 0 });
    if (answer.status() >= 400) refused.push(`${kindOf(link)}, offered by ${kindOf(at.offeredBy)}: ${answer.status()}`);
    if (!answer.ok() || !answer.headers()['content-type']?.includes('html')) continue;
    for (const next of linksIn(await answer.text())) {
      if (known.has(kindOf(next))) continue;
      known.add(kindOf(next));
      queue.push({ link: next, offeredBy: link });
    }
  }
  return { followed: known.size, refused };
}

describe('whatever a page offers is open to who reads it', () => {
  test.each(Object.values(roles))('%s', async (role) => {
    const page = await signedInAs(running, role);
    const { followed, refused } = await refusedTo(page);
    await page.context().close();
    expect(refused).toEqual([]);
    expect(followed).toBeGreaterThan(3);
  });
});
