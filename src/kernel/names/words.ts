/** Letters that taking the marks off does not make plain. */
const plain: Readonly<Record<string, string>> = { ł: 'l', ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' };

/** Written apart or joined, it is one name with what follows: O’Neill, Mc Donald, St John. */
const joined: ReadonlySet<string> = new Set(['o', 'mc', 'mac', 'st']);
/** Of a name, and no name: who asks leaves them out as often as not. */
const between: ReadonlySet<string> = new Set([
  'al',
  'el',
  'ul',
  'ur',
  'ud',
  'as',
  'bin',
  'ibn',
  'bint',
  'ap',
  'ab',
  'ferch',
  'de',
  'da',
  'do',
  'dos',
  'di',
  'la',
  'van',
  'von',
  'der',
  'den',
  'y',
  'e',
]);

/** Small letters without marks; an apostrophe joins, whatever else is no letter parts. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`´ʼʻ]/gu, '')
    .replaceAll(/[łßøæœđðþıħ]/g, (letter) => plain[letter] ?? letter)
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** The words by which a name is found, in their order, each once: without marks, apostrophes, hyphens and what only stands between. */
export function nameWords(name: string): readonly string[] {
  const parts = plainLetters(name)
    .split(' ')
    .filter((part) => part !== '');
  const words: string[] = [];
  for (let n = 0; n < parts.length; n += 1) {
    const [part = '', next] = [parts[n], parts[n + 1]];
    if (joined.has(part) && next !== undefined) {
      words.push(part + next);
      n += 1;
    } else words.push(part);
  }
  const telling = words.filter((word) => !between.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** Joined to an Arabic article the name begins later: Alhashimi. Undefined: it has none. */
export const withoutArticle = (word: string): string | undefined => (/^[aeu]l.{4}/.test(word) ? word.slice(2) : undefined);
