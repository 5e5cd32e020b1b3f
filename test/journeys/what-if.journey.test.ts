import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, words } from './pages.ts';
import { asEach } from './paragraphs.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, untilStarted);
afterAll(() => running?.stop());

const as = asEach(() => running);

/** The row of the table of scenarios that begins so, by column. */
async function row(page: Page, title: string): Promise<readonly string[]> {
  const cells = page
    .locator('section[aria-labelledby="twelve"] table')
    .first()
    .locator('tbody tr', { hasText: title })
    .first()
    .locator('th, td');
  return cells.allInnerTexts();
}

const middle = (cell: string | undefined): number => Number(/[\d.,]+/.exec(cell ?? '')?.[0].replaceAll(',', ''));

test(
  '¶8b: a head of service asks what 30 % more referrals would do, and what five more workers would',
  { timeout: 1_200_000 },
  async () => {
    await as('Head of service', async (page, at) => {
      expect(await at('/what-if')).toContain('children who came in a year');
      await page.locator('details', { hasText: 'What is assumed' }).locator('summary').click();
      await page.locator('[name="replications"]').fill('40');
      await press(page, 'Simulate');
      await page.locator('#twelve').waitFor({ timeout: 900_000 });
      const said = await words(page);
      const came = await row(page, 'Children who came');
      expect(middle(came[2]) / middle(came[1])).toBeCloseTo(1.3, 1);
      const [now, , more] = (await row(page, 'Workers')).slice(1).map(middle);
      expect(more).toBe((now ?? 0) + 5);
      const children = (await row(page, 'Children for each worker')).slice(1).map(middle);
      expect(children[1]).toBeGreaterThan(children[0] ?? 0);
      expect(children[2]).toBeLessThan(children[0] ?? 0);
      expect(said).toContain('lay within what eight in ten replications said');
      expect(said).toContain('All children looked after');
      const address = page.url();
      await page.goto(address);
      expect(await row(page, 'Children who came')).toEqual(came);
    });
    await as('Social worker', async (_page, at) => {
      expect(await at('/what-if')).toContain('Your role does not include this page');
    });
  },
);
