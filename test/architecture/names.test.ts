import { expect, test } from 'vitest';
import { filesUnder, textOf } from './sources.ts';

const banned = /^(utils?|helpers?|common|shared|misc|types?|constants?|managers?|services?)$/i;
const files = ['src', 'bin', 'test', 'demo', 'bench', 'migrations'].flatMap((folder) => {
  try {
    return filesUnder(folder);
  } catch {
    return [];
  }
});

test('no folder or file has a name that says nothing', () => {
  const meaningless = files.filter((file) => file.split('/').some((part) => part.split(/[.\-_]/).some((word) => banned.test(word))));
  expect(meaningless).toEqual([]);
});

test('nothing lies deeper than three levels below src', () => {
  expect(files.filter((file) => file.startsWith('src/') && file.split('/').length - 1 > 4)).toEqual([]);
});

test('files are nouns in small letters with hyphens', () => {
  const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file));
  expect(sources.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(file.split('/').at(-1) ?? ''))).toEqual([]);
});

test('migrations are numbered from one on, without a gap and without a pair', () => {
  const numbers = filesUnder('migrations').map((file) => Number(file.split('/').at(-1)?.slice(0, 4)));
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, n) => n + 1));
});

test('the language of steps and fields, and what draws their forms, can be read in an afternoon: under 2,000 lines', () => {
  const sources = ['src/kernel/step', 'src/kernel/field', 'src/web/form'].flatMap(filesUnder).filter((file) => !file.includes('.test.'));
  const lines = sources.flatMap((file) => textOf(file).split('\n')).filter((line) => line.trim() !== '');
  expect(lines.length).toBeGreaterThan(1_000);
  expect(lines.length).toBeLessThan(2_000);
});
