import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserArguments, browserProgram, patience, patiently } from './start.ts';

/** A browser on a device of its own, which can be killed, and started again on the same device. */
export type Device = { readonly open: () => Promise<Killable>; readonly remove: () => void };
export type Killable = { readonly browser: Browser; readonly page: () => Promise<Page>; readonly kill: () => Promise<void> };

export function device(): Device {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-device-'));
  return { open: () => openOn(folder), remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function openOn(folder: string): Promise<Killable> {
  const child = spawn(
    browserProgram,
    [...browserArguments, '--headless', `--user-data-dir=${folder}`, '--remote-debugging-port=0', 'about:blank'],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const address = await new Promise<string>((done, fail) => {
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said += String(bytes);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) done(found);
    });
    child.once('close', () => fail(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(address, { timeout: patience });
  for (const context of browser.contexts()) patiently(context);
  return {
    browser,
    page: async () => (browser.contexts()[0] ?? (await browser.newContext())).newPage(),
    // All its processes at once: nothing is let end in order.
    kill: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
