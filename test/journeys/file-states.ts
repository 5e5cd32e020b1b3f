import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

/** A programme of audits, with the children whom it drew. */
async function beginAudit(page: Page): Promise<void> {
  await page.getByLabel('What the audits ask').fill('Is the child seen alone?');
  await press(page, 'Draw the children');
}

/** The file of a review, with the chronology of one agency. */
async function beginReview(page: Page): Promise<void> {
  await page.getByLabel('What the review is called').fill('Child R');
  await page.getByLabel('What happened to the child').selectOption({ label: 'Was seriously harmed' });
  await page.getByLabel('Is abuse or neglect known or suspected?').selectOption({ label: 'Suspected' });
  await press(page, 'Begin the file');
}
const chronologies = {
  'General practice': 'Date,Event,Concern,Agencies told,Told on\n03/11/2025,Bruise on the cheek,injury,Health visiting,10/11/2025\n',
  'Health visiting': 'Date,Event,Decision,What was done\n06/11/2025,Home visit,yes,Back to the universal service\n',
};
async function chronologyOf(page: Page): Promise<void> {
  await beginReview(page);
  await page.getByRole('link', { name: /^Integrated chronology/ }).click();
  for (const [agency, csv] of Object.entries(chronologies)) {
    await page.getByText('Add the chronology of an agency').click();
    await page.getByLabel('Agency', { exact: true }).fill(agency);
    await page.getByLabel('The file, CSV or Word').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await press(page, 'Add the chronology');
  }
}

/** A panel, as it stands when it has just been begun. */
async function beginPanel(page: Page): Promise<void> {
  await page.getByText('Begin a body').click();
  await page.getByLabel('What it is called').fill('North panel');
  await page.getByLabel('What it is', { exact: true }).selectOption('panel');
  await press(page, 'Begin');
}

/** Files that are nobody's child record: of staff, of audits, of reviews, of bodies. */
export const fileStates: readonly State[] = [
  { what: 'supervision of a team', as: 'teamManager', at: '/supervision' },
  { what: 'supervision of managers', as: 'headOfService', at: '/supervision' },
  { what: 'audits', as: 'headOfService', at: '/audits' },
  { what: 'an audit programme', as: 'headOfService', at: '/audits', next: beginAudit },
  {
    what: 'an audit of a case file',
    as: 'reviewingOfficer',
    at: '/audits',
    next: (page) =>
      beginAudit(page).then(() =>
        page
          .getByRole('button', { name: /^Audit/ })
          .first()
          .click(),
      ),
  },
  { what: 'reviews of incidents', as: 'headOfService', at: '/case-reviews' },
  { what: 'the file of a review', as: 'headOfService', at: '/case-reviews', next: beginReview },
  { what: 'an integrated chronology', as: 'headOfService', at: '/case-reviews', next: chronologyOf },
  { what: 'the bodies of a member of none', as: 'boardMember', at: '/' },
  { what: 'a panel', as: 'boardManager', at: '/safeguarding-board', next: beginPanel },
  { what: 'a staff file', as: 'teamManager', at: '/supervision', next: (page) => press(page, 'Begin supervision with Priya Shah') },
];
