import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenRow, readCsvPieces, type CsvPiece } from './csv-pieces.ts';
import { returnCsv } from './looked-after-files.ts';
import { wrongStart } from './utf8.ts';

async function* slices(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function inPieces(bytes: Buffer, slice: number, size: number) {
  const pieces: CsvPiece[] = [];
  for await (const piece of readCsvPieces(slices(bytes, slice), size)) pieces.push(piece);
  return {
    pieces: pieces.length,
    records: pieces.flatMap((piece) => (piece.kind === 'records' ? piece.records : [])),
    faults: pieces.flatMap((piece) => (piece.kind === 'records' ? piece.faults : [])),
    refused: pieces.find(({ kind }) => kind === 'refused'),
  };
}

/** As the parser reads all of it at once. */
function parsed(text: string) {
  const [records, faults]: [{ line: number; cells: readonly string[] }[], { line: unknown; message: string }[]] = [[], []];
  parse(text, {
    ...returnCsv,
    on_record: (cells: readonly string[], { lines }) => {
      records.push({ line: lines, cells });
      return null;
    },
    on_skip: (error) => {
      faults.push({ line: error?.['lines'], message: brokenRow });
      return undefined;
    },
  });
  return { records, faults };
}

test('in pieces of any size it reads what the parser reads of the whole: every cell, its line, and what cannot be read', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', ' ', 'CHILD', '7', ' U6 ', '01/06/2025', '"', '"a,b"', '"a\nb"', '"a""b"', 'é', '🙂', "'", '=1'),
    fc.string({ maxLength: 6 }).filter((text) => !text.includes('\u0000')),
  );
  const row = fc.array(cell, { minLength: 0, maxLength: 5 }).map((cells) => cells.join(','));
  const ending = fc.constantFrom('\n', '\r\n');
  const text = fc
    .tuple(fc.array(row, { maxLength: 12 }), ending, fc.boolean())
    .map(([rows, end, isEnded]) => rows.join(end) + (isEnded ? end : ''))
    .filter((all) => wrongStart(Buffer.from(all)) === undefined);
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), async (given, slice, size) => {
      const { records, faults } = await inPieces(Buffer.from(given), slice, size);
      expect({ records, faults }).toEqual(parsed(given));
    }),
    { numRuns: 1_000 },
  );
});

test('plain lines come piece by piece, and so do those after the first that is not plain', async () => {
  const rows = Array.from({ length: 500 }, (_, n) => `${n},${n === 300 ? '"a\nb"' : 'c'}`).join('\n');
  const read = await inPieces(Buffer.from(rows), 64, 256);
  expect(read.pieces).toBeGreaterThan(10);
  expect(read.records).toEqual(parsed(rows).records);
});

test.each([
  ['in UTF-16', Buffer.from('a,b\n1,2\n', 'utf16le'), 1, 'UTF-16'],
  ['with bytes that are not UTF-8 in its third line', Buffer.concat([Buffer.from('a,b\n1,2\n3,'), Buffer.from([0xe9, 0x2c])]), 3, 'UTF-8'],
  ['with a null', Buffer.from('a,b\n1,2\n\u0000'), 1, 'null character'],
])('a file %s is refused, whatever came of it before', async (_, bytes, line, words) => {
  const { refused } = await inPieces(bytes, 5, 4);
  expect(refused).toEqual({ kind: 'refused', line, message: expect.stringContaining(words) });
});
