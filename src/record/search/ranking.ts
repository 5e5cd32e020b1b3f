import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { likeness } from '../../kernel/names/likeness.ts';
import { nameWords } from '../../kernel/names/words.ts';
import type { Asked } from './asked.ts';

/*
 * The order in which people are shown who may be the one looked for. It is said here and nowhere else:
 *  1. how like the words asked for are to words of one name of theirs, on average: the same, a short name, the beginning, what sounds alike, a slip
 *     (`kernel/names/likeness.ts`); each word of the name answers for one word asked for;
 *  2. when a date of birth is asked for, that it is theirs counts as much as a word; exchanged figures and a day or year beside count less;
 *  3. a little less for words of the name that nobody asked for, for another order, and for a name of before;
 *  4. of those who are alike in all this, people with open work come first, then by name.
 */
export type Candidate = {
  readonly person: string;
  /** Today's first. */
  readonly names: readonly string[];
  readonly bornOn?: LocalDate | undefined;
  readonly isOpen: boolean;
};

const unasked = 0.03;
const otherOrder = 0.01;
const formerName = 0.02;

type Match = { readonly asked: number; readonly word: number; readonly like: number };
type Liken = (asked: string, word: string) => number;

/** Of those found many bear the same words: each is compared once in a search. */
function remembered(liken: Liken): Liken {
  const known = new Map<string, number>();
  return (asked, word) => {
    const key = `${asked} ${word}`;
    const like = known.get(key) ?? liken(asked, word);
    known.set(key, like);
    return like;
  };
}

/** Each word asked for with the word of the name that is most like it, none twice; the best pairs first. */
function pairUp(asked: readonly string[], words: readonly string[], liken: Liken): readonly Match[] {
  const all = asked.flatMap((one, n) => words.map((word, m): Match => ({ asked: n, word: m, like: liken(one, word) })));
  const [usedAsked, usedWords, pairs] = [new Set<number>(), new Set<number>(), new Array<Match>()];
  for (const pair of all.toSorted((a, b) => b.like - a.like)) {
    if (usedAsked.has(pair.asked) || usedWords.has(pair.word)) continue;
    usedAsked.add(pair.asked);
    usedWords.add(pair.word);
    pairs.push(pair);
  }
  return pairs;
}

/** Two words that are one in the name, or one that is two, are tried as such too. */
function spellings(asked: readonly string[], words: readonly string[]): readonly (readonly string[])[] {
  const joined = asked.slice(1).map((word, n) => [...asked.slice(0, n), `${asked[n]}${word}`, ...asked.slice(n + 2)]);
  const parted = asked.flatMap((one, n) =>
    words.flatMap((word) =>
      one.length > word.length && one.startsWith(word) ? [[...asked.slice(0, n), word, one.slice(word.length), ...asked.slice(n + 1)]] : [],
    ),
  );
  return [asked, ...joined, ...parted];
}

function likenessOfNames(asked: readonly string[], name: string, liken: Liken): number {
  const words = nameWords(name);
  const tried = spellings(asked, words).map((spelling) => {
    const pairs = pairUp(spelling, words, liken);
    const inOrder = pairs.toSorted((a, b) => a.asked - b.asked);
    const isReordered = inOrder.some(({ word }, n) => word < (inOrder[n - 1]?.word ?? 0));
    const like = pairs.reduce((sum, pair) => sum + pair.like, 0) / spelling.length;
    return like - unasked * Math.max(0, words.length - pairs.length) - (isReordered ? otherOrder : 0);
  });
  return Math.max(...tried);
}

/** How like somebody is to the one looked for; of 1. */
export function likenessTo({ words, days, between }: Asked, { names, bornOn }: Candidate, liken: Liken = likeness): number {
  const asked = words.map(({ word }) => word);
  const byName =
    asked.length === 0 ? 1 : Math.max(...names.map((name, n) => likenessOfNames(asked, name, liken) - (n === 0 ? 0 : formerName)), 0);
  if (days.length === 0 && between === undefined) return byName;
  const weight = days.find(({ on }) => on === bornOn)?.weight ?? 0;
  const isBetween = bornOn !== undefined && between !== undefined && bornOn >= between.from && bornOn <= between.until;
  const byBirth = days.length === 0 ? Number(isBetween) : weight / 100;
  return (byName * asked.length + byBirth) / (asked.length + 1);
}

/** Most like first. */
export function inOrder<C extends Candidate>(asked: Asked, candidates: readonly C[]): readonly C[] {
  const liken = remembered(likeness);
  const judged = candidates.map((candidate) => ({ candidate, like: Math.round(likenessTo(asked, candidate, liken) * 1000) }));
  const order = new Intl.Collator('en-GB');
  return judged
    .toSorted(
      (a, b) =>
        b.like - a.like ||
        Number(b.candidate.isOpen) - Number(a.candidate.isOpen) ||
        order.compare(a.candidate.names[0] ?? '', b.candidate.names[0] ?? ''),
    )
    .map(({ candidate }) => candidate);
}
