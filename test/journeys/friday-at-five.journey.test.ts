import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordFamily, type Recorded } from '../../bench/burden/family-journey.ts';
import { pathway, toTheEnd } from '../../bench/burden/journey.ts';
import { keyboardHand } from '../../bench/burden/keyboard-hand.ts';
import { dayInEngland } from '../../src/kernel/calendar/dates.ts';
import { roles } from '../../src/kernel/step/permission.ts';
import { giveReason, holds, signedInAs, words } from './pages.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

/** See docs/how-to/test.md. */
const pictures = process.env['SIGHTLINE_PICTURES'];

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, untilStarted);
afterAll(() => running?.stop());

/** The Department's own example, with its plan and its episode still running. */
const stillOpen = readFileSync('test/samples/cin/CIN_Census_2026.xml', 'utf8').replaceAll(
  /<(CPPendDate|CINclosureDate|ReasonForClosure)>[^<]*<\/\1>/g,
  '',
);

const interruptions = (): readonly { readonly wasRunning: boolean; readonly said: string }[] =>
  readFileSync(join(process.env['SIGHTLINE_JOURNEY_FOLDER'] ?? '', 'interrupted'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const rows = (page: Page) => page.locator('[id^="row-"]');
const firstChild = (page: Page) => rows(page).locator('a[href^="/children/"]').first();
const leave = (page: Page) => page.context().close();
const pathsOf = (those: Locator): Promise<readonly string[]> =>
  those.locator('th a').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
const pathsOn = (page: Page): Promise<readonly string[]> => pathsOf(rows(page));

/** The children of the other journeys, which run beside this one. */
async function pathsOnBoardOf(role: string): Promise<readonly string[]> {
  const page = await signedInAs(running, role);
  await page.goto(`${running.address}/board`);
  const paths = await pathsOn(page);
  await leave(page);
  return paths;
}

/** The first child on the board, as it stands at one moment: it is put in order again while others record. */
const firstOn = (page: Page): Promise<{ readonly name: string; readonly path: string }> =>
  firstChild(page).evaluate((link: HTMLElement) => ({ name: link.innerText.trim(), path: link.getAttribute('href') ?? '' }));

/** Not in every team of the demonstration is something late. */
async function managerOfSomeLate(n = 0): Promise<Page> {
  const page = await running.browser.newPage({ viewport: { width: 1366, height: 900 }, locale: 'en-GB' });
  await page.goto(`${running.address}/sign-in?role=teamManager`);
  const managers = page.locator('section', { has: page.getByRole('heading', { name: 'Team manager', exact: true }) }).getByRole('button');
  await managers.nth(n).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto(`${running.address}/board?state=late`);
  if ((await rows(page).count()) > 0) return page;
  await leave(page);
  return managerOfSomeLate(n + 1);
}

/** "177 of 220" of each figure, with how many stand outside it. */
async function figures(page: Page): Promise<readonly { readonly within: number; readonly of: number; readonly outside: number }[]> {
  return page.locator('.sl-figure').evaluateAll((blocks) =>
    blocks.map((block) => {
      const [within = 0, of = 0] = (block.querySelector('strong')?.textContent ?? '').split(' of ').map(Number);
      const parts = [...block.querySelectorAll('.sl-fact__count')].map(({ textContent }) => Number(textContent));
      return { within, of, outside: parts.reduce((sum, one) => sum + one, 0) };
    }),
  );
}

const inTab = async (page: Page): Promise<number> => Number(/\((\d+)\)/.exec(await page.locator('#tabs [aria-current]').innerText())?.[1]);

/** In an order that does not change while others record: nobody moves from one page to another between two looks. */
const byName = '/board?sort=name';

/** Of all pages of a board. */
async function namesOnPages(page: Page): Promise<readonly string[]> {
  const found = await pathsOn(page);
  const next = page.getByRole('link', { name: 'Next page' });
  if ((await next.count()) === 0) return found;
  await page.goto(new URL((await next.getAttribute('href')) ?? '', page.url()).href);
  return [...found, ...(await namesOnPages(page))];
}

const imported = { timeout: 1_200_000 };

describe('Friday, five in the afternoon', () => {
  test('the product was killed before it was ready, three times, and has started all the same, with each child once', async () => {
    const killed = interruptions();
    expect(killed.map(({ wasRunning }) => wasRunning)).toEqual([true, true, true]);
    for (const { said } of killed) expect(said).not.toContain('Sightline is at');
    const page = await signedInAs(running, 'Head of service');
    await page.goto(`${running.address}${byName}`);
    const paths = await namesOnPages(page);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeLessThan(230);
    await leave(page);
  });

  test('its start says where it is and whom one can be: somebody of each role, by name', async () => {
    const heard = () => readFileSync(join(process.env['SIGHTLINE_JOURNEY_FOLDER'] ?? '', 'heard'), 'utf8');
    await expect.poll(heard).toMatch(/Administrator: .*\n/);
    for (const title of Object.values(roles)) {
      const name = new RegExp(`^ *${title}: (.+)$`, 'm').exec(heard())?.[1] ?? `nobody as ${title}`;
      await leave(await signedInAs(running, title, { name }));
    }
  });

  test('a head of service sees every child on a plan, and everyone outside each figure by name', async () => {
    const page = await signedInAs(running, 'Head of service');
    await page.goto(`${running.address}${byName}`);
    const said = await figures(page);
    expect(said).toHaveLength(2);
    for (const { within, of, outside } of said) {
      expect(of).toBe(await inTab(page));
      expect(within + outside).toBe(of);
    }
    const names = await namesOnPages(page);
    expect(names.length).toBeGreaterThanOrEqual(220);
    expect(new Set(names).size).toBe(await inTab(page));
    for (const n of [0, 1]) {
      await page.goto(`${running.address}/board`);
      const part = page.locator('.sl-figure').nth(n).locator('.sl-fact a').first();
      const count = Number(await part.locator('.sl-fact__count').innerText());
      await Promise.all([page.waitForURL((url) => url.search !== ''), part.click()]);
      expect((await namesOnPages(page)).length).toBe(count);
    }
    await leave(page);
  });

  test('the board in the picture of the README is a team’s, and can be taken anew', async () => {
    const name = 'South Family Support';
    const page = await signedInAs(running, 'Team manager', { name, viewport: { width: 1280, height: 1150 } });
    expect(await rows(page).count()).toBeGreaterThan(0);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'board.png') });
    await leave(page);
  });

  test('a team manager narrows the board, keeps the address, and orders it', async () => {
    const page = await managerOfSomeLate();
    await page.goto(`${running.address}/board`);
    await page.getByLabel('State').selectOption({ label: 'Late' });
    await page.getByLabel('Order').selectOption({ label: 'Child, A to Z' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForLoadState();
    expect(new URL(page.url()).searchParams.get('state')).toBe('late');
    const names = await rows(page).locator('th a').allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB', { sensitivity: 'base' })));
    for (const row of await rows(page).all()) expect(await row.innerText()).toMatch(/\d days? late|\d working days? late/);
    await page.reload();
    expect(await page.getByLabel('State').inputValue()).toBe('late');
    await leave(page);
  });

  test('a team manager opens a child for a reason, and the opening is on the page', async () => {
    const page = await signedInAs(running, 'Team manager');
    const { name, path } = await firstOn(page);
    await rows(page).locator(`th a[href="${path}"]`).click();
    await giveReason(page);
    expect(await page.locator('h1').innerText()).toBe(name);
    expect(await words(page)).toMatch(/Who has opened this record[\s\S]*I work with this child/);
    await holds(page, 'a child of the demonstration');
    await leave(page);
  });

  test('the board and a child as known at a past date', async () => {
    const page = await signedInAs(running, 'Head of service');
    await page.goto(`${running.address}${byName}`);
    const now = await namesOnPages(page);
    await page.goto(`${running.address}${byName}&known=2026-01-15`);
    expect(await words(page)).toContain('As known at 15 Jan 2026, 23:59');
    const then = await namesOnPages(page);
    expect(then.length).toBeGreaterThan(0);
    expect(then.toSorted()).not.toEqual(now.toSorted());
    await firstChild(page).click();
    await giveReason(page);
    expect(await words(page)).toContain('As known at 15 Jan 2026, 23:59');
    const dates = await page.locator('.sl-event time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(dates.filter((day) => day > '2026-01-15')).toEqual([]);
    await leave(page);
  });

  test.each([
    ['Reviewing officer and conference chair', 'Children on protection plans'],
    ['Duty and night worker', 'Children on protection plans'],
    ['Performance analyst', 'Children on protection plans'],
    ['Administrator', 'Children on protection plans'],
    ['Social worker', 'My day'],
  ])('%s begins the day at "%s"', async (role, heading) => {
    const page = await signedInAs(running, role);
    expect(await page.locator('h1').innerText()).toContain(heading);
    await leave(page);
  });

  test('an analyst sees the figures and opens no record', async () => {
    const page = await signedInAs(running, 'Performance analyst');
    expect(await rows(page).count()).toBeGreaterThan(10);
    expect(await firstChild(page).count()).toBe(0);
    await page.goto(`${running.address}/children/${await rows(page).first().getAttribute('data-person')}`);
    expect(await words(page)).toContain('Your role does not include this page');
    await leave(page);
  });

  test('a duty worker finds a child who is on nobody’s list', async () => {
    const manager = await signedInAs(running, 'Team manager');
    const { name } = await firstOn(manager);
    await leave(manager);
    const page = await signedInAs(running, 'Duty and night worker');
    await page.getByRole('link', { name: 'Find a person' }).click();
    await page.getByLabel(/^Name, date of birth/).fill(name);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.locator('main').getByRole('link', { name, exact: true }).first().click();
    await giveReason(page);
    expect(await page.locator('h1').innerText()).toBe(name);
    await leave(page);
  });

  test('a family from contact to the closure of the case by keyboard only, the sign-in too', { timeout: 1_800_000 }, async () => {
    const page = await (await running.browser.newContext({ locale: 'en-GB' })).newPage();
    await page.addInitScript(() => addEventListener('pointerdown', () => localStorage.setItem('pointed', location.pathname), true));
    const hand = keyboardHand(page);
    await page.goto(`${running.address}/sign-in`);
    await hand.send('section:has(#role-teamManager) button');
    const recorded: Recorded[] = [];
    const today = dayInEngland(new Date());
    await recordFamily(page, running.address, (one) => recorded.push(one), hand, toTheEnd(today));
    const steps = [...pathway(today), ...toTheEnd(today)].map(({ step }) => step);
    expect(recorded.map(({ stated }) => stated.step.name)).toEqual(['contact', ...steps]);
    expect(hand.done.point).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('pointed'))).toBeNull();
    await leave(page);
  });

  test('a record is restricted: it leaves the lists, the glass is broken, the managers are told', async () => {
    const others = [...(await pathsOnBoardOf('Team manager')), ...(await pathsOnBoardOf('Social worker'))];
    const manager = await signedInAs(running, 'Head of service');
    // Other journeys count who is late.
    await manager.goto(`${running.address}${byName}&state=inTime`);
    const inTime = rows(manager).filter({ hasNot: manager.locator('.govuk-tag--red') });
    const path = (await pathsOf(inTime)).findLast((one) => !others.includes(one)) ?? '';
    const link = rows(manager).locator(`th a[href="${path}"]`);
    const name = (await link.innerText()).trim();
    await link.click();
    await giveReason(manager);
    await manager.getByRole('link', { name: 'Who may open this record' }).click();
    await manager.getByLabel('What those outside are told').fill('Family of a colleague');
    await manager.getByLabel('Reason').fill('Their aunt works here');
    await manager.getByRole('button', { name: 'Restrict to the people named' }).click();
    await manager.locator('h1').waitFor();

    const duty = await signedInAs(running, 'Duty and night worker');
    await duty.goto(`${running.address}/board?sort=name`);
    expect(await duty.locator(`a[href="${path}"]`).count()).toBe(0);
    await duty.goto(`${running.address}${path}`);
    await giveReason(duty);
    expect(await words(duty)).toContain('Family of a colleague');
    expect(await words(duty)).not.toContain(name);
    await duty.getByLabel('Why you must see this record now').fill('The child is at the station');
    await duty.getByRole('button', { name: 'Open the restricted record' }).click();
    expect(await duty.locator('h1').innerText()).toBe(name);
    await leave(duty);

    await manager.getByRole('link', { name: 'Alerts' }).click();
    expect(await words(manager)).toContain('The child is at the station');
    await manager.goto(`${running.address}${path}/restrict`);
    await giveReason(manager);
    if (!manager.url().endsWith('/restrict')) await manager.goto(`${running.address}${path}/restrict`);
    await manager.getByLabel('Reason').fill('She has left');
    await manager.getByRole('button', { name: 'Lift the restriction' }).click();
    await manager.locator('h1').waitFor();
    await leave(manager);
  });

  test(
    'a census that nobody here wrote: in from the page, its problems named, its children not called late',
    { timeout: 3_600_000 },
    async () => {
      const page = await signedInAs(running, 'Administrator');
      await page.goto(`${running.address}/imports`);
      await page.getByLabel('CIN census (XML)').setInputFiles('test/samples/cin/fake_CIN_data.xml');
      await page.getByRole('button', { name: 'Import' }).click();
      await expect.poll(() => words(page), imported).toMatch(/finished Began/);
      expect(await words(page)).toMatch(/[1-9]\d* children: [1-9][\d,]* entries added/);
      expect(await words(page)).toMatch(/[1-9]\d* problems?/);
      expect(await page.locator('table').innerText()).toMatch(/line|Line/);
      await holds(page, 'an import with problems');
      await page.goto(`${running.address}/imports`);
      await page
        .getByLabel(/^CIN census/)
        .setInputFiles({ name: 'CIN_2026_open.xml', mimeType: 'text/xml', buffer: Buffer.from(stillOpen) });
      await page.getByRole('button', { name: 'Import' }).click();
      await expect.poll(() => words(page), imported).toMatch(/finished Began/);
      await leave(page);
      const head = await signedInAs(running, 'Head of service');
      await head.goto(`${running.address}/board?state=notInSource`);
      expect(await rows(head).count()).toBeGreaterThan(0);
      expect(await head.locator('.sl-evidence').innerText()).toContain('CIN_2026_open.xml');
      await leave(head);
    },
  );
});
