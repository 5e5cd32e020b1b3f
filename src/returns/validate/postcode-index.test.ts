import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PostcodeIndex } from './postcode-index.ts';

const sign = (signs: string) => fc.constantFrom(...signs);
const postcode = fc
  .tuple(sign('ABCEGHLMNOPRSTW'), sign('ABDEHLNRSTUXY'), fc.nat(99), fc.nat(9), sign('ABDEFGHJLN'), sign('ABDEFGHJLN'))
  .map(([a, b, district, sector, c, d]) => `${a}${b}${district} ${sector}${c}${d}`);
const where = fc.record({
  authority: sign('EWSN').map((one) => `${one}06000001`),
  east: fc.integer({ min: 1, max: 700_000 }),
  north: fc.integer({ min: 1, max: 1_300_000 }),
});

test('finds each postcode as it was added last, however its space is written, and no other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(postcode, where), { maxLength: 300 }), fc.array(postcode, { maxLength: 20 }), (added, asked) => {
      const [index, known] = [new PostcodeIndex(), new Map(added.map(([code, place]) => [code.replace(' ', ''), place]))];
      for (const [code, place] of added) index.add(code, place);
      expect(index.count).toBe(known.size);
      for (const code of [...added.map(([one]) => one), ...asked]) {
        expect(index.get(code)).toEqual(known.get(code.replace(' ', '')));
        expect(index.get(code.replace(' ', '').toLowerCase())).toEqual(known.get(code.replace(' ', '')));
      }
    }),
  );
});

test('grows with what is added', () => {
  const index = new PostcodeIndex();
  const code = (n: number): string =>
    `AB${n % 100} ${n % 10}${String.fromCharCode(65 + (Math.floor(n / 100) % 26))}${String.fromCharCode(65 + (Math.floor(n / 2600) % 26))}`;
  for (let n = 0; n < 50_000; n += 1) index.add(code(n), { authority: `E${n % 300}`, east: n + 1, north: 2 });
  expect(index.count).toBeGreaterThan(10_000);
  expect(index.get(code(49_999))).toEqual({ authority: 'E199', east: 50_000, north: 2 });
});

test.each(['', 'OX1-1ND', 'OX1 1NDOX1', '£££'])('“%s” is no postcode', (text) => {
  const index = new PostcodeIndex();
  index.add(text, { authority: 'E1', east: 1, north: 1 });
  expect([index.count, index.get(text)]).toEqual([0, undefined]);
});
