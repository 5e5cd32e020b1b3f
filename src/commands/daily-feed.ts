import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Obstacle } from '../platform/obstacle.ts';
import { beginFeed, unfinishedFeed } from '../record/daily-feed.ts';
import { bodyOf } from '../returns/daily-feed/calls.ts';
import { sender, type Reaching } from '../returns/daily-feed/send.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { preparedFeed } from './feed-prepared.ts';
import { sendRun, type Outcome } from './feed-run.ts';
import { readFeedSettings } from './feed-settings.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const usage = 'daily-feed [--full] [--dry-run FOLDER] [--authority NUMBER]';

const reaching: Reaching = { fetch: (url, init) => fetch(url, init), wait: (time) => pause(time), now: () => Date.now() };

/** daily-feed: first what an earlier run could not send, then what has changed since. */
export async function dailyFeed(opened: Opened, parameters: readonly string[], from: string, by: Reaching = reaching): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['dry-run', 'authority'], switches: ['full'] });
  if (words.words.length > 0) throw new Obstacle(`Usage: ${usage}`);
  const { owner } = opened;
  const { authority, name } = await onlyAuthority(opened.app, words.one('authority'));
  const folder = words.one('dry-run');
  if (folder !== undefined) return dryRun(opened, authority, words.is('full'), resolve(from, folder));
  const send = sender(await readFeedSettings(process.env['SIGHTLINE_FEED'], from), authority, by);
  const left = await unfinishedFeed(owner, authority);
  if (left !== undefined) {
    const outcome = await sendRun(owner, authority, left, send);
    console.log(`${name}: what was left of an earlier run: ${told(outcome)}`);
    if (outcome.stopped !== undefined) return false;
  }
  const prepared = await preparedFeed(opened, authority, words.is('full'));
  const run = randomUUID();
  await beginFeed(owner, authority, { run, ...prepared });
  const outcome = await sendRun(owner, authority, { run, calls: prepared.calls.map(({ call }) => call) }, send);
  console.log(`${name}: ${prepared.kind === 'full' ? 'everybody' : 'what changed'}, as known ${prepared.knownAt}: ${told(outcome)}`);
  for (const { why } of prepared.leftOut) console.log(`A child was left out. ${why}.`);
  return outcome.stopped === undefined && outcome.refused === 0 && prepared.leftOut.length === 0;
}

const told = ({ accepted, refused, stopped }: Outcome): string =>
  [
    `${accepted} ${accepted === 1 ? 'call' : 'calls'} accepted`,
    ...(refused === 0 ? [] : [`${refused} ${refused === 1 ? 'child' : 'children'} refused`]),
    ...(stopped === undefined
      ? []
      : [`stopped: ${stopped.status === 0 ? 'nobody answered' : `status ${stopped.status}`}. What is left is sent first next time`]),
  ].join(', ');

/** Writes what would be sent, a file for each call, and sends and keeps nothing. */
async function dryRun(opened: Opened, authority: number, isFull: boolean, folder: string): Promise<boolean> {
  const { kind, calls, leftOut } = await preparedFeed(opened, authority, isFull);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { call, sent } of calls)
    await writeFile(join(folder, `call-${call}.json`), bodyOf(sent.map(({ payload }) => payload)), { mode: 0o600 });
  const children = calls.reduce((sum, { sent }) => sum + sent.length, 0);
  console.log(`${folder}: ${kind}, ${calls.length} calls, ${children} children; ${leftOut.length} left out. Nothing was sent.`);
  return true;
}
