import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The product as an operator starts it, with a data folder of its own, and a browser beside it. */
export type Running = { readonly address: string; readonly browser: Browser; stop(): Promise<void> };

const untilAddress = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let said = '';
    const read = (bytes: Buffer): void => {
      said += String(bytes);
      const found = /Sightline is at (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) done(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (status) => fail(new Error(`Sightline ended with ${status} before it served:\n${said}`)));
  });

export async function startSightline(): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'sightline-journey-'));
  const child = spawn(process.execPath, ['bin/sightline.mjs', 'start', '--port', '0'], {
    env: { ...process.env, SIGHTLINE_DATA: data },
    stdio: 'pipe',
  });
  const address = await untilAddress(child);
  const browser = await chromium.launch({
    executablePath: process.env['SIGHTLINE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    address,
    browser,
    async stop() {
      await browser.close();
      const ended = new Promise((done) => child.on('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
