import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../../src/outputs/file-text.fixture.ts';
import { chooseWho, giveReason, holds, press, pressToRecord, signedInAs, words } from './pages.ts';
import { device } from './killed-browser.ts';
import { hrefs } from './paragraphs.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, untilStarted);
afterAll(() => running?.stop());

const leave = (page: Page) => page.context().close();

/** A child with brothers or sisters on the same list. */
async function childWithSiblings(page: Page): Promise<string> {
  await page.goto(`${running.address}/board?sort=name`);
  for (const path of await hrefs(page, '[id^="row-"] th a')) {
    const other = await page.context().newPage();
    await other.goto(`${running.address}${path}/record/visit`);
    await giveReason(other);
    const siblings = await other.locator('input[name=with]').count();
    await other.close();
    if (siblings > 0) return path;
  }
  throw new Error('No child of this team has a brother or sister on the list');
}

const seenOf = (page: Page, path: string) => page.locator(`input[name="e.${path.split('/')[2]}.seen"]`);

/** Nobody but whoever is named: a new visit ticks everybody who lives in the home. */
async function only(page: Page, person?: string): Promise<void> {
  for (const box of await page.locator('input[name=with]').all())
    if ((await box.getAttribute('value')) === person) await box.check();
    else await box.uncheck();
}

describe.each([true, false])('a visit to brothers and sisters (JavaScript: %s)', (javaScriptEnabled) => {
  test('questions, a problem, check, change, recorded for each', async () => {
    const page = await signedInAs(running, 'Team manager', { javaScriptEnabled });
    const path = await childWithSiblings(page);
    await page.goto(`${running.address}${path}/record/visit`);
    await giveReason(page);
    const siblingId = (await page.locator('input[name=with]').first().getAttribute('value')) ?? '';
    await only(page, siblingId);
    await press(page, 'Record');
    expect(await words(page)).toContain('There is a problem');
    const note = `Kitchen seen <b>& all</b> ${crypto.randomUUID()}`;
    await page.getByLabel(/^What happened, and what it means/).fill(note);
    await seenOf(page, path).first().check();
    await page.locator(`input[name="e.${siblingId}.seen"]`).nth(1).check();
    await press(page, 'Check the answers first');
    expect(await page.locator('h1').innerText()).toBe('Check your answers');
    expect(await words(page)).toContain(note);
    await press(page, 'Change answers');
    expect(await page.getByLabel(/^What happened, and what it means/).inputValue()).toBe(note);
    await pressToRecord(page);
    expect(await words(page)).toContain('It is in the record');
    await page.goto(`${running.address}${path}?words=${encodeURIComponent(note)}`);
    expect(await page.locator('.sl-event').count()).toBe(1);
    await page.goto(`${running.address}/children/${siblingId}?words=${encodeURIComponent(note)}`);
    await giveReason(page);
    expect(await page.locator('.sl-event').innerText()).toContain('child not seen');
    await leave(page);
  });
});

/** Presses Tab until the focus is where it is wanted; every stop on the way must show that it has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((wanted) => {
      const at = document.activeElement;
      if (at === null || at === document.body) return { isThere: false, isSeen: true, what: 'the page' };
      const shown = at.matches('[type=radio], [type=checkbox]') ? (at.nextElementSibling ?? at) : at;
      const style = [getComputedStyle(at), getComputedStyle(shown, '::before')];
      const isSeen = style.some(
        ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      );
      return { isThere: at.matches(wanted), isSeen, what: at.outerHTML.slice(0, 160) };
    }, selector);
    expect(stop).toMatchObject({ isSeen: true });
    if (stop.isThere) return;
  }
  throw new Error(`Tab never came to ${selector} on ${page.url()}`);
}

/** The page that is headed so, whole: what its scripts do with a key, they do by then. */
async function comeTo(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.waitForLoadState();
}

test('a visit by keyboard alone', async () => {
  const page = await signedInAs(running, 'Team manager');
  await page.goto(`${running.address}/board?sort=name`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  await tabTo(page, '[id^="row-"] th a');
  await page.keyboard.press('Enter');
  await comeTo(page, 'Why are you opening this record?');
  await tabTo(page, 'input[name=reason]');
  await page.keyboard.press('Space');
  await tabTo(page, 'main button[type=submit]');
  await page.keyboard.press('Enter');
  await comeTo(page, 'Chronology');
  const path = new URL(page.url()).pathname;
  await page.keyboard.press('v');
  await comeTo(page, 'Visit');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('f.note');
  await page.keyboard.type('Recorded without a mouse');
  const together = await page.locator('input[name=with]:checked').count();
  await tabTo(page, 'input[name$=".seen"]');
  await page.keyboard.press('Space');
  for (let n = 0; n < together; n += 1) {
    await tabTo(page, 'input[name=with]:checked');
    await page.keyboard.press('Space');
  }
  // Once more where another journey has recorded something of this child just before.
  do {
    await tabTo(page, 'button[value=record]');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  } while ((await page.getByText('Somebody else recorded something just before you').count()) > 0);
  await comeTo(page, 'Chronology');
  await page.goto(`${running.address}${path}?words=${encodeURIComponent('Recorded without a mouse')}`);
  expect(await page.locator('.sl-event').innerText()).toContain('Visit');
  await leave(page);
});

/** The page of a new visit to a child, who is seen. */
async function newVisit(page: Page, path: string): Promise<void> {
  await page.goto(`${running.address}${path}/record/visit`);
  await giveReason(page);
  await only(page);
  await seenOf(page, path).first().check();
}

/** Other journeys record of those who stand first. */
const lastPath = async (page: Page): Promise<string> => (await hrefs(page, '[id^="row-"] th a')).at(-1) ?? '';

test('somebody wrote first: both entries are seen, none is lost', async () => {
  const [one, other] = [await signedInAs(running, 'Team manager'), await signedInAs(running, 'Head of service')];
  const path = await lastPath(one);
  await newVisit(one, path);
  await press(one, 'Check the answers first');
  await newVisit(other, path);
  await press(other, 'Check the answers first');
  await pressToRecord(other);
  expect(await words(other)).toContain('It is in the record');
  await press(one, 'Record');
  expect(await words(one)).toContain('Somebody else recorded something just before you');
  await holds(one, 'somebody wrote first, in the product');
  await pressToRecord(one);
  expect(await words(one)).toContain('It is in the record');
  await Promise.all([leave(one), leave(other)]);
});

test('a session that ends while words are typed keeps the words for the same person', async () => {
  const page = await signedInAs(running, 'Team manager');
  const name = (await page.locator('.sl-header__who span').innerText()).split(',')[0] ?? '';
  const path = await lastPath(page);
  await newVisit(page, path);
  await page.getByLabel(/^What happened, and what it means/).fill('Words typed before the session ended');
  const elsewhere = await (await running.browser.newContext({ storageState: await page.context().storageState() })).newPage();
  await elsewhere.goto(`${running.address}/board`);
  await press(elsewhere, 'Sign out');
  await leave(elsewhere);
  await press(page, 'Check the answers first');
  expect(await words(page)).toContain('what you typed is kept');
  await chooseWho(page, 'Team manager', name);
  await giveReason(page);
  expect(await page.getByLabel(/^What happened, and what it means/).inputValue()).toBe('Words typed before the session ended');
  await leave(page);
});

/** Types numbered words, one every so often, until it is told to stop. @returns how many were typed */
function typeOn(page: Page, from: number): { readonly stop: () => Promise<number> } {
  let isOver = false;
  let typed = from;
  const typing = (async () => {
    while (!isOver) {
      typed += 1;
      await page.keyboard.type(`w${typed} `);
      await page.waitForTimeout(100);
    }
  })().catch(() => {});
  return {
    stop: async () => {
      isOver = true;
      await typing;
      return typed;
    },
  };
}

const noteIn = (page: Page) => page.getByLabel(/^What happened, and what it means/);
const stateOf = (page: Page) => page.locator('#draft-state').innerText();
/** The number of the last word that is whole: a save may come in the middle of one. */
const lastWord = (text: string): number => Number([...text.matchAll(/w(\d+) /g)].at(-1)?.[1] ?? 0);

test('the line drops, the browser is killed while somebody types, and they go on: first on the same device, then on another', async () => {
  const own = device();
  const first = await own.open();
  const page = await first.page();
  await page.goto(`${running.address}/sign-in`);
  await chooseWho(page, 'Team manager');
  const name = (await page.locator('.sl-header__who span').innerText()).split(',')[0] ?? '';
  const path = await lastPath(page);
  await newVisit(page, path);
  await noteIn(page).focus();
  const typing = typeOn(page, 0);
  await expect.poll(() => stateOf(page)).toContain('Saved');
  await page.context().setOffline(true);
  await expect.poll(() => stateOf(page)).toMatch(/^Not saved since \d\d:\d\d: the line is down; your words are kept on this device/);
  await page.waitForTimeout(1500);
  const typed = typing.stop();
  await first.kill();
  const upTo = await typed;

  const second = await own.open();
  const again = await second.page();
  await again.goto(`${running.address}/sign-in`);
  await chooseWho(again, 'Team manager', name);
  await again.goto(`${running.address}/drafts`);
  // What was kept on the device is sent, and the list is read again.
  const goOn = again.locator(`a[href^="${path}/record/visit?draft="]`).first();
  await expect
    .poll(async () => {
      await again.goto(`${running.address}/drafts`);
      const address = await goOn.getAttribute('href');
      await again.goto(`${running.address}${address}`);
      await giveReason(again);
      return lastWord(await noteIn(again).inputValue());
    })
    .toBeGreaterThan(upTo - 50);
  const kept = lastWord(await noteIn(again).inputValue());
  console.log(
    `killed while typing without a line: ${upTo} words typed, ${kept} kept; at ten a second at most, ${((upTo - kept) * 0.1).toFixed(1)} s lost`,
  );
  const address = again.url();
  await noteIn(again).focus();
  await again.keyboard.press('Control+End');
  const more = typeOn(again, kept);
  await expect.poll(() => stateOf(again)).toContain('Saved');
  await again.waitForTimeout(2000);
  const rest = more.stop();
  await second.kill();
  const inAll = await rest;
  own.remove();

  const elsewhere = await signedInAs(running, 'Team manager', { name });
  await elsewhere.goto(address);
  await giveReason(elsewhere);
  const there = lastWord(await noteIn(elsewhere).inputValue());
  console.log(
    `killed while typing with a line: ${inAll} words typed, ${there} on another device; ${((inAll - there) * 0.1).toFixed(1)} s lost`,
  );
  expect(inAll - there).toBeLessThan(50);
  await holds(elsewhere, 'a draft that is gone on with');
  await press(elsewhere, 'Save and come back later');
  expect(await words(elsewhere)).toContain('Go on with your draft: Visit');
  await leave(elsewhere);
});

/** Of these children the one in the middle: other journeys record of those who stand first. */
async function middleOf(rows: Locator): Promise<{ readonly row: Locator; readonly path: string }> {
  const ids = await rows.evaluateAll((all) => all.map(({ id }) => id));
  const row = rows.page().locator(`[id="${ids[Math.floor(ids.length / 2)]}"]`);
  return { row, path: (await row.locator('th a').getAttribute('href')) ?? '' };
}

test('a reason explains lateness and does not remove it', async () => {
  const page = await signedInAs(running, 'Head of service');
  await page.goto(`${running.address}/board?state=late`);
  // Another journey is loading the children of the Department's example.
  const meetings = page.locator('td:is([data-label="Review conference"], [data-label="Core group"]) .govuk-tag--red');
  const { row, path } = await middleOf(page.locator('[id^="row-"]', { hasNotText: /DfE|reason given/, has: meetings }));
  const lateBefore = await row.locator('.govuk-tag--red').count();
  await page.goto(`${running.address}${path}`);
  await giveReason(page);
  await page
    .getByRole('link', { name: /^Give the reason for lateness: .*(review conference|core group)/i })
    .first()
    .click();
  const reason = page.locator('textarea').first();
  await reason.fill('The family was abroad');
  await press(page, 'Continue');
  await pressToRecord(page);
  expect(await words(page)).toMatch(/days? late[\s\S]*Reason: The family was abroad/);
  await page.goto(`${running.address}/board?state=late`);
  expect(await row.locator('.govuk-tag--red').count()).toBe(lateBefore);
  expect(await row.innerText()).toContain('(reason given)');
  await leave(page);
});

test('a visit recorded elsewhere is on an open board without reload', async () => {
  const [board, worker] = [await signedInAs(running, 'Head of service'), await signedInAs(running, 'Team manager')];
  await board.goto(`${running.address}/board?state=late&sort=name`);
  const { row, path } = await middleOf(board.locator('[id^="row-"]', { has: board.locator('td[data-label="Visit"] .govuk-tag--red') }));
  const before = await row.allInnerTexts();
  await board.evaluate(() => document.body.setAttribute('data-not-reloaded', 'yes'));
  await newVisit(worker, path);
  await pressToRecord(worker);
  expect(await words(worker)).toContain('It is in the record');
  // Late no longer, or late of something else.
  await expect.poll(() => row.allInnerTexts()).not.toEqual(before);
  expect(await board.locator('body').getAttribute('data-not-reloaded')).toBe('yes');
  await Promise.all([leave(board), leave(worker)]);
});

test('a chronology for the school: put together from the record, released without the address, and opened again', async () => {
  const page = await signedInAs(running, 'Team manager');
  const path = await childWithSiblings(page);
  await page.goto(`${running.address}${path}`);
  await giveReason(page);
  const home = /Lives at ([^\n]+?)(?: until [^\n]*)?\n/.exec(await words(page))?.[1] ?? '';
  expect(home, 'the demonstration says where this child lives').not.toBe('');
  await page.getByRole('link', { name: 'Make a document' }).click();
  await page.getByLabel('Chronology', { exact: true }).check();
  await page.getByLabel('Or their name, and what they do').fill('Mrs Okoro, head teacher');
  await page.getByLabel('What they are to the child').selectOption({ label: 'School, nursery or college' });
  await press(page, 'Continue');
  await page.getByRole('heading', { name: 'Left out for this recipient' }).waitFor();
  const box = page.getByLabel('What happened', { exact: true });
  await box.fill(`${await box.inputValue()}\n\nThey still live at ${home}. Please ring us.`);
  await press(page, 'Check before release');
  for (const one of await page.getByLabel('Leave it out').all()) await one.check();
  await page.getByLabel('Secure e-mail').check();
  await pressToRecord(page, 'Release');
  await page.getByText('It is in the record').waitFor();
  const file = await page
    .getByRole('link', { name: /^chronology-.*\.pdf/ })
    .first()
    .getAttribute('href');
  const opened = await page.request.get(`${running.address}${file}`);
  expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const { text, plain } = readPdf(await opened.body());
  expect(text).toContain('Made for Mrs Okoro, head teacher');
  expect(text).toContain('Please ring us.');
  const parts = home.split(', ').filter((each) => /\d/.test(each));
  expect(parts).not.toEqual([]);
  for (const part of parts) expect(text).not.toContain(part);
  for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Lang (en-GB)']) expect(plain).toContain(mark);
  await leave(page);
});
