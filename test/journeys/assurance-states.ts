import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

const freezeAndCompare = async (page: Page) => {
  await page.fill('#signedBy', 'M. Adeyemi, Director of Children’s Services');
  await press(page, 'Freeze this report');
  await press(page, 'Compare with the record');
};

const simulate = (page: Page) => press(page, 'Simulate');
const simulateAndCancel = async (page: Page) => {
  await simulate(page);
  await press(page, 'Cancel');
};

export const assuranceStates: readonly State[] = [
  { what: 'how do we know', as: 'headOfService', at: '/assurance' },
  { what: 'a frozen report, compared with the record', as: 'headOfService', at: '/assurance', next: freezeAndCompare },
  { what: 'how do we know, of a day that has not come', as: 'headOfService', at: '/assurance?on=2099-01-01' },
  { what: 'what if, nothing asked yet', as: 'headOfService', at: '/what-if' },
  { what: 'what if, of a service of which too little is on record', as: 'analyst', at: '/what-if', isEmpty: true },
  { what: 'what if, a number that is none', as: 'analyst', at: '/what-if?given=yes&a-referrals=very%20many&away=400', next: simulate },
  { what: 'what if, while it is simulated', as: 'headOfService', at: '/what-if?given=yes&a-referrals=30&seed=2', next: simulate },
  { what: 'what if, while another goes first', as: 'headOfService', at: '/what-if?given=yes&seed=3', next: simulate },
  { what: 'what if, cancelled', as: 'analyst', at: '/what-if?given=yes&b-workers=5&seed=2', next: simulateAndCancel },
  { what: 'what if, that could not be made', as: 'analyst', at: '/what-if?given=yes&seed=4', next: simulate },
  {
    what: 'what if, scenarios side by side',
    as: 'headOfService',
    at: '/what-if?given=yes&a-referrals=30&b-referrals=30&b-workers=5&c-visits=15&c-merged=yes',
    next: simulate,
  },
];
