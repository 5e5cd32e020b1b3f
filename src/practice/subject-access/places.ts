/** Words of an answer by their places: from the first letter up to, not including, the last; letters as JavaScript counts them. */
export type Place = { readonly from: number; readonly to: number };

/** In order, none touching another. */
export function joined(places: readonly Place[]): readonly Place[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of places.filter((one) => one.to > one.from).toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last === undefined || from > last.to) merged.push({ from, to });
    else last.to = Math.max(last.to, to);
  }
  return merged;
}

/** `10-24 31-40`. */
export const asText = (places: readonly Place[]): string => places.map(({ from, to }) => `${from}-${to}`).join(' ');

/** What `asText` wrote; anything else is no place. */
export const fromText = (text: string): readonly Place[] =>
  [...text.matchAll(/(?:^| )(\d{1,9})-(\d{1,9})(?= |$)/g)].flatMap(([, from, to]) => {
    const place = { from: Number(from), to: Number(to) };
    return place.to > place.from ? [place] : [];
  });

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const patternOf = (words: string): RegExp =>
  new RegExp(
    words
      .trim()
      .split(/[\s-]+/)
      .map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&').replaceAll(/['’]/g, "['’]"))
      .join('[\\s\\u00a0-]+'),
    'giu',
  );

/** Every place at which these words stand as whole words, whatever their case, and whatever blank or hyphen is between them. A possessive ’s belongs to them. */
export function placesOf(words: string, text: string): readonly Place[] {
  if (words.trim() === '') return [];
  return [...text.matchAll(patternOf(words))].flatMap(({ index, 0: found }) => {
    const to = index + found.length;
    const isWhole = !(isLetter(found.at(0)) && isLetter(text[index - 1])) && !(isLetter(found.at(-1)) && isLetter(text[to]));
    return isWhole ? [{ from: index, to: /^['’]s\b/u.test(text.slice(to, to + 3)) ? to + 2 : to }] : [];
  });
}

/** The sentences and lines of an answer, by their places; together they are all of it but the blanks between them. */
export const sentencesOf = (text: string): readonly Place[] =>
  [...text.matchAll(/[^\s](?:[^\n]*?)(?:[.!?…]+['”’)]*(?=\s)|(?=\n)|$)/gu)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.trimEnd().length,
  }));

/** A text in parts: what is told, and what is not. */
export type Part<M> = { readonly words: string } | { readonly withheld: M };

/** Takes places out of a text. The words at them are in no part of what comes back. Where two overlap, the first counts. */
export function takeOut<M>(text: string, out: readonly (Place & { readonly mark: M })[]): readonly Part<M>[] {
  const parts: Part<M>[] = [];
  let at = 0;
  for (const { from, to, mark } of out.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = Math.min(to, text.length);
    if (last <= at) continue;
    const first = Math.max(from, at);
    if (first > at) parts.push({ words: text.slice(at, first) });
    if (last > first) parts.push({ withheld: mark });
    at = last;
  }
  if (at < text.length) parts.push({ words: text.slice(at) });
  return parts;
}
