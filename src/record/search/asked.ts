import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { soughtBy, type Sought } from '../../kernel/names/keys.ts';
import { nameWords } from '../../kernel/names/words.ts';
import { datesIn, type Between, type MayBeBorn } from './dates.ts';

/** What somebody looks for, understood: words of a name, each with what it is looked for by, and when the person may have been born. */
export type Asked = {
  readonly words: readonly { readonly word: string; readonly by: readonly Sought[] }[];
  readonly days: readonly MayBeBorn[];
  readonly between?: Between;
};

/** More words than this narrow nothing. */
const mostWords = 5;

export function understandSearch(text: string, today: LocalDate): Asked {
  const { days, between, rest } = datesIn(text, today);
  const words = nameWords(rest).slice(0, mostWords);
  return { words: words.map((word) => ({ word, by: soughtBy(word) })), days, ...(between === undefined ? {} : { between }) };
}

/** Nothing to look for: no name, and no day. Of a year alone thousands were born. */
export const asksNothing = ({ words, days }: Asked): boolean => days.length === 0 && words.length === 0;

const shortestHalf = 3;

/** A word that may be two of a name written as one: Smithjones. */
const halves = (word: string, n: number): readonly object[] =>
  Array.from({ length: Math.max(0, word.length - 2 * shortestHalf + 1) }, (_, at) => ({
    n,
    word: word.slice(0, at + shortestHalf),
    beside: word.slice(at + shortestHalf),
  }));

/** As `record.search` takes it. */
export function asSent({ words, days, between }: Asked): object {
  const given = words.map(({ word }) => word);
  return {
    words,
    split: given.flatMap(halves),
    whole: given.slice(1).map((word, n) => ({ from: n, to: n + 1, word: `${given[n]}${word}` })),
    days,
    ...between,
  };
}
