import type { State } from './page-states.ts';
import type { Page } from 'playwright-core';
import { giveReason, press } from './pages.ts';
import { child } from './pretend-worlds.ts';

const sealing = async (page: Page): Promise<void> => {
  await giveReason(page);
  await page.goto(new URL(`${child(3)}/seal`, page.url()).href);
};

/** A record sealed after an adoption order, and who opens one again. */
export const sealedStates: readonly State[] = [
  { what: 'sealed records', as: 'headOfService', at: '/sealed' },
  { what: 'sealed records, not named', as: 'socialWorker', at: '/sealed' },
  {
    what: 'no sealed record has this number',
    as: 'headOfService',
    at: '/sealed',
    next: async (page) => {
      await page.getByLabel(/^Number, or the whole name/).fill('L200');
      await page.getByLabel('Why you must open it').fill('A court asks for it');
      await press(page, 'Open the sealed record');
    },
  },
  {
    what: 'somebody is named for sealed records',
    as: 'headOfService',
    at: '/sealed',
    next: async (page) => {
      await page.getByLabel('Name somebody').selectOption({ index: 1 });
      await press(page, 'Name them');
    },
  },
  {
    what: 'a seal is asked to be lifted',
    as: 'headOfService',
    at: '/sealed',
    next: async (page) => {
      await page.getByLabel(/whose seal is wrong/).fill('L100');
      await page.getByLabel('Why it is wrong').selectOption({ label: 'It is on the wrong record' });
      await page.getByLabel(/^How it was found/).fill('The order is of his brother');
      await press(page, 'Ask another officer to lift it');
    },
  },
  {
    what: 'a seal to be lifted, not answered',
    as: 'headOfService',
    at: '/sealed',
    next: (page) => press(page, 'Ask another officer to lift it'),
  },
  {
    what: 'a seal stays',
    as: 'headOfService',
    at: '/sealed',
    next: async (page) => {
      await page.getByLabel(/whose seal is wrong/).fill('L100');
      await page.getByLabel('Why it is wrong').selectOption({ label: 'It is on the wrong record' });
      await page.getByLabel(/^How it was found/).fill('The order is of his brother');
      await press(page, 'Ask another officer to lift it');
      await page
        .getByRole('button', { name: /^Leave it sealed/ })
        .first()
        .click();
    },
  },
  { what: 'sealing after an adoption order', as: 'teamManager', at: child(3), next: sealing },
  {
    what: 'sealing, not answered',
    as: 'teamManager',
    at: child(3),
    next: async (page) => {
      await sealing(page);
      await press(page, 'Begin the new record and seal this one');
    },
  },
];
