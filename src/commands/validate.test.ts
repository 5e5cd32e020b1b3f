import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Obstacle } from '../platform/obstacle.ts';
import { validate } from './validate.ts';

test('a folder without any file of a return is refused, as this year’s and as last year’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'returns-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const refusal = new Obstacle(`There is no CSV and no XML file in ${folder}.`);
  await expect(validate(folder, ['.'])).rejects.toThrow(refusal);
  await expect(validate(process.cwd(), ['README.md', '--last', folder])).rejects.toThrow(refusal);
});
