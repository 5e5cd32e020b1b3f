import type { Browser, Page } from 'playwright-core';
import type { AnyStep } from '../../src/kernel/step/step.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { practitioners } from '../../src/kernel/step/permission.ts';
import { isRecordedOf } from '../../src/web/pages/child/recorded-of.ts';
import { pretendDay, pretendParts } from '../../src/web/pretend-parts.ts';
import { giveReason, holds } from './pages.ts';
import { child, openWorld, seat, sit, type World } from './pretend-worlds.ts';
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

const steps = pretendParts(pretendDay, 3).steps.filter((step) => isRecordedOf(step, {}) && step.page === undefined);
const recorders = (step: AnyStep) => practitioners.filter((role) => step.may.record.includes(role));
/** With each, somebody who records it: those who may take turns. */
const forms = sample(steps.filter((step) => recorders(step).length > 0)).map((step, n) => {
  const those = recorders(step);
  return { name: step.name, title: step.title, as: those[n % those.length] ?? 'teamManager' };
});
/** What only files and those who take them in record. */
const recordedByNone = ['identityDecision', 'outcomesOfTheYear', 'socialWorkerEpisode'];

let browser: Browser;
let world: World;
let page: Page;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), openWorld()]);
  page = await seat(browser, world, new Set());
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

test('every step is recorded by somebody who opens records, and each of them records some of these', () => {
  const names = steps.filter((step) => recorders(step).length === 0).map(({ name }) => name);
  expect(names.toSorted()).toEqual(recordedByNone);
  expect(new Set(forms.map(({ as }) => as))).toEqual(new Set(practitioners));
});

test.each(forms)('the questions of: $title, to a $as', async ({ name, title, as }) => {
  await sit(page, world, as);
  await page.goto(`${world.address}${child(1)}/record/${name}`);
  await giveReason(page);
  expect(await page.locator('h1').innerText()).toBe(title);
  await holds(page, title);
});
