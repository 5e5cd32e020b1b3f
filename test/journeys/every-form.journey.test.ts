import type { Browser, Page } from 'playwright-core';
import type { AnyStep } from '../../src/kernel/step/step.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRecordedOf } from '../../src/web/pages/child/child.ts';
import { pretendDay, pretendParts } from '../../src/web/pretend-parts.ts';
import { giveReason, holds } from './pages.ts';
import { child, openWorld, seat, type World } from './pretend-worlds.ts';
import { openBrowser } from './start.ts';

/** Everything that a form can look like: of each question where it stands, how it is asked, and what stands around it. */
const looksOf = (step: AnyStep): readonly string[] =>
  (['fields', 'each'] as const).flatMap((part) =>
    Object.values(step[part]).map(({ control, hint, required, askedWhen }) => {
      const { kind } = control;
      const how = kind === 'choice' ? [control.several, control.options.length > 12, control.options.length === 2] : [];
      const lines = kind === 'text' ? [control.lines > 1] : [];
      return [part, kind, ...how, ...lines, hint !== undefined, required !== undefined, askedWhen !== undefined].join(' ');
    }),
  );

/** Forms are made by one renderer: those that together look like every other are looked at, not each of a hundred. */
function sample(all: readonly AnyStep[]): readonly AnyStep[] {
  const seen = new Set<string>();
  return all.filter((step) => {
    const fresh = looksOf(step).filter((look) => !seen.has(look));
    for (const look of fresh) seen.add(look);
    return fresh.length > 0;
  });
}

const steps = sample(
  pretendParts(pretendDay, 3).steps.filter((step) => step.may.record.includes('teamManager') && isRecordedOf(step, false)),
);
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
