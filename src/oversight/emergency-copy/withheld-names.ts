/** What stands where a restricted child's name stood. */
export const withheld = '[name withheld]';

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Without accents, as the database compares. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');

/** As somebody may have typed it: Bobby, bobby, BOBBY. */
function formsOf(typed: string): readonly string[] {
  const bare = plain(typed);
  const small = bare.toLowerCase();
  return [bare, small, bare.toUpperCase(), small.charAt(0).toUpperCase() + small.slice(1)];
}

/** Every word in these texts, in every form in which a name may be written. */
export const wordsIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (text.match(word) ?? []).flatMap(formsOf))),
];

/** The text without these names; names that stand side by side are withheld as one. */
export function withoutNames(text: string, names: ReadonlySet<string>): string {
  if (names.size === 0) return text;
  const without = text.replaceAll(word, (typed) => (formsOf(typed).some((form) => names.has(form)) ? withheld : typed));
  return without.replaceAll(/\[name withheld\](?:['’ -]+\[name withheld\])+/g, withheld);
}
