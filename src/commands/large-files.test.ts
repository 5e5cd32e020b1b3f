import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAnyLarge } from '../../bin/large-files.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-files-'));
  mkdirSync(join(folder, 'return'));
  for (const name of ['small.xml', 'large.xml', 'return/large.csv']) writeFileSync(join(folder, name), '');
  for (const name of ['large.xml', 'return/large.csv']) truncateSync(join(folder, name), 200_000_001);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [['validate', 'small.xml', '--year', '2025-26'], false],
  [['validate', 'small.xml', '--last', 'large.xml'], true],
  [['validate', 'return'], true],
] as const)('%j names a large file: %s', (words, isLarge) => expect(isAnyLarge(folder, words)).toBe(isLarge));

test('what cannot be looked at is not large: the program says what is wrong with it', () =>
  expect(isAnyLarge(folder, ['none.xml', 'small.xml/none', 'n'.repeat(300), '\0'])).toBe(false));
