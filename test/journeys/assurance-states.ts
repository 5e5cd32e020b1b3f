import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

const freezeAndCompare = async (page: Page) => {
  await page.fill('#signedBy', 'M. Adeyemi, Director of Children’s Services');
  await press(page, 'Freeze this report');
  await press(page, 'Compare with the record');
};

export const assuranceStates: readonly State[] = [
  { what: 'how do we know', as: 'headOfService', at: '/assurance' },
  { what: 'a frozen report, compared with the record', as: 'headOfService', at: '/assurance', next: freezeAndCompare },
  { what: 'how do we know, of a day that has not come', as: 'headOfService', at: '/assurance?on=2099-01-01' },
];
