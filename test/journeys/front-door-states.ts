import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

/** A list of two children and a row that cannot be read. */
async function pasteNotifications(page: Page): Promise<void> {
  const rows = [
    'reference,date,first name,last name,what happened',
    'A1,2/3/2026,a,,Seen upstairs',
    'A1,2/3/2026,Zoe,Nobody,Seen',
    'A2,31/2/2026,C,D,x',
  ];
  await page.getByLabel('The list').fill(rows.join('\n'));
  await press(page, 'Look who it is about');
}

/** Decides in one touch, about whatever stands first. */
const touch = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
};

/** What arrives at the front door, waits there and is handed over. */
export const frontDoorStates: readonly State[] = [
  { what: 'what waits at the front door', as: 'dutyWorker', at: '/front-door' },
  { what: 'nothing waits at the front door', as: 'dutyWorker', at: '/front-door', isEmpty: true },
  { what: 'families before court', as: 'headOfService', at: '/before-court' },
  { what: 'no family is before court', as: 'headOfService', at: '/before-court', isEmpty: true },
  { what: 'an enquiry over several families', as: 'socialWorker', at: '/enquiry?reference=CE-2026-014' },
  { what: 'what is no reference of an enquiry', as: 'socialWorker', at: '/enquiry?reference=Example' },
  { what: 'a handover from emergency duty', as: 'dutyWorker', at: '/front-door/handover' },
  { what: 'an entry of emergency duty is taken over', as: 'dutyWorker', at: '/front-door/handover', next: touch(/^Taken over/) },
  { what: 'a contact that is no longer on record', as: 'dutyWorker', at: '/front-door', next: touch(/^Accept/) },
  { what: 'somebody who has no record', as: 'dutyWorker', at: '/front-door/new' },
  { what: 'somebody who has no record, not answered', as: 'dutyWorker', at: '/front-door/new', next: (page) => press(page, 'Record') },
  { what: 'no notifications yet', as: 'teamManager', at: '/front-door/notifications' },
  { what: 'notifications, each beside whom it may be about', as: 'teamManager', at: '/front-door/notifications', next: pasteNotifications },
];
