import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { returnFiles } from '../../demo/return-files.ts';
import { check } from '../../src/returns/validate/held-whole.fixture.ts';
import { nothingKnown } from '../../src/returns/validate/reference.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

let running: Running;
let folder: string;
const years = { now: 2026, last: 2025 } as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'returns-'));
  for (const year of Object.values(years)) {
    await mkdir(join(folder, String(year)));
    for (const { name, content } of returnFiles({ children: 4_000, year, firstYear: years.last }))
      await pipeline(Readable.from(content), createWriteStream(join(folder, String(year), name)));
  }
  running = await startSightline();
}, untilStarted);
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true });
});

const filesOf = async (year: number): Promise<string[]> =>
  (await readdir(join(folder, String(year)))).map((name) => join(folder, String(year), name));

/** The page of an analyst who is not signed in, with a return chosen. What is said of how far it is, is kept. */
async function opened(as: 'page' | 'csv' | 'xlsx'): Promise<Page> {
  const page = await running.browser.newPage({ acceptDownloads: true });
  await page.goto(`${running.address}/check`);
  await page.getByLabel('Rules of').selectOption('2025-26');
  await page.locator(`[name=as][value=${as}]`).check();
  await page.setInputFiles('[name=files]', await filesOf(years.now));
  await page.setInputFiles('[name=last]', await filesOf(years.last));
  await page.evaluate(() => {
    const words = document.querySelector('#checking [role=status]');
    const said: string[] = [];
    Object.assign(globalThis, { said });
    if (words !== null) new MutationObserver(() => said.push(words.textContent ?? '')).observe(words, { childList: true });
  });
  return page;
}

const press = (page: Page) => page.getByRole('button', { name: 'Check' }).click();
/** For the whole of a check, and for a test of it. */
const [patience, inAll] = [600_000, 1_800_000];

test(
  'a looked-after return of many children with last year’s: what is sent and checked is told, and all that is wrong is found',
  async () => {
    const page = await opened('page');
    await press(page);
    await page.locator('h1', { hasText: 'errors' }).waitFor({ timeout: patience });
    const said = await page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'said')));
    expect(said).toContain('All is sent, and is being checked');
    expect(said).toContain('All is checked');
    const held = async (year: number, isLast: boolean) =>
      Promise.all((await filesOf(year)).map(async (path) => ({ name: path, file: path, isLast, text: await readFile(path) })));
    const files = [...(await held(years.now, false)), ...(await held(years.last, true))];
    const found = await check(files, { year: '2025-26', authority: undefined, reference: nothingKnown });
    const errors = found.filter(({ kind }) => kind === 'finding').length;
    expect(await page.locator('h1').innerText()).toBe(`${errors.toLocaleString('en-GB')} errors`);
    await page.close();
  },
  inAll,
);

test(
  'as CSV it is saved, and the form stands there again',
  async () => {
    const page = await opened('csv');
    const saved = page.waitForEvent('download', { timeout: patience });
    await press(page);
    const file = await saved;
    expect(file.suggestedFilename()).toBe('findings.csv');
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines.filter((line) => line.startsWith('finding,')).length).toBeGreaterThan(1_000);
    await page.getByText('What was found has been saved as findings.csv.').waitFor();
    expect(await page.getByRole('button', { name: 'Check' }).isVisible()).toBe(true);
    await page.close();
  },
  inAll,
);

test(
  'it is stopped, again and again, and nobody has to wait for what was stopped',
  async () => {
    const page = await opened('page');
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    // However fast it is checked, the answer comes after it is stopped.
    const conditions = { offline: false, latency: 120_000, downloadThroughput: -1, uploadThroughput: -1 };
    await network.send('Network.emulateNetworkConditions', conditions);
    for (let n = 0; n < 3; n += 1) {
      await press(page);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Check' }).waitFor();
    }
    const another = await running.browser.newPage();
    await another.goto(`${running.address}/check`);
    await another.setInputFiles('[name=files]', 'test/samples/cin/CIN_Census_2026.xml');
    await press(another);
    await another.locator('h1', { hasText: 'errors' }).waitFor({ timeout: patience });
    await Promise.all([page.close(), another.close()]);
  },
  inAll,
);

test(
  'the command finds what the page finds, and ends with 1 because something is wrong',
  async () => {
    const outcome = await new Promise<{ readonly status: number | null; readonly said: string }>((done) => {
      const files = ['test/samples/cin/CIN_Census_2026.xml', '--year', '2025-26', '--format', 'csv'];
      const child = spawn(process.execPath, ['bin/sightline.mjs', 'validate', ...files], {
        env: withoutSettings(),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (bytes: Buffer) => (said += String(bytes)));
      child.on('close', (status) => done({ status, said }));
    });
    const page = await running.browser.newPage();
    await page.goto(`${running.address}/check`);
    await page.getByLabel('Rules of').selectOption('2025-26');
    await page.setInputFiles('[name=files]', 'test/samples/cin/CIN_Census_2026.xml');
    await press(page);
    const title = page.locator('h1', { hasText: 'errors' });
    await title.waitFor({ timeout: patience });
    const [, errors, queries] = /(\d+) errors, (\d+) queries/.exec(outcome.said) ?? [];
    expect(outcome.status).toBe(1);
    expect(Number(errors)).toBeGreaterThan(0);
    expect(await title.innerText()).toBe(`${errors} errors and ${queries} queries`);
    await page.close();
  },
  inAll,
);

/** What the tests are told is no setting of the product, which refuses what it does not know. */
const withoutSettings = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SIGHTLINE_')));
