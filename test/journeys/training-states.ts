import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';
import { day } from './paragraphs.ts';

const courseCalled = 'Respectful uncertainty';
async function beginCourse(page: Page): Promise<void> {
  await page.getByLabel('What the course is called').fill(courseCalled);
  await page.getByLabel('Topic').selectOption('uncertainty');
  await page.getByLabel('What will be otherwise in practice').fill('Another explanation is weighed, and written down');
  await page.getByLabel(/^By which standard/).selectOption('assessment');
  await page.getByLabel(/^Which body it answers to/).selectOption({ index: 1 });
  await press(page, 'Begin the course');
}

/** The course that was begun before, with a session as whoever answers for it announces it. */
async function announceSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: courseCalled }).first().click();
  await page.getByRole('link', { name: 'Session of a course' }).click();
  await day(page, 'heldOn', '2026-04-21');
  for (const [name, value] of Object.entries({ places: '12', agencyPlaces: '4' })) await page.locator(`[name="f.${name}"]`).fill(value);
  await press(page, 'Continue');
  await press(page, 'Record');
}

const pressFirst = async (page: Page, words: RegExp): Promise<void> => {
  await page.getByRole('button', { name: words }).first().click();
  await page.waitForURL('**/training?done=*');
};
const bookPlace = (page: Page): Promise<void> => pressFirst(page, /^Book a place/);
const givePlaceBack = (page: Page): Promise<void> => pressFirst(page, /^Give it back/);
async function bookForAgency(page: Page): Promise<void> {
  await page.locator('form[action="/training/places"] [name=places]').first().fill('2');
  await page.locator('form[action="/training/places"] button').first().click();
}

/** The one worker is newly qualified, as the supervision agreement says; and their programme begins, once. */
async function beginInduction(page: Page): Promise<void> {
  const begin = page.getByRole('button', { name: 'Begin the induction' });
  await ((await begin.count()) > 0 ? begin : page.getByRole('link', { name: 'Priya Shah' }).first()).click();
  await page.waitForURL('**/files/**');
}

async function decideCaseload(page: Page): Promise<void> {
  await beginInduction(page);
  await page.getByRole('link', { name: 'Decide, in your own name' }).click();
  await page.getByLabel('Why it has to be so').fill('A colleague is off sick, and the three know her');
  await day(page, 'mendedBy', '2026-04-03');
  await press(page, 'Continue');
  await press(page, 'Record');
}

const newlyQualified = async (page: Page): Promise<void> => {
  await page.getByLabel('Grade of Priya Shah').selectOption('newlyQualified');
  await press(page, 'Begin supervision with Priya Shah');
  await page.goto(new URL('/induction', page.url()).href);
};

/** Before any staff file is begun: the newly qualified, from nobody to a caseload that is decided. */
export const inductionStates: readonly State[] = [
  { what: 'the newly qualified, none', as: 'headOfService', at: '/induction' },
  { what: 'somebody newly qualified without a programme', as: 'teamManager', at: '/supervision', next: newlyQualified },
  { what: 'an induction, more than is protected', as: 'teamManager', at: '/induction', next: beginInduction },
  { what: 'the newly qualified, who needs help', as: 'headOfService', at: '/induction' },
  { what: 'an induction, more by a decision', as: 'teamManager', at: '/induction', next: decideCaseload },
  { what: 'my own induction', as: 'socialWorker', at: '/induction', next: beginInduction },
];

/** Courses and places, of whoever books and of whoever answers for training; after a body was begun. */
export const trainingStates: readonly State[] = [
  { what: 'training, nothing announced', as: 'socialWorker', at: '/training' },
  { what: 'courses, none', as: 'headOfService', at: '/training/courses' },
  { what: 'a course', as: 'boardManager', at: '/training/courses', next: beginCourse },
  { what: 'a course with a session', as: 'boardManager', at: '/training/courses', next: announceSession },
  { what: 'courses', as: 'headOfService', at: '/training/courses' },
  { what: 'training, with a place booked', as: 'socialWorker', at: '/training', next: bookPlace },
  { what: 'training, the place given back', as: 'socialWorker', at: '/training', next: givePlaceBack },
  { what: 'training of a team', as: 'teamManager', at: '/training' },
  { what: 'training of a partner', as: 'boardMember', at: '/training', next: bookForAgency },
  { what: 'what training comes to', as: 'headOfService', at: '/training/results' },
];
