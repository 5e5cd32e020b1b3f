import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

const load = (file: string) => async (page: Page) => {
  await page.setInputFiles('#figures', file);
  await press(page, 'Load');
};

const loadAndCompare = async (page: Page) => {
  await load('test/samples/published/figures-invented.csv')(page);
  await page.goto(`${new URL(page.url()).origin}/measures/of/reReferrals`);
};

export const measureStates: readonly State[] = [
  { what: 'the measures, compared with nothing', as: 'headOfService', at: '/measures' },
  { what: 'the measures, of a day that has not come', as: 'analyst', at: '/measures?on=2099-01-01' },
  { what: 'one measure, and who is behind it', as: 'headOfService', at: '/measures/of/plansOverTwoYears' },
  { what: 'a measure of which nothing is counted', as: 'analyst', at: '/measures/of/startedCareRate' },
  { what: 'published figures, no file chosen', as: 'analyst', at: '/measures/published', next: (page) => press(page, 'Load') },
  { what: 'published figures that cannot be read', as: 'analyst', at: '/measures/published', next: load('test/samples/README.md') },
  { what: 'a measure beside published figures', as: 'analyst', at: '/measures/published', next: loadAndCompare },
  { what: 'the virtual school', as: 'headOfService', at: '/virtual-school' },
  { what: 'the virtual school, of a day that has not come', as: 'analyst', at: '/virtual-school?on=2099-01-01' },
  { what: 'a year of the virtual school', as: 'headOfService', at: '/virtual-school/7' },
  { what: 'a year of the virtual school without pupils', as: 'analyst', at: '/virtual-school/13' },
  { what: 'demand', as: 'headOfService', at: '/demand' },
  { what: 'demand of contacts', as: 'analyst', at: '/demand?kind=contact' },
];
