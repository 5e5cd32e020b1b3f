import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

/** A programme of audits, with the children whom it drew. */
async function beginAudit(page: Page): Promise<void> {
  await page.getByLabel('What the audits ask').fill('Is the child seen alone?');
  await press(page, 'Draw the children');
}

/** Files that are nobody's child record: of staff, and of audits. */
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
  { what: 'a staff file', as: 'teamManager', at: '/supervision', next: (page) => press(page, 'Begin supervision with Priya Shah') },
];
