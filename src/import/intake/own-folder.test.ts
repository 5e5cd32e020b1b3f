import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownFolder, removeLeftBehind } from './own-folder.ts';

it('rows about children that a killed process left are removed; those of one that lives stay, and those of another account', async () => {
  const mine = await ownFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const left = mine.replace(`-${process.pid}-`, `-${pid}-`);
  mkdirSync(left);
  await writeFile(join(left, 'rows'), 'a child');
  expect([await removeLeftBehind((process.getuid?.() ?? 0) + 1), existsSync(left)]).toEqual([0, true]);
  expect(await removeLeftBehind()).toBeGreaterThanOrEqual(1);
  expect([existsSync(mine), existsSync(left)]).toEqual([true, false]);
  rmSync(mine, { recursive: true });
});
