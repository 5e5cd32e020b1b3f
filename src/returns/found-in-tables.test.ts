import { describe, expect, test } from 'vitest';
import { annexShapes } from './annex-a/reader.ts';
import { asglbHeads } from './asglb/asglb.ts';
import { changedTables } from './changed-tables.ts';
import { readRows } from './found-rows.ts';
import { foundInTables } from './found-in-tables.ts';
import { workersShape } from './workforce-census/reader.ts';
import type { DayTable } from './of-a-day.ts';

const tableOf = (name: string, heads: readonly string[], ...rows: readonly Readonly<Record<string, string | number>>[]): DayTable => ({
  name,
  heads,
  rows: rows.map((row) => heads.map((head) => row[head])),
});
const list = (name: string, ...rows: readonly Readonly<Record<string, string | number>>[]) =>
  tableOf(name, annexShapes.find((shape) => shape.name === name)?.columns.map((column) => column.name) ?? [], ...rows);

const contact = {
  'Child Unique ID': '7',
  Gender: 'b) Female',
  Ethnicity: 'a) White',
  'Date of Contact': '2026-01-12',
  'Contact Source': 'g) Police',
};

describe('what is wrong in the tables of a day', () => {
  test('nothing, where each cell is what is asked for; what may be empty is', () =>
    expect(foundInTables('annex-a', [list('List 1', contact)]).found).toEqual([]));
  test('a cell that may not be empty is to be explained, one that is none of what is taken is an error; each row is kept', () => {
    const { 'Contact Source': _, ...silent } = contact;
    const { found, rows } = foundInTables('annex-a', [
      list('List 1', silent, { ...silent, 'Child Unique ID': '8' }, { ...contact, Gender: 'F?' }),
    ]);
    expect(found).toEqual([
      {
        code: 'List 1: Contact Source',
        level: 'query',
        words: 'Contact Source is empty, and is asked for',
        findings: 2,
        children: 2,
        left: 2,
      },
      { code: 'List 1: Gender, not taken', level: 'error', words: 'Gender is none of what is taken', findings: 1, children: 1, left: 1 },
    ]);
    expect([...readRows(rows)].map(({ code, child, table, row, values }) => [code, child, table, row, values])).toEqual([
      ['List 1: Gender, not taken', '7', 'List 1', 2, ['F?']],
      ['List 1: Contact Source', '7', 'List 1', 0, [null]],
      ['List 1: Contact Source', '8', 'List 1', 1, [null]],
    ]);
  });
  test('of agency staff the workforce census asks less', () => {
    const heads = workersShape.columns.map(({ name }) => name);
    const worker = { SWENo: 'SW1', FTE: '1', OrgRole: '5', RoleStartDate: '2024-01-08' };
    const codes = (agency: string) =>
      foundInTables('workforce-census', [tableOf(workersShape.name, heads, { ...worker, AgencyWorker: agency })]).found.map(
        ({ code }) => code,
      );
    expect(codes('1')).toEqual([]);
    expect(codes('0')).toContain('workforce-census-workers: Ethnicity');
  });
  test('adoption that is dated out of order is an error', () => {
    const row = {
      'Child Unique ID': '7',
      'Date of ADM Decision': '2025-05-05',
      'Date Matched to Prospective Adopters': '2025-04-01',
      'Date of Order': '2026-05-04',
    };
    const { found } = foundInTables('asglb', [tableOf('asglb', asglbHeads, row)]);
    expect(found.map(({ code, level, words }) => [code, level, words])).toEqual([
      [
        'Date Matched to Prospective Adopters, out of order',
        'error',
        'Date Matched to Prospective Adopters is before Date of ADM Decision',
      ],
    ]);
    expect(
      foundInTables('asglb', [tableOf('asglb', asglbHeads, { ...row, 'Date Matched to Prospective Adopters': '2025-06-01' })]).found,
    ).toEqual([]);
  });
});

test('two states of a table are compared person by person and in totals; what another system has of its own is left out where it is asked for', () => {
  const how = { isPerson: (head: string) => head === 'Child Unique ID', isOwn: () => false };
  const before = [list('List 1', contact)];
  const after = [list('List 1', { ...contact, 'Date of Contact': '2026-01-13' }, { ...contact, 'Child Unique ID': '8' })];
  const changes = changedTables(before, after, how);
  expect(changes.children).toMatchObject([
    { child: '7', was: ['List 1, Date of Contact: 2026-01-12'], now: ['List 1, Date of Contact: 2026-01-13'] },
    { child: '8', was: [] },
  ]);
  expect(changes.totals).toEqual([{ what: 'List 1', was: 1, now: 2 }]);
  expect(changedTables(before, before, how).children).toEqual([]);
  expect(changedTables(before, after, { ...how, isOwn: (head) => head === 'Date of Contact' }).children.map(({ child }) => child)).toEqual([
    '8',
  ]);
});
