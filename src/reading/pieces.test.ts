import { expect, test } from 'vitest';
import { piecesOf } from './pieces.ts';

const division = { within: 'Children', unit: 'Child' };
const child = `<Child>${'x'.repeat(1000)}</Child>\n`;

async function* inParts(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function pieces(text: string, size: number) {
  const found: { kind: string; text: string }[] = [];
  for await (const piece of piecesOf(inParts(text, size), division)) {
    const held: Uint8Array[] = [];
    if (piece.kind === 'rest') for await (const bytes of piece.source) held.push(bytes);
    else held.push(piece.bytes);
    found.push({ kind: piece.kind, text: Buffer.concat(held).toString() });
  }
  return found;
}

test('a file is its pieces, which end with a unit, wherever what arrives of it ends', async () => {
  const text = `<Message>\n<Children>\n${child.repeat(175)}</Children></Message>`;
  const found = await pieces(text, 65_536);
  expect(found.map((piece) => piece.text).join('')).toBe(text);
  expect(found.map(({ kind }) => kind)).toEqual(['head', 'units', 'units', 'units', 'rest']);
  expect(found.slice(1, -1).every((piece) => piece.text.endsWith('</Child>'))).toBe(true);
  expect(await pieces(text, 1009)).toEqual(found);
});

test.each([
  ['a comment, in which a tag is none', '<!-- </Child> -->'],
  ['an instruction', '<?x </Child> ?>'],
])('from %s on it is read in one go', async (_, written) => {
  const text = `<Message><Children>${child.repeat(75)}${written}${child.repeat(150)}</Children></Message>`;
  const found = await pieces(text, 65_536);
  expect(found.map(({ kind }) => kind)).toEqual(['head', 'units', 'rest']);
  expect(found.map((piece) => piece.text).join('')).toBe(text);
});

test('a unit that is larger than any is not waited for', async () => {
  const found = await pieces(`<Message><Children><Child>${'x'.repeat(3_000_000)}</Child></Children></Message>`, 65_536);
  expect(found.map(({ kind }) => kind)).toEqual(['head', 'rest']);
});
