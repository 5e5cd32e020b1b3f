import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPieces, readFrames, writeFrame } from './frames.ts';

const mega = 1_048_576;

async function readBack(frames: readonly Buffer[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const frame of readFrames(Readable.from(frames))) if (frame.kind === 'rows') parts.push(frame.bytes);
  return Buffer.concat(parts);
}

test('rows of any length are read back as they were written, in pieces that fit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 3 * mega }), async (length) => {
      const bytes = Buffer.alloc(length, 'Ada');
      const pieces = [...inPieces(bytes)];
      expect(pieces.every((piece) => piece.length > 0 && piece.length <= mega)).toBe(true);
      expect((await readBack(pieces.map((piece) => writeFrame({ kind: 'rows', bytes: piece })))).equals(bytes)).toBe(true);
    }),
    { numRuns: 10, examples: [[0], [1], [mega], [mega + 1]] },
  );
});

test('a frame that could not be read again is not written', () => {
  expect(() => writeFrame({ kind: 'rows', bytes: Buffer.alloc(64 * mega) })).toThrow('too long');
});
