import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveReason, signedInAs, violations } from './pages.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

let running: Running;
const folder = mkdtempSync(join(tmpdir(), 'sightline-copies-'));
const file = join(folder, 'copy.html');
let passphrase = '';
let number = '';
let held = 0;
let names: readonly string[] = [];
beforeAll(async () => {
  running = await startSightline();
}, untilStarted);
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser that reaches nothing: what it asks of any network is noted, and fails. */
async function offline(
  options: { readonly at?: Date; readonly bypassCSP?: boolean } = {},
): Promise<{ readonly page: Page; readonly asked: string[]; readonly context: BrowserContext }> {
  const context = await running.browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: options.bypassCSP ?? false });
  const asked: string[] = [];
  await context.route(
    (url) => url.protocol !== 'file:',
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  if (options.at !== undefined) await page.clock.install({ time: options.at });
  await page.goto(pathToFileURL(file).href);
  return { page, asked, context };
}

async function unlock(page: Page, words = passphrase): Promise<void> {
  await page.getByLabel('Passphrase').fill(words);
  await page.getByRole('button', { name: 'Open the copy' }).click();
}

const rows = (page: Page) => page.locator('#rows > tr');
const problem = (page: Page) => page.locator('#problem');

describe('the night on which systems are down', () => {
  test('a head of service makes a copy: the passphrase is shown once and the file is saved', async () => {
    const page = await signedInAs(running, 'Head of service');
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('link', { name: 'Emergency copy' }).click();
    expect(await violations(page)).toEqual([]);
    await page.locator('#copy-recipient').fill('Night duty desk');
    await page.getByRole('button', { name: 'Make the copy' }).click();
    await page.locator('#passphrase').waitFor();
    expect(await violations(page)).toEqual([]);
    passphrase = (await page.locator('#passphrase').innerText()).trim();
    expect(passphrase.split(' ')).toHaveLength(8);
    number = /number (\d+)|copy (\d+)/.exec(await page.locator('h1').innerText())?.[2] ?? '';
    held = Number(/holds ([\d,]+) child/.exec(await page.locator('main').innerText())?.[1]?.replace(',', ''));
    expect(held).toBeGreaterThan(20);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Save the file/ }).click()]);
    expect(download.suggestedFilename()).toMatch(/^emergency-copy-\d+-\d{4}-\d\d-\d\d\.html$/);
    await download.saveAs(file);
    await page.getByRole('link', { name: 'Back to emergency copies' }).click();
    expect(await page.locator('main table').innerText()).toMatch(/Night duty desk/);
    expect(await page.content()).not.toContain(passphrase);
    await page.context().close();
  });

  test('nothing of a child stands in the file', async () => {
    const page = await signedInAs(running, 'Head of service');
    const name = (await page.locator('[id^="row-"] a[href^="/children/"]').first().innerText()).trim();
    expect(readFileSync(file, 'utf8')).not.toContain(name);
    expect(readFileSync(file, 'utf8')).not.toContain(passphrase.split(' ').slice(0, 2).join(' '));
    await page.context().close();
  });

  test('with the wrong passphrase nothing opens; with the right one every child does, and no network is asked', async () => {
    const { page, asked, context } = await offline();
    await unlock(page, 'not the right words at all');
    await expect.poll(() => problem(page).innerText()).toContain('The passphrase is not right');
    expect(await rows(page).count()).toBe(0);
    await unlock(page, `  ${passphrase.toUpperCase().replaceAll(' ', '-')} `);
    await expect.poll(() => rows(page).count()).toBe(held);
    names = await rows(page).locator('.name').allInnerTexts();
    expect(await problem(page).isHidden()).toBe(true);
    expect(await page.locator('header').innerText()).toMatch(
      new RegExp(`Emergency copy number ${number}: .*\\n.*For Night duty desk.*As known at.*expires`, 's'),
    );
    expect(await page.locator('#rows').innerText()).toMatch(/\d+ working days? late/);
    const cells = (label: string) => rows(page).locator(`td[data-label="${label}"]`).allInnerTexts();
    const where = await cells('Where');
    expect(where.filter((words) => words.trim() === '')).toEqual([]);
    expect(where.filter((words) => /[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}/.test(words)).length, 'an address somebody can go to').toBeGreaterThan(
      20,
    );
    const seen = await cells('Last seen');
    expect(seen.filter((words) => !/^(\d{1,2} [A-Z][a-z]{2} \d{4}|Not known|Not in the source)$/.test(words.trim()))).toEqual([]);
    expect(seen.filter((words) => /^\d/.test(words)).length, 'a day on which the child was seen').toBeGreaterThan(20);
    const warnings = await rows(page).locator('.warning').allInnerTexts();
    expect(warnings.length, 'what whoever goes there must know').toBeGreaterThan(0);
    for (const words of warnings) expect(words).toMatch(/^[^:]+: \S.* \(since \d{1,2} [A-Z][a-z]{2} \d{4}/s);
    expect(asked).toEqual([]);
    await context.close();
  });

  test('it is searched by name, worker and team, and put in the order asked for', async () => {
    const { page, context } = await offline();
    await unlock(page);
    await rows(page).first().waitFor();
    const all = await rows(page).count();
    const cell = (n: number) => rows(page).first().locator('td').nth(n).locator('.line');
    for (const words of [
      await rows(page).first().locator('.name').innerText(),
      await cell(1).first().innerText(),
      await cell(1).nth(1).innerText(),
    ]) {
      await page.getByLabel('Name, team or worker').fill(words.toLowerCase());
      const found = await rows(page).allInnerTexts();
      expect(found.length).toBeLessThan(all);
      for (const text of found) for (const word of words.toLowerCase().split(/\s+/)) expect(text.toLowerCase()).toContain(word);
      expect(found.length).toBeGreaterThan(0);
    }
    await page.getByLabel('Name, team or worker').fill('nobody of this name');
    expect(await page.locator('#count').innerText()).toBe(`0 of ${all} children`);
    await page.getByLabel('Name, team or worker').fill('');
    await page.getByLabel('Order').selectOption('name');
    const names = await page.locator('#rows .name').allInnerTexts();
    expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    await page.getByRole('button', { name: 'Lock' }).click();
    expect(await rows(page).count()).toBe(0);
    expect(await page.getByLabel('Passphrase').inputValue()).toBe('');
    await context.close();
  });

  test('after its time it refuses to open, and closes when its time comes while it is open', async () => {
    const expired = await offline({ at: new Date(Date.now() + 4 * 86_400_000) });
    expect(await problem(expired.page).innerText()).toContain('This copy expired on');
    expect(await expired.page.getByLabel('Passphrase').isHidden()).toBe(true);
    await expired.context.close();
    const { page, context } = await offline({ at: new Date() });
    await unlock(page);
    await rows(page).first().waitFor();
    await page.clock.fastForward(80 * 3_600_000);
    await expect.poll(() => rows(page).count()).toBe(0);
    expect(await problem(page).innerText()).toContain('This copy expired on');
    await context.close();
  });

  test('left alone for a quarter of an hour it locks itself', async () => {
    const { page, context } = await offline({ at: new Date() });
    await unlock(page);
    await rows(page).first().waitFor();
    await page.clock.fastForward('16:00');
    await expect.poll(() => rows(page).count()).toBe(0);
    expect(await problem(page).innerText()).toContain('Locked');
    await context.close();
  });

  test('somebody who changes its last day in the file has a file that does not open', async () => {
    const whole = readFileSync(file, 'utf8');
    const changed = whole.replace(/(expiresAt\\":\\")\d{4}/, '$12031');
    expect(changed).not.toBe(whole);
    writeFileSync(file, changed);
    const { page, context } = await offline();
    writeFileSync(file, whole);
    await unlock(page);
    await expect.poll(() => problem(page).innerText()).toContain('damaged or changed');
    expect(await rows(page).count()).toBe(0);
    await context.close();
  });

  test('a script that is put into the file is not run', async () => {
    const whole = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      whole.replace('</body>', '<script>document.title = "run"</script><img src="x" onerror="document.title = \'run\'"></body>'),
    );
    const { page, context } = await offline();
    writeFileSync(file, whole);
    expect(await page.title()).toContain(`Emergency copy number ${number}`);
    await context.close();
  });

  test('axe finds nothing to complain of, locked or open, and at 320 pixels nothing runs out of the page', async () => {
    const { page, context } = await offline({ bypassCSP: true });
    expect(await violations(page)).toEqual([]);
    await unlock(page);
    await rows(page).first().waitFor();
    await page.getByLabel('Name, team or worker').fill(await rows(page).first().locator('.name').innerText());
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
  });

  test('it prints: what is shown, with its number at the head of the table, which every sheet repeats', async () => {
    const { page, context } = await offline();
    await unlock(page);
    await rows(page).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#running').innerText()).toMatch(
      new RegExp(`Emergency copy number ${number}.*For Night duty desk.*Destroy by`),
    );
    expect(await page.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group');
    expect(await page.getByRole('button', { name: 'Lock' }).isHidden()).toBe(true);
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(20_000);
    await context.close();
  });
});

describe('who may make one', () => {
  test('a social worker is not offered it, and is refused it', async () => {
    const page = await signedInAs(running, 'Social worker');
    expect(await page.getByRole('link', { name: 'Emergency copy' }).count()).toBe(0);
    expect((await page.goto(`${running.address}/emergency-copy`))?.status()).toBe(403);
    await page.context().close();
  });

  test('a team manager prints a pack of one of their team; the child’s record says that it is in it', async () => {
    const page = await signedInAs(running, 'Team manager');
    await page.goto(`${running.address}/emergency-copy`);
    expect(await page.locator('#copy-scope').innerText()).toContain('All my teams');
    await page.locator('#pack-recipient').fill('Sam, on foot');
    await page.locator('#pack-scope').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Make the pack' }).click();
    await page.getByRole('heading', { name: /Caseload pack number \d+/ }).waitFor();
    const pack = /number (\d+)/.exec(await page.locator('h1').innerText())?.[1];
    expect(await violations(page)).toEqual([]);
    // Other journeys meanwhile add children, whom the copy does not hold.
    const name = (await page.locator('tbody th strong').allInnerTexts()).find((one) => names.includes(one)) ?? '';
    expect(name, 'a child of the team in the copy').not.toBe('');
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
    await page.goto(`${running.address}/board`);
    await page.getByRole('link', { name, exact: true }).first().click();
    await giveReason(page);
    const opened = await page.locator('section', { has: page.getByRole('heading', { name: 'Who has opened this record' }) }).innerText();
    expect(opened).toContain(`In caseload pack number ${pack}, for Sam, on foot`);
    expect(opened).toContain(`In emergency copy number ${number}, for Night duty desk`);
    await page.context().close();
  });
});
