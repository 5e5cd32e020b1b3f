import type { Page } from 'playwright-core';
import { pretendId } from '../../src/web/pretend-children.ts';
import { measureStates } from './measure-states.ts';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

const [waiting, signed] = [9, 9].map((kind, n) => `/returns/prepared/${pretendId(kind, 40 + n)}`);

/** Prepared, explained; then signed. */
const explain = async (page: Page) => {
  await press(page, 'Prepare');
  await page.goto(`${new URL(page.url()).origin}${waiting}`);
  await press(page, 'Save the explanations');
};

const compare = async (page: Page) => {
  await press(page, 'Sign this return');
  await page.goto(`${new URL(page.url()).origin}${signed}?compare=record`);
};

/** Held, and then compared with a file that was not chosen. */
const hold = async (page: Page) => {
  await page.locator('#words-hold').fill('A claim is before the court');
  await press(page, 'Hold this return');
  await page.goto(`${new URL(page.url()).origin}${signed}`);
  await press(page, 'Compare with this file');
};

export const returnStates: readonly State[] = [
  { what: 'what recording costs', as: 'headOfService', at: '/burden' },
  { what: 'what recording costs a team of which nothing is told', as: 'teamManager', at: `/burden?team=${pretendId(3, 1)}` },
  { what: 'the returns, and what their rules find', as: 'analyst', at: '/returns' },
  { what: 'a return that waits for its signature', as: 'analyst', at: '/returns', next: explain },
  { what: 'a signed return, compared with the record', as: 'headOfService', at: `/returns/prepared/${pretendId(9, 42)}`, next: compare },
  {
    what: 'a return that is held, no file chosen to compare it with',
    as: 'headOfService',
    at: `/returns/prepared/${pretendId(9, 42)}`,
    next: hold,
  },
  { what: 'Annex A of a day, prepared and not yet explained', as: 'analyst', at: `/returns/prepared/${pretendId(9, 43)}` },
  { what: 'what the rules found in a return, row by row', as: 'analyst', at: `${signed}/findings` },
  { what: 'Annex A, for an inspector', as: 'inspector', at: '/returns/annex-a?list=List+1' },
  { what: 'a list of Annex A in which nobody is', as: 'headOfService', at: '/returns/annex-a?list=List+2' },
  { what: 'why a return says what it says of a child', as: 'analyst', at: '/returns/why?return=cin&year=2025-26&child=NC000010' },
  {
    what: 'why Annex A says it of a child, at an instant',
    as: 'analyst',
    at: '/returns/why?return=annex-a&on=2026-01-31&known=2026-01-12&child=NC000010',
  },
  {
    what: 'why the workforce census says it of somebody',
    as: 'headOfService',
    at: '/returns/why?return=workforce-census&on=2026-01-31&child=SW555',
  },
  { what: 'Annex A as it was known on a day', as: 'headOfService', at: '/returns/annex-a?list=List+1&known=2026-01-20' },
  {
    what: 'why the safeguarding dataset says what it says of a child',
    as: 'analyst',
    at: '/returns/why?return=safeguarding-dataset&on=2026-01-31&child=NC000010',
  },
  { what: 'files to be compared with the record', as: 'analyst', at: '/imports/reconcile' },
  {
    what: 'no file chosen to be compared',
    as: 'analyst',
    at: '/imports/reconcile',
    next: (page) => page.getByRole('button', { name: 'Compare', exact: true }).click(),
  },
  {
    what: 'files beside the record',
    as: 'headOfService',
    at: '/imports/reconcile',
    next: async (page) => {
      await page
        .getByLabel('Files', { exact: true })
        .setInputFiles({ name: 'census.xml', mimeType: 'text/xml', buffer: Buffer.from('<Message></Message>') });
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
    },
  },
  ...measureStates,
];
