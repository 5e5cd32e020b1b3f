import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVirusCheck } from './virus-check.ts';

/** Something that speaks as ClamAV's daemon does: reads pieces by their length, and finds whatever holds the word. */
function pretendDaemon(): Server {
  return createServer((socket) => {
    let all = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (bytes: Buffer) => {
      all = Buffer.concat([all, bytes]);
      let at = 'zINSTREAM\0'.length;
      let words = '';
      while (all.length >= at + 4) {
        const length = all.readUInt32BE(at);
        if (length === 0) return void socket.end(words.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
        if (all.length < at + 4 + length) return;
        words += all.subarray(at + 4, at + 4 + length).toString('latin1');
        at += 4 + length;
      }
    });
  });
}

let folder: string;
let daemon: Server;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-clamd-'));
  daemon = pretendDaemon();
  await new Promise<void>((done) => daemon.listen(join(folder, 'clamd.ctl'), done));
});
afterEach(() => {
  daemon.close();
  rmSync(folder, { recursive: true, force: true });
});

async function check(setting: string, ...pieces: readonly string[]) {
  const checking = createVirusCheck(setting).begin();
  for (const piece of pieces) await checking.write(Buffer.from(piece));
  return checking.end();
}

test('a file is given to the daemon piece by piece, and its word is believed', async () => {
  const socket = join(folder, 'clamd.ctl');
  expect(await check(socket, 'a photograph', '', ' of a kitchen')).toEqual({ kind: 'clean' });
  expect(await check(socket, 'EIC', 'AR')).toEqual({ kind: 'found', what: 'Eicar-Test-Signature' });
  expect(await check(socket, 'x'.repeat(3_000_000))).toEqual({ kind: 'clean' });
});

test('where nothing answers, the file is unchecked, and nothing fails', async () => {
  expect(await check(join(folder, 'nobody.ctl'), 'a photograph')).toEqual({ kind: 'unchecked' });
  expect(await check('127.0.0.1:9', 'a photograph')).toEqual({ kind: 'unchecked' });
  expect(await check('off', 'a photograph')).toEqual({ kind: 'unchecked' });
});
