import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpIsShape } from '../cp-is/reader.ts';
import { annexShapes } from '../annex-a/reader.ts';
import { asglbShape } from '../asglb/reader.ts';
import { day, number, words } from './column.ts';
import { givenCsv, readTable, type GivenTable, type TableShape } from './table.ts';

const shape: TableShape = {
  name: 'visits',
  columns: [
    { name: 'Child Unique ID', read: words() },
    { name: 'Date of visit', read: day, also: /visited on/i },
    { name: 'Number of visits', read: number('whole') },
  ],
};
const csv = (text: string): GivenTable => {
  const given = givenCsv('visits.csv', Buffer.from(text));
  if ('problem' in given) throw new Error(given.problem);
  return given;
};

describe('a table that was sent', () => {
  test('has its columns in any order and under other names; a line without anything is none', () => {
    const { table, refused } = readTable(csv('\uFEFFNumber of Visits,Visited on,child unique id\r\n2,14/05/2026,7\r\n,,\r\n'), shape);
    expect(table.rows).toEqual([['7', '2026-05-14', 2]]);
    expect(refused).toEqual([]);
  });
  test('a cell that is not taken is left empty and told of by file, row, field, value and what would be right', () => {
    const { table, refused } = readTable(csv('Child Unique ID,Date of visit,Number of visits\n7,31/02/2026,2.5\n'), shape);
    expect(table.rows).toEqual([['7', undefined, undefined]]);
    expect(refused).toEqual([
      'visits.csv, row 2, Date of visit: “31/02/2026” is no day: write it as 14/05/2015 or 2015-05-14',
      'visits.csv, row 2, Number of visits: “2.5” is no whole number: write how many, such as 3',
    ]);
  });
  test('a column that is missing or strange is told of; of one that is wrong in every row ten are, and how many more', () => {
    const { refused } = readTable(csv(`Child Unique ID,Date of visit,Mood\n${'7,soon,good\n'.repeat(25)}`), shape);
    expect(refused.filter((one) => one.includes('“soon”'))).toHaveLength(10);
    expect(refused).toEqual(
      expect.arrayContaining([
        expect.stringContaining('the column “Number of visits” is missing'),
        expect.stringContaining('the column “Mood” is none of this table'),
        'visits.csv, Date of visit: 15 more rows are wrong in the same column',
      ]),
    );
  });
  test('what keeps a spreadsheet from running a cell is no part of it', () =>
    expect(readTable(csv("Child Unique ID,Date of visit,Number of visits\n'=7,,\n"), shape).table.rows[0]?.[0]).toBe('=7'));
  test.each([
    ['', 'visits.csv: the file is empty.'],
    ['a,"b\nc,d', /^visits\.csv, line \d+: a quotation mark is not closed/],
    ['\uFFFEa', undefined],
  ])('a file that is no CSV is told of in words: %j', (text, words) => {
    const given = givenCsv('visits.csv', Buffer.from(text));
    if (words !== undefined) expect('problem' in given ? given.problem : '').toMatch(words);
  });
  test('bytes that are not UTF-8 are told of with their line', () =>
    expect(givenCsv('visits.csv', Buffer.from([0x61, 0x0a, 0xe9, 0x0a]))).toMatchObject({
      problem: expect.stringMatching(/^visits\.csv, line 2: /),
    }));
  test('whatever the bytes are, it is a table or a problem, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const given = givenCsv('visits.csv', bytes);
        if ('problem' in given) expect(given.problem).toMatch(/^visits\.csv/);
        else expect(readTable(given, shape).table.heads).toEqual(['Child Unique ID', 'Date of visit', 'Number of visits']);
      }),
    );
  });
});

test.each([
  ['NHS_NUMBER', '9434765918', 'no NHS number'],
  ['PLAN_TYPE', 'CP', 'none of what is taken: CPP; UCPP; LAC'],
  ['LA_CODE', '31', 'three digits, such as 301'],
  ['DATE_OF_BIRTH', '2020-02-30', 'no day'],
])('CP-IS: %s %s is refused with what would be right', (field, value, words) => {
  const heads = cpIsShape.columns.map(({ name }) => name);
  const { refused } = readTable(
    { where: 'cp-is.csv', heads, rows: [{ at: 2, cells: heads.map((head) => (head === field ? value : undefined)) }] },
    cpIsShape,
  );
  expect(refused).toEqual([expect.stringMatching(new RegExp(`^cp-is\\.csv, row 2, ${field}: “${value}” is .*${words}`))]);
});

test('ASGLB: days, numbers and whether there are brothers and sisters', () => {
  const heads = asglbShape.columns.map(({ name }) => name);
  const cells = heads.map((head) =>
    head.startsWith('Date') ? '01/09/2025' : head.startsWith('Number') ? '2' : head.startsWith('Is the') ? 'Yes' : 'words',
  );
  const { table, refused } = readTable({ where: 'asglb.csv', heads, rows: [{ at: 2, cells }] }, asglbShape);
  expect(refused).toEqual([]);
  expect(table.rows[0]).toEqual(expect.arrayContaining(['2025-09-01', 2, 'Y', 'words']));
});

test.each(['constructor', '__proto__', 'valueOf'])('a word that every object has is no answer: %s', (word) => {
  const table = (given: TableShape, head: string) =>
    readTable(
      { where: 'a.csv', heads: [head], rows: [{ at: 2, cells: [word] }] },
      { ...given, columns: given.columns.filter(({ name }) => name === head) },
    );
  const annex = annexShapes.flatMap((each) => each.columns.map(({ name }) => [each, name] as const));
  for (const [given, head] of [[asglbShape, 'Is the child a part of a sibling group?'] as const, ...annex]) {
    const value = table(given, head).table.rows[0]?.[0];
    expect(['undefined', 'string'], head).toContain(typeof value);
  }
});
