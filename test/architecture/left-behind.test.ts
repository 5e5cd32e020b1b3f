import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { identify } from '../../bin/processes.mjs';
import { leftBehind } from '../left-behind.ts';

const mark = 'sightline-left-';
const folderOf = (identity: string): string => mkdtempSync(join(tmpdir(), `${mark}${identity.replace(':', '-')}-`));

it('what a killed run has left is found; not that of one that lives, nor what is another account’s to remove', () => {
  const [mine, left] = [folderOf(identify(process.pid)), folderOf(`${spawnSync(process.execPath, ['-e', '']).pid}:1`)];
  expect(leftBehind(mark)).toContain(left);
  expect(leftBehind(mark)).not.toContain(mine);
  expect(leftBehind(mark, (process.getuid?.() ?? 0) + 1)).toEqual([]);
  for (const folder of [mine, left]) rmSync(folder, { recursive: true });
});
