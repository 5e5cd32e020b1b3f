import { joined, placesOf, type Place } from './places.ts';

/** Somebody or something that the record knows, and that whoever asks may not be told: words, and what they are. Proposed, never taken out by themselves. */
export type Term = { readonly words: string; readonly what: string };

export type Proposal = Term & { readonly places: readonly Place[] };

const patterns: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a telephone number', pattern: /(?<![\d-])(?:\+44[ \d()-]{9,15}|0\d[\d ()-]{8,13})(?=\D|$)/gu },
  { what: 'a postcode', pattern: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gu },
  { what: 'an e-mail address', pattern: /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/gu },
];

/** What stands in a text of people and things that the record knows, and what looks like a number or an address; in the order in which they stand. */
export function proposalsIn(text: string, terms: readonly Term[], notThese: readonly string[] = []): readonly Proposal[] {
  const own = joined(notThese.flatMap((words) => placesOf(words, text)));
  const isOwn = ({ from, to }: Place): boolean => own.some((one) => one.from <= from && to <= one.to);
  const known = terms.map((term) => ({ ...term, places: placesOf(term.words, text).filter((place) => !isOwn(place)) }));
  const alike = patterns.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: found }) => {
      const place = { from: index, to: index + found.trimEnd().length };
      return isOwn(place) ? [] : [{ words: found.trim(), what, places: [place] }];
    }),
  );
  return [...known, ...alike]
    .filter(({ places }) => places.length > 0)
    .toSorted((a, b) => (a.places[0]?.from ?? 0) - (b.places[0]?.from ?? 0));
}

/** What somebody is called in a text: by all of their name, and by the first of it. */
export function termsOfName(name: string, what: string): readonly Term[] {
  const parts = name.trim().split(/\s+/);
  const [first = ''] = parts;
  const names = parts.length > 1 && first.length > 2 ? [name.trim(), first] : [name.trim()];
  return names.filter((words) => words.length > 2).map((words) => ({ words, what }));
}
