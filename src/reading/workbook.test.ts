import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worked } from '../../test/processor-time.ts';
import { zip } from '../outputs/zip.ts';
import { workbookOf } from '../web/export/sheet.ts';
import { readWorkbook } from './workbook.ts';

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
const bookOf = (rows: readonly (readonly (string | number | undefined)[])[]) =>
  bytesOf(workbookOf([{ name: 'List 1', heads: ['a', 'b', 'c'], rows: [rows] }]));

/** Words that are no day, and no signs that XML has not. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(text)),
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.constant(undefined),
);

test('what is written into a workbook is read out of it: words as words, numbers as numbers, empty cells as nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), async (rows) => {
      const read = readWorkbook(await bookOf(rows))?.sheets[0];
      expect(read?.name).toBe('List 1');
      expect(read?.rows.slice(1).map(({ cells }) => [0, 1, 2].map((n) => cells[n]))).toEqual(rows.map((row) => [...row]));
    }),
    { numRuns: 50 },
  );
});

test('a workbook that was damaged is read as far as it says something, or not at all: nothing is thrown', async () => {
  const whole = await bookOf([
    ['7', 1, 'Amira'],
    ['8', 2, 'Noor'],
  ]);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
      const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
      if (!cut) damaged[at] = byte;
      expect(() => readWorkbook(damaged)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

const named = { book: 'xl/workbook.xml', relations: 'xl/_rels/workbook.xml.rels' };
const bookWith = (sheet: string, strings?: string, sheets = '<sheet name="List 2" r:id="rId1"/>') =>
  bytesOf(
    zip([
      {
        name: named.book,
        text: `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets>${sheets}</sheets></workbook>`,
      },
      { name: named.relations, text: '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/a.xml"/></Relationships>' },
      { name: 'xl/worksheets/a.xml', text: sheet },
      ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', text: strings }]),
    ]),
  );

test('words that cells share are read without what is written beside them; formulas by what came of them', async () => {
  const book = readWorkbook(
    await bookWith(
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c><x:c r="C3" t="str"><x:f>A1&amp;A2</x:f><x:v>both</x:v></x:c><x:c r="D3" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      '<sst><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r><rPh><t>beside</t></rPh></si></sst>',
    ),
  );
  expect(book).toEqual({ daysFrom1904: true, sheets: [{ name: 'List 2', rows: [{ at: 3, cells: [undefined, 'two', 'both', 'TRUE'] }] }] });
});

test.each([
  [
    'an entity that grows',
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
  ],
  ['a sheet that ends in the middle', '<worksheet><sheetData><row>'],
])('%s is no workbook', async (_, sheet) => expect(readWorkbook(await bookWith(sheet))).toBeUndefined());

test('a column far to the right is not read', async () =>
  expect(
    readWorkbook(await bookWith('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'))?.sheets[0]
      ?.rows,
  ).toEqual([{ at: 1, cells: [] }]));

test('a small file that would fill the memory is no workbook: rows as wide as can be with one cell in each, in sheets that are one part', async () => {
  const wide = `<worksheet><sheetData>${'<row><c r="GR1"><v>1</v></c></row>'.repeat(20_000)}</sheetData></worksheet>`;
  const sheets = Array.from({ length: 3 }, (_, n) => `<sheet name="List ${n + 1}" r:id="rId1"/>`).join('');
  expect(readWorkbook(await bookWith(wide))?.sheets[0]?.rows).toHaveLength(20_000);
  expect(readWorkbook(await bookWith(wide, undefined, sheets))).toBeUndefined();
});

test('a hundred sheets that are one large part are no workbook, and take no time', async () => {
  const large = `<worksheet><sheetData>${' '.repeat(20_000_000)}</sheetData></worksheet>`;
  const bomb = await bytesOf(
    zip([
      {
        name: named.book,
        text: `<workbook xmlns:r="r"><sheets>${Array.from({ length: 100 }, (_, n) => `<sheet name="List ${n}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
      },
      { name: named.relations, text: '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/a.xml"/></Relationships>' },
      { name: 'xl/worksheets/a.xml', text: large },
    ]),
  );
  expect(bomb.length).toBeLessThan(200_000);
  const begun = worked();
  expect(readWorkbook(bomb)).toBeUndefined();
  expect(worked() - begun).toBeLessThan(30_000);
});
