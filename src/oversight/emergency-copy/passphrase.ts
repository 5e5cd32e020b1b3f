import { words } from './words.ts';

const wordsInAPassphrase = 8;

/** Eight words of 512, drawn evenly: 72 bits. Made to be read out over a telephone and typed by a tired person. */
export function makePassphrase(): string {
  const drawn = crypto.getRandomValues(new Uint16Array(wordsInAPassphrase));
  return [...drawn].map((number) => words[number % words.length]).join(' ');
}

/** Spaces and capitals are not a part of it: it is typed at night, from paper. The reader in the file does the same. */
export const asTyped = (passphrase: string): string =>
  passphrase
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[\s-]+/g, ' ')
    .trim();

const bitsInAWord = 9;
/** Words that every sentence holds. */
const little = new Set(
  'a an and are as at be but by for from had has he her his i in is it my no not of on or our over she so that the they this to was we with you your'.split(
    ' ',
  ),
);
/** What a program that guesses passphrases must at least be put to, with 600,000 rounds for each guess. */
const leastBits = 60;

/**
 * A careful guess at the bits in a passphrase that somebody chose: a word counts nine however long it is and once however often it stands there,
 * two letters four, a little word two, a figure three, any other sign four; never more than two for each sign.
 */
export function bitsOf(passphrase: string): number {
  const typed = asTyped(passphrase);
  const all = new Set(typed.match(/\p{L}+/gu) ?? []);
  const worth = [...all].map((word) => (little.has(word) ? 2 : word.length < 3 ? 4 : bitsInAWord));
  const figures = new Set(typed.match(/\d/g) ?? []).size;
  const signs = new Set(typed.match(/[^\p{L}\d ]/gu) ?? []).size;
  return Math.min(
    worth.reduce((sum, bits) => sum + bits, figures * 3 + signs * 4),
    typed.length * 2,
  );
}

/** Why a chosen passphrase is too weak, in words; undefined: it will do. */
export function whyTooWeak(passphrase: string): string | undefined {
  if (asTyped(passphrase).length > 500) return 'The passphrase is longer than 500 characters.';
  if (/[\p{Cc}]/u.test(passphrase.trim())) return 'The passphrase must be one line.';
  const bits = bitsOf(passphrase);
  return bits >= leastBits
    ? undefined
    : `The passphrase is too easy to guess (about ${bits} bits; at least ${leastBits} are needed). Use seven or more different words that are no sentence, for example drawn from a list.`;
}
