import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnCsv } from './looked-after-files.ts';
import { readPlainCsv } from './plain-csv.ts';

/** As the parser reads it. */
function parsed(text: string) {
  const records: { line: number; cells: readonly string[] }[] = [];
  let faults = 0;
  parse(text, {
    ...returnCsv,
    on_record: (cells: readonly string[], { lines }) => {
      records.push({ line: lines, cells });
      return null;
    },
    on_skip: () => {
      faults += 1;
      return undefined;
    },
  });
  return { records, faults };
}

test('what it reads, it reads as the parser does: every cell, and on which line it stands', () => {
  const cell = fc.oneof(
    fc.constantFrom('', ' ', '\t', 'CHILD', '7', ' U6 ', '01/06/2025', '"', '"a,b"', 'é', '\u00A0x', '\uFEFF', '\u0000', "'", '=1', '🙂'),
    fc.string({ maxLength: 6 }),
  );
  const row = fc.array(cell, { minLength: 0, maxLength: 5 }).map((cells) => cells.join(','));
  const text = fc
    .tuple(fc.array(row, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
    .map(([rows, ending, isEnded]) => rows.join(ending) + (isEnded ? ending : ''));
  let read = 0;
  fc.assert(
    fc.property(text, (given) => {
      const plain = readPlainCsv(given);
      if (plain === undefined) return;
      read += 1;
      expect({ records: plain, faults: 0 }).toEqual(parsed(given));
    }),
    { numRuns: 2_000 },
  );
  expect(read).toBeGreaterThan(100);
});

test.each([
  ['CHILD,DOB\n7,01/01/2020\n', 2],
  ['CHILD,DOB\r\n7 ,\t01/01/2020\r\n\r\n8,\r\n', 3],
  ['CHILD\n7', 2],
  ['', 0],
])('a plain table is read without the parser: %j', (text, count) => {
  expect(readPlainCsv(text)).toEqual(parsed(text).records);
  expect(readPlainCsv(text)).toHaveLength(count);
});

test.each(['CHILD,"DOB"\n', 'CHILD\r\n7\n', 'CHILD\r7\r', '\uFEFFCHILD\n', 'CHILD\n  \n7\n', `${'x'.repeat(1_000_001)}\n`])(
  'what it is not sure of is left to the parser: %#',
  (text) => expect(readPlainCsv(text)).toBeUndefined(),
);
