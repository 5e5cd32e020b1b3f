import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

async function beginCarers(page: Page): Promise<void> {
  await page.getByLabel('Carers, as placements name them').fill('The Rowans');
  await page.getByLabel('What they offer').selectOption({ label: 'Foster carers' });
  await press(page, 'Begin the file');
}

/** An allegation against them: the words go to the designated officer, whom the carers' file leads to. */
async function allegeOfCarers(page: Page): Promise<void> {
  await beginCarers(page);
  const file = new URL(page.url());
  await page.goto(new URL(`/children/${file.pathname.split('/').at(-1) ?? ''}/record/fosterConcern`, file).href);
  await page.getByLabel('Allegation', { exact: true }).check();
  await press(page, 'Continue');
  await press(page, 'Record');
  await page.goto(file.href);
}

async function beginAdopters(page: Page): Promise<void> {
  await page.getByLabel('What the household is called').fill('The Elms');
  await page.getByLabel('What they ask about').selectOption({ label: 'Adoption' });
  await press(page, 'Begin the file');
}

/** Households that foster, and those that adopt. */
export const carerStates: readonly State[] = [
  { what: 'foster carers', as: 'teamManager', at: '/fostering' },
  { what: 'the file of foster carers', as: 'teamManager', at: '/fostering', next: beginCarers },
  { what: 'the file of foster carers, an allegation', as: 'teamManager', at: '/fostering', next: allegeOfCarers },
  { what: 'who has a place', as: 'dutyWorker', at: '/fostering/matching' },
  { what: 'nobody has a place', as: 'dutyWorker', at: '/fostering/matching?age=7' },
  { what: 'who has a place, no age', as: 'dutyWorker', at: '/fostering/matching?age=old' },
  { what: 'adopters', as: 'teamManager', at: '/adopters' },
  { what: 'the file of adopters', as: 'teamManager', at: '/adopters', next: beginAdopters },
  { what: 'families waiting', as: 'socialWorker', at: '/adopters/matching' },
  { what: 'families waiting, no age', as: 'socialWorker', at: '/adopters/matching?age=old' },
];
