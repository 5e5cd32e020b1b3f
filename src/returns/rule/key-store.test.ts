import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyStore } from './key-store.ts';

test('the first text of a key is kept, whatever its letters, and found however many there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 30 })), { maxLength: 60 }),
      (given) => {
        const [store, known] = [new KeyStore(), new Map<string, string>()];
        for (const [key, text] of given) {
          expect(store.addOrFind(key, text)).toBe(known.get(key));
          if (!known.has(key)) known.set(key, text);
        }
      },
    ),
  );
  const store = new KeyStore();
  for (let n = 0; n < 50_000; n += 1) expect(store.addOrFind(`A${n}`, `text ${n}`)).toBeUndefined();
  expect(store.addOrFind('A49999', '')).toBe('text 49999');
  expect(store.addOrFind('A0', '')).toBe('text 0');
});

test('a key or a text that is larger than what is set aside at once has its own place', () => {
  const store = new KeyStore();
  const long = 'ü'.repeat(2_000_000);
  expect(store.addOrFind(long, long)).toBeUndefined();
  expect(store.addOrFind('next', 'after it')).toBeUndefined();
  expect(store.addOrFind(long, '')).toBe(long);
  expect(store.addOrFind('next', '')).toBe('after it');
});
