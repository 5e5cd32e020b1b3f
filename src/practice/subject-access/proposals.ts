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
  const isWithin = (places: readonly Place[], { from, to }: Place): boolean => places.some((one) => one.from <= from && to <= one.to);
  const isOwn = (place: Place): boolean => isWithin(own, place);
  const found: Proposal[] = [];
  // A first name within the whole name is not found twice.
  for (const term of terms.toSorted((a, b) => b.words.length - a.words.length)) {
    const longer = found.flatMap(({ places }) => places);
    found.push({ ...term, places: placesOf(term.words, text).filter((place) => !isOwn(place) && !isWithin(longer, place)) });
  }
  const alike = patterns.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: match }) => {
      const place = { from: index, to: index + match.trimEnd().length };
      return isOwn(place) ? [] : [{ words: match.trim(), what, places: [place] }];
    }),
  );
  return [...found, ...alike]
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
