import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annexShapes, readAnnex } from './reader.ts';
import { date } from '../../kernel/calendar/dates.ts';

type Column = { readonly name: string; readonly kind: string; readonly taken?: readonly string[] };
const spelled: { readonly lists: Readonly<Record<string, readonly Column[]>> } = JSON.parse(
  readFileSync('test/samples/annex-a/annex-a-columns.json', 'utf8'),
);
const columns = annexShapes.flatMap(({ name: list, columns }) =>
  columns.map((column) => ({ list, column, asked: spelled.lists[list]?.find(({ name }) => name === column.name) })),
);
const dayOne = date('1899-12-30');

describe('each column of Annex A is read as what Ofsted asks for', () => {
  test.each(columns)('$list, $column.name', ({ column, asked }) => {
    const said = (given: string | number) => {
      const read = column.read(given, dayOne);
      return 'right' in read ? 'refused' : read.value;
    };
    switch (asked?.kind) {
      case 'date':
        expect([said('14/05/2015'), said('2015-05-14'), said(42_138), said('31/02/2020'), said('soon')]).toEqual([
          '2015-05-14',
          '2015-05-14',
          '2015-05-14',
          'refused',
          'refused',
        ]);
        return;
      case 'numeric':
        expect([said('3'), said(3), said('-1'), said('three')]).toEqual([3, 3, 'refused', 'refused']);
        return;
      case 'category':
        if (column.name === 'LA of Placement') return expect(said('Norchester')).toBe('Norchester');
        // Words that no list of Ofsted's has: spelling mistakes of the authorities whose files the schema was made from.
        for (const one of (asked.taken ?? []).filter(
          (word) => !/^(c\) Unknown|J[12]: |f\) .*accomodation)/.test(word) || said(word) !== 'refused',
        ))
          expect(said(one), one).not.toBe('refused');
        expect(said('Nothing of the kind')).toBe('refused');
        return;
      default:
        expect(said('A 1')).toBe('A 1');
    }
  });
});

describe('the workbook of another system', () => {
  const read = readAnnex('annex.xlsx', readFileSync('test/samples/annex-a/annex-a-2024.xlsx'));
  const list = (name: string) => read?.tables.find(({ table }) => table.name === name);
  test('has its lists by their names, with days, codes and words as ours', () => {
    expect(read?.tables.map(({ table }) => [table.name, table.rows.length])).toEqual([
      ['List 1', 5],
      ['List 2', 5],
      ['List 3', 6],
      ['List 4', 5],
      ['List 5', 5],
      ['List 6', 5],
      ['List 7', 7],
      ['List 8', 5],
      ['List 9', 6],
      ['List 10', 5],
      ['List 11', 5],
    ]);
    expect(list('List 1')?.table.rows[0]).toEqual(['9212044', 'b) Female', 'a) White', '2015-01-25', 6, '2020-09-16', 'g) Police']);
    expect(list('List 8')?.table.rows[0]).toContain('d) Placement order granted');
    expect(list('List 9')?.table.rows[0]).toEqual(expect.arrayContaining(['b) Former relevant', 'a) In touch', 'p) Other accommodation']));
  });
  test('what cannot be taken is told with its sheet, row, field, value and what would be right', () => {
    expect(list('List 1')?.refused).toEqual([]);
    expect(list('List 6')?.refused).toEqual(
      expect.arrayContaining([
        'annex.xlsx, List 6, row 2, Allocated Team: “#N/A” is an error of the spreadsheet: write the value itself',
        expect.stringMatching(
          /^annex\.xlsx, List 6, row 2, Primary Need Code: “PSRMEM - .*” is none of what is taken: a\) Abuse or neglect; /,
        ),
      ]),
    );
    expect(list('List 11')?.refused).toEqual([
      'annex.xlsx, List 11, row 5, Reason for leaving adoption process: “1” is none of what is taken: a) Withdrew; b) Process on hold; c) Application refused',
    ]);
  });
  test('what is no workbook is nothing', () => expect(readAnnex('annex.xlsx', Buffer.from('PK no workbook'))).toBeUndefined());
});
