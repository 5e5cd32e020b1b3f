import type { Page } from 'playwright-core';
import { inventedPlaces, inventedReleases } from '../../demo/published-figures.ts';
import { date } from '../../src/kernel/calendar/dates.ts';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

/** As an analyst loads them: who is compared with whom is said beside the file. */
async function loadWorkforce(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  for (const { kind, text } of inventedReleases(date('2026-03-03'))) {
    await page.goto(`${origin}/measures/published`);
    await page.fill('#own', inventedPlaces.own);
    await page.fill('#neighbours', inventedPlaces.neighbours.join('\n'));
    await page.setInputFiles('#figures', { name: `${kind}-invented.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await press(page, 'Load');
  }
  await page.goto(`${origin}/workforce/compared`);
}

/** The workforce beside England and neighbours. */
export const comparedStates: readonly State[] = [
  { what: 'the workforce, compared with nothing', as: 'analyst', at: '/workforce/compared' },
  { what: 'the workforce, compared', as: 'headOfService', at: '/measures/published', next: loadWorkforce },
];
