import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bodyOf } from '../returns/daily-feed/calls.ts';
import { sender } from '../returns/daily-feed/send.ts';
import { endInOrder } from '../platform/ending.ts';
import { feedStandIn } from './feed-stand-in.ts';
import { readFeedSettings } from './feed-settings.ts';

// Here a process is told to end. Other files share it, and begin with modules that were told nothing.
afterAll(() => void vi.resetModules());

const patient = { timeout: 60_000 };
let folder = '';
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it.each([
  [[], /Usage/],
  [['--settings', 'a', '--port', 'soon'], /--port is "soon"/],
  [['--settings', 'a', '--answer', '429,never'], /--answer has "never"/],
])('%j is refused with what would be right', async (words, message) => {
  await expect(feedStandIn(folder, words)).rejects.toThrow(message);
});

it('the feed finds it by the settings that it writes, is told to come later as often as it was asked to, and is taken; what it took is kept for its owner alone', async () => {
  writeFileSync(join(folder, 'feed.conf'), '', { mode: 0o644 });
  const ended = feedStandIn(folder, ['--settings', 'feed.conf', '--out', 'taken', '--answer', '429']);
  await vi.waitFor(() => expect(said.join()).toContain('The stand-in is at http://127.0.0.1:'), patient);
  const settings = await readFeedSettings('feed.conf', folder);
  const waits: number[] = [];
  const send = sender(settings, 301, {
    fetch: (url, init) => fetch(url, init),
    wait: async (time) => void waits.push(time),
    now: () => Date.now(),
  });
  const child = { la_child_id: 'NC7', mis_child_id: 'm7', child_details: { first_name: 'Amira' } };
  const statuses: number[] = [];
  const answer = await send(bodyOf([child]), async (status) => void statuses.push(status));
  expect([answer.kind, statuses, waits.length]).toEqual(['accepted', [429, 200], 1]);
  const wrong = await send(bodyOf([child, { ...child, la_child_id: 'not so' }]), async () => {});
  expect(wrong).toMatchObject({ kind: 'wrong', index: 1 });
  expect(said).toEqual(expect.arrayContaining(['Call 1: 429', 'Call 2: 200, 1 children taken', 'Call 3: 400']));
  expect(said.join()).not.toMatch(/Amira|NC7/);
  await vi.waitFor(() => expect(readdirSync(join(folder, 'taken'))).toEqual(['call-1.json']), patient);
  expect(JSON.parse(readFileSync(join(folder, 'taken', 'call-1.json'), 'utf8'))).toEqual([child]);
  for (const file of ['feed.conf', 'taken/call-1.json']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  await endInOrder();
  expect(await ended).toBe(true);
});
