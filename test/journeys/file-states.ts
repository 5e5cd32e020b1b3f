import type { Page } from 'playwright-core';
import { carerStates } from './carer-states.ts';
import { comparedStates } from './compared-states.ts';
import type { State } from './page-states.ts';
import { giveReason, press } from './pages.ts';
import { child } from './pretend-worlds.ts';
import { inductionStates, trainingStates } from './training-states.ts';

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

async function weighed(page: Page): Promise<void> {
  await chronologyOf(page);
  await page.getByText('Weigh it').first().click();
  await page.getByLabel('Why', { exact: true }).first().fill('The home visit would have asked about the bruise');
  await page.locator('form[action$="/connections"]').first().getByRole('button', { name: 'Record' }).click();
}

/** A panel, as it stands when it has just been begun. */
async function beginPanel(page: Page): Promise<void> {
  await page.getByText('Begin a body').click();
  await page.getByLabel('What it is called').fill('North panel');
  await page.getByLabel('What it is', { exact: true }).selectOption('panel');
  await press(page, 'Begin');
}

const first = async (page: Page, press1: string): Promise<void> => {
  await giveReason(page);
  await page.locator('input[name="entry"]').first().check();
  await press(page, press1);
};

/** Until somebody says so, nobody knows how many posts there are. */
const beginPosts = async (page: Page) => {
  await page.fill('#why', 'Agreed with practitioners of every team');
  await page.fill('#usual', '18');
  await press(page, 'Begin the register');
};

/** The staff file of the one worker, begun or not. */
async function openStaffFile(page: Page): Promise<void> {
  const begin = page.getByRole('button', { name: 'Begin supervision with Priya Shah' });
  await ((await begin.count()) > 0 ? begin : page.getByRole('link', { name: 'Priya Shah' })).click();
  await page.waitForURL('**/files/**');
}
async function followed(page: Page): Promise<void> {
  await openStaffFile(page);
  await page.goto(`${page.url().replace('/files/', '/supervision/')}/followed`);
}

async function readChapter(page: Page): Promise<void> {
  await page.getByLabel(/^What will you do because of this chapter/).fill('I ask the school every time');
  await press(page, 'I have read and understood this chapter');
}
async function comment(page: Page): Promise<void> {
  await page.getByText('Comment on a section').click();
  await page.locator('[name="f.comment"]').fill('Told at nine for ten');
  await press(page, 'Send the comment');
}

async function commentFromOutside(page: Page): Promise<void> {
  await page.getByLabel('Section').selectOption('core-group');
  await page.getByLabel('Which agency').selectOption('education');
  await page.getByLabel('Comment', { exact: true }).fill('Told at nine for ten');
  await page.getByLabel('Your name').fill('A. Teacher');
  await page.getByLabel('Your email').fill('teacher@school.example');
  await press(page, 'Send the comment');
}

/** Whoever learns of an allegation tells the designated officer. */
async function tellOfficer(page: Page): Promise<void> {
  await page.locator('input[name=file]').evaluate((input) => input.setAttribute('value', 'abcd0000-0000-4000-8000-000000000001'));
  await page.getByLabel(/^Date it came to the attention/).fill('2026-03-02');
  await page.getByLabel('Who it is about, and their work with children').fill('A teaching assistant of year 4');
  await page.getByLabel('Kind of work with children').selectOption({ label: 'School or college' });
  await press(page, 'Tell the designated officer');
}

async function letIn(page: Page): Promise<void> {
  await page.getByLabel('First day').fill('2026-03-02');
  await page.getByLabel('Last day').fill('2026-03-27');
  await press(page, 'Let in An inspector');
}

/** Files that are nobody's child record: of staff, of audits, of reviews, of bodies. */
export const fileStates: readonly State[] = [
  ...inductionStates,
  { what: 'supervision of a team', as: 'teamManager', at: '/supervision' },
  { what: 'supervision of managers', as: 'headOfService', at: '/supervision' },
  { what: 'the workforce of the service', as: 'headOfService', at: '/workforce' },
  { what: 'the workforce, for whoever counts', as: 'analyst', at: '/workforce' },
  ...comparedStates,
  { what: 'the workforce, of a day that is none', as: 'headOfService', at: '/workforce?on=31%2F02%2F2026' },
  { what: 'a register of posts that was begun', as: 'headOfService', at: '/workforce', next: beginPosts },
  { what: 'the workforce of one’s own team', as: 'teamManager', at: '/workforce' },
  { what: 'caseloads, and children without a worker', as: 'teamManager', at: '/workforce/allocation' },
  { what: 'children in no team yet', as: 'headOfService', at: '/workforce/no-team' },
  { what: 'caseloads of a team that was chosen', as: 'headOfService', at: '/workforce/allocation' },
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
  {
    what: 'somebody is named for the file of a review',
    as: 'headOfService',
    at: '/case-reviews',
    next: async (page) => {
      await beginReview(page);
      await page.getByLabel('Name somebody').selectOption({ index: 1 });
      await press(page, 'Name them');
    },
  },
  { what: 'an integrated chronology', as: 'headOfService', at: '/case-reviews', next: chronologyOf },
  { what: 'a missed connection is weighed', as: 'headOfService', at: '/case-reviews', next: weighed },
  { what: 'the bodies of a member of none', as: 'boardMember', at: '/' },
  { what: 'a panel', as: 'boardManager', at: '/safeguarding-board', next: beginPanel },
  {
    what: 'the yearly report of a panel',
    as: 'boardManager',
    at: '/safeguarding-board',
    next: (page) => beginPanel(page).then(() => page.getByRole('link', { name: 'Yearly report', exact: true }).click()),
  },
  { what: 'registers of children', as: 'teamManager', at: '/registers' },
  { what: 'children placed here', as: 'dutyWorker', at: '/registers/placedHere' },
  { what: 'nobody is placed here', as: 'dutyWorker', at: '/registers/placedHere', isEmpty: true },
  { what: 'special guardianship', as: 'socialWorker', at: '/registers/guardianship' },
  { what: 'adopted, and not sealed yet', as: 'teamManager', at: '/registers/sealing' },
  ...trainingStates,
  ...carerStates,
  { what: 'allegations', as: 'designatedOfficer', at: '/allegations' },
  {
    what: 'an allegation not answered',
    as: 'socialWorker',
    at: '/allegations',
    next: (page) => press(page, 'Tell the designated officer'),
  },
  { what: 'an allegation that is told', as: 'socialWorker', at: '/allegations', next: tellOfficer },
  {
    what: 'an allegation',
    as: 'designatedOfficer',
    at: '/allegations',
    next: async (page) => {
      await tellOfficer(page);
      await page.getByRole('link', { name: /^Allegation of/ }).click();
    },
  },
  { what: 'complaints', as: 'headOfService', at: '/complaints' },
  {
    what: 'a complaint',
    as: 'headOfService',
    at: '/complaints',
    next: async (page) => {
      await page.getByLabel('Reference').fill('2026/3');
      await page.getByLabel('Who complains').selectOption({ label: 'A child or young person' });
      await page.getByLabel('What they say, in their own words').fill('Nobody told me.');
      await press(page, 'Record the complaint');
    },
  },
  {
    what: 'what people say',
    as: 'headOfService',
    at: '/voice',
    next: async (page) => {
      await page.getByText('Record what people said').click();
      await page.getByLabel('How', { exact: true }).selectOption({ label: 'Focus group with practitioners' });
      await page.getByLabel(/^What they said, in their words/).fill('No time on Thursdays.');
      await press(page, 'Record');
    },
  },
  {
    what: 'the quality record of a service',
    as: 'headOfService',
    at: '/inspections',
    next: async (page) => {
      await page.getByLabel('What the service is called').fill('Fostering');
      await page.getByLabel('What it is', { exact: true }).selectOption({ label: 'Fostering agency' });
      await press(page, 'Begin the record');
    },
  },
  { what: 'inspectors', as: 'headOfService', at: '/inspections/inspectors', next: letIn },
  { what: 'what an inspector has opened', as: 'inspector', at: '/inspections/inspectors' },
  { what: 'services inspected', as: 'headOfService', at: '/inspections' },
  { what: 'a staff file', as: 'teamManager', at: '/supervision', next: openStaffFile },
  { what: 'what followed from supervision', as: 'teamManager', at: '/supervision', next: followed },
  { what: 'a chapter read and understood', as: 'socialWorker', at: '/procedures/child-protection', next: readChapter },
  { what: 'a comment from outside sent', at: '/procedures/child-protection/outside', next: commentFromOutside },
  {
    what: 'a comment from outside taken in',
    as: 'teamManager',
    at: '/procedures/outside',
    next: (page) => press(page, 'Take it in from A. Teacher, designated safeguarding lead'),
  },
  { what: 'a chapter commented on', as: 'socialWorker', at: '/procedures/child-protection', next: comment },
  {
    what: 'what an expert is shown, decided',
    as: 'headOfService',
    at: `${child(0)}/expert-view`,
    next: (page) => first(page, 'Show these entries'),
  },
  { what: 'forms', as: 'analyst', at: '/forms' },
  { what: 'a form of a file', as: 'analyst', at: '/forms/staffSupervision' },
  { what: 'what is shown to an expert', as: 'outside', at: '/shown-to-me' },
  {
    what: 'entries shown to an expert',
    as: 'outside',
    at: '/shown-to-me',
    next: (page) => page.getByRole('link', { name: /of one child/ }).click(),
  },
  {
    what: 'what an expert is shown, withdrawn',
    as: 'headOfService',
    at: `${child(0)}/expert-view`,
    next: (page) => giveReason(page).then(() => press(page, 'Withdraw what Dr A. Marlow is shown')),
  },
];
