import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The product as an operator starts it, once for all journeys, with a data folder of its own.
 * Nobody waits for it here: journeys that need no product run meanwhile; the others wait in `startSightline`.
 */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-journey-'));
  chmodSync(folder, 0o711);
  process.env['SIGHTLINE_JOURNEY_FOLDER'] = folder;
  // What the tests are told is no setting of the product, which refuses what it does not know.
  const outside = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SIGHTLINE_')));
  const child = spawn(process.execPath, ['bin/sightline.mjs', 'start', '--port', '0'], {
    env: { ...outside, SIGHTLINE_DATA: join(folder, 'data') },
    stdio: 'pipe',
  });
  let said = '';
  const read = (bytes: Buffer): void => {
    said += String(bytes);
    const found = /Sightline is at (http:\S+)/.exec(said)?.[1];
    if (found !== undefined) writeFileSync(join(folder, 'address'), found);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<void>((done) =>
    child.on('exit', (status) => {
      writeFileSync(join(folder, 'ended'), `Sightline ended with ${status}:\n${said}`);
      done();
    }),
  );
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
