import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asTyped, bitsOf, makePassphrase, whyTooWeak } from './passphrase.ts';
import { words } from './words.ts';

describe('the words', () => {
  it('are 512, so that each is nine bits', () => expect(new Set(words).size).toBe(512));
  it('are short, in small letters', () => expect(words.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([]));
});

describe('a made passphrase', () => {
  it('is eight of the words, and never the same twice', () => {
    const made = Array.from({ length: 50 }, makePassphrase);
    expect(new Set(made).size).toBe(50);
    for (const one of made) {
      expect(one.split(' ')).toHaveLength(8);
      for (const word of one.split(' ')) expect(words).toContain(word);
    }
  });
  it('draws from the whole list', () => {
    const drawn = new Set(Array.from({ length: 1000 }, makePassphrase).flatMap((one) => one.split(' ')));
    expect(drawn.size).toBe(512);
  });
});

describe('a chosen passphrase', () => {
  test.each([
    'acorn badge canyon dolphin ember fossil guitar',
    'Seven-Purple-Llamas-Juggled-Turnips-Behind-Caravans',
    'kx7-pq2-vm9-tz4-hb8-wd3-rn6-jf5-gc1-ly0',
  ])('of enough is taken: %s', (given) => expect(whyTooWeak(given)).toBeUndefined());

  test.each([
    '',
    'password',
    'Passw0rd!2026',
    'acorn acorn acorn acorn acorn acorn acorn acorn',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'norchester council duty desk',
    'the quick brown fox jumps over the lazy dog',
    '123456789012345678901234567890',
    'two\nlines of acorn badge canyon dolphin ember fossil guitar',
  ])('that can be guessed is refused: %s', (given) => expect(whyTooWeak(given)).toBeTruthy());

  it('is the same however it is typed', () => {
    expect(asTyped('  Acorn  badge-CANYON ')).toBe('acorn badge canyon');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (given) => asTyped(asTyped(given)) === asTyped(given)));
  });

  it('is never worth more for being written twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), (some) => {
        const once = some.join(' ');
        return bitsOf(`${once} ${once}`) <= Math.max(bitsOf(once), new Set(some).size * 9);
      }),
    );
  });
});
