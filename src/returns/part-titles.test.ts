import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annexLists } from './annex-a/lists.ts';
import { nameOfPart, titleOfPart } from './part-titles.ts';
import { returnFiles } from './ssda903/build/built-row.ts';
import { workersTable } from './workforce-census/census.ts';

/** All that sources of a folder write in quotation marks. */
const quotedIn = (folder: string, what: RegExp): readonly string[] =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\./.test(name))
    .flatMap((name) => [...readFileSync(join(import.meta.dirname, folder, name), 'utf8').matchAll(what)].map(([, one = '']) => one));

test('every part of every return that is answered why has words of its own, and the name by which those who know the return know it', () => {
  const ofNobody = new Set(['ssd_professionals', 'ssd_department', 'ssd_version_log', 'ssd_api_data_staging']);
  const tables = quotedIn('safeguarding-dataset', /'(ssd_[a-z0-9_]+)'/g).filter((name) => !ofNobody.has(name));
  const modules = quotedIn('cin-census/build', /group\(\s*'([A-Z][A-Za-z0-9]+)'/g);
  const names = [...new Set([...tables, ...modules, ...Object.keys(returnFiles)])];
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) expect(titleOfPart(name), name).toMatch(/^[A-Z].+ \(.+\)$/);
  expect(titleOfPart('ssd_cin_episodes')).toBe('Referral and period of need (ssd_cin_episodes)');
});

test('a list of Annex A keeps its number; a table whose name is ours alone has words only', () => {
  expect(annexLists.map(({ name }) => titleOfPart(name))[2]).toBe('List 3: referrals of six months');
  for (const name of ['cp-is', 'asglb', workersTable]) expect(titleOfPart(name), name).toMatch(/^[A-Z][^_()]+$/);
  expect([nameOfPart(workersTable), nameOfPart('List 3')]).toEqual(['Social worker', 'List 3']);
});
