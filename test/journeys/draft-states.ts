import type { Page } from 'playwright-core';
import { giveReason, press } from './pages.ts';
import { child } from './pretend-worlds.ts';

/** A draft of a visit, kept by its button. @returns the address at which it is gone on with */
async function begin(page: Page, words: string): Promise<string> {
  await giveReason(page);
  await page.goto(new URL(`${child(2)}/record/visit`, page.url()).href);
  await page.getByLabel(/^What happened, and what it means/).fill(words);
  await press(page, 'Save and come back later');
  return (await page.locator('a[href*="?draft="]').first().getAttribute('href')) ?? '';
}

/** One that waits, and one that was thrown away. */
export async function beginTwo(page: Page): Promise<void> {
  await begin(page, 'Half a sentence about');
  await begin(page, 'Another that is not needed');
  await page.goto(new URL('/drafts', page.url()).href);
  await page
    .getByRole('button', { name: /^Throw away/ })
    .first()
    .click();
  await page.waitForURL(/throw-away/);
  await page
    .getByRole('button', { name: /^Bring back/ })
    .first()
    .click();
  await page.waitForURL(/bring-back/);
  await page
    .getByRole('button', { name: /^Throw away/ })
    .first()
    .click();
  await page.waitForURL(/throw-away/);
}

/** The same draft, sent by two windows that have both seen its first version. */
export async function differ(page: Page): Promise<void> {
  const address = await begin(page, 'Seen');
  await page.goto(new URL(address, page.url()).href);
  await page.getByLabel(/^What happened, and what it means/).fill('Seen in the garden');
  await page.locator('#draft-state', { hasText: /^Saved/ }).waitFor();
  await press(page, 'Save and come back later');
  await page.goto(new URL(address, page.url()).href);
  await page.locator('input[name=version]').evaluate((box) => box.setAttribute('value', '1'));
  await page.getByLabel(/^What happened, and what it means/).fill('Seen in the kitchen');
  await press(page, 'Save and come back later');
  await page.getByRole('heading', { name: /^Another window has saved/ }).waitFor();
}

/** Two files attached, one of them taken off again. */
export async function attachOne(page: Page): Promise<void> {
  await page.goto(new URL(await begin(page, 'With a photograph'), page.url()).href);
  await press(page, 'Attach files');
  const buffer = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900)]);
  for (const name of ['kitchen.jpg', 'bedroom.jpg']) {
    await page.getByLabel('Attach files').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await press(page, 'Attach');
  }
  const link = await page.locator('form[action$="/remove"]').first().getAttribute('action');
  await page.getByRole('button', { name: /^Remove\s*: bedroom\.jpg$/ }).click();
  await page.waitForURL(/\?entry=/);
  await page.goto(new URL(`${child(2)}/files/${link?.split('/').at(-2) ?? ''}`, page.url()).href).catch(() => undefined);
}
