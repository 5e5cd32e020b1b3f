import type { Page } from 'playwright-core';
import type { State } from './page-states.ts';
import { press } from './pages.ts';

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
  for (const [name, value] of Object.entries({ heldOn: '2026-04-21', places: '12', agencyPlaces: '4' }))
    await page.locator(`[name="f.${name}"]`).fill(value);
  await press(page, 'Continue');
  await press(page, 'Record');
}

const bookPlace = (page: Page): Promise<void> => press(page, `Book a place: ${courseCalled}`);
const givePlaceBack = (page: Page): Promise<void> => press(page, `Give it back: ${courseCalled}`);
async function bookForAgency(page: Page): Promise<void> {
  await page.locator('form[action="/training/places"] [name=places]').first().fill('2');
  await page.locator('form[action="/training/places"] button').first().click();
}

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
