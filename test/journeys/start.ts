import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** The product that all journeys share, and a browser beside it. */
export type Running = { readonly address: string; readonly browser: Browser; stop(): Promise<void> };

export const browserProgram = process.env['SIGHTLINE_CHROMIUM'] ?? '/usr/bin/chromium';
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** The language is that of date boxes, where the browser has it (Debian: chromium-l10n). */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: browserProgram,
    args: [...browserArguments],
    env: { ...process.env, LANGUAGE: 'en_GB' },
  });
  browser.on('context', patiently);
  return browser;
}

/** For whoever waits for a page, or for something on it: the machine may have others to serve. */
export const patience = 180_000;

/** For whoever waits for the product, which is killed some times before it is ready, while others have the machine. */
export const untilStarted = 1_800_000;

export const patiently = (context: BrowserContext): void => context.setDefaultTimeout(patience);

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function untilAddress(folder: string): Promise<string> {
  for (;;) {
    const [address, ended] = [join(folder, 'address'), join(folder, 'ended')];
    if (existsSync(ended)) throw new Error(readFileSync(ended, 'utf8'));
    if (existsSync(address)) return readFileSync(address, 'utf8');
    await pause(200);
  }
}

/** The product is started once for all files, so that each journey takes children of its own. */
export async function startSightline(): Promise<Running> {
  const folder = process.env['SIGHTLINE_JOURNEY_FOLDER'];
  if (folder === undefined) throw new Error('SIGHTLINE_JOURNEY_FOLDER is not set: run journeys with npm test, which starts the product.');
  const [address, browser] = await Promise.all([untilAddress(folder), openBrowser()]);
  return { address, browser, stop: () => browser.close() };
}
