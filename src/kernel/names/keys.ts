import { alsoCalled, nearlyAlsoCalled } from './short-names.ts';
import { soundsOf } from './sounds.ts';
import { withoutArticle } from './words.ts';

/*
 * A name is found by equality with keys that are kept for each of its words, so that any index will do: "=" the word itself, "~" how it sounds, "-" the word with
 * a letter left out, "?" a sound with a letter left out. Two words are one slip of the keyboard apart (a letter more, less, another, or two that changed places)
 * when leaving out a letter of each can make them the same.
 */

/** Raised with every change in what a name is found by: what is stored is then derived again. */
export const keysVersion = 4;

const shortest = 4;

/** The word, and what is left of it without one of its letters; of a short word, where that would leave what many have, none. */
function withoutOne(word: string): readonly string[] {
  if (word.length < shortest) return [];
  return [...new Set([word, ...Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1))])];
}

const marked = (mark: string, words: readonly string[]): readonly string[] => words.map((word) => mark + word);

/** All keys that are kept for a word of somebody's name. */
export function keysOf(word: string): readonly string[] {
  const sounds = soundsOf(word);
  return [`=${word}`, ...marked('~', sounds), ...marked('-', withoutOne(word)), ...new Set(marked('?', sounds.flatMap(withoutOne)))];
}

/** A key by which a word is looked for. `weight`: how much it counts, of 100. `begins`: all keys that begin so. */
export type Sought = { readonly key: string; readonly weight: number; readonly begins?: true };

/** How much each way of being found counts before those who are found are compared in full (see `record/search/ranking.ts`). */
const weights = {
  itself: 100,
  alsoCalled: 88,
  article: 82,
  begins: 80,
  nearlyAlsoCalled: 72,
  sounds: 70,
  articleSounds: 68,
  part: 66,
  slip: 65,
  beginsLike: 55,
  soundsNearly: 45,
} as const;

/** What of a name is left away as often as not: Brien, Donagh. */
const before = ['o', 'mc', 'mac'] as const;

/** Two words of a name may be typed as one: Lilymae. Each may be one of its ends. */
const ends = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 6) }, (_, n) => [word.slice(0, n + 4), word.slice(n + 3)]).flat();

/** A word that is typed may be one of those of which a letter was left out, however short it is. */
const ofSlips = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => (word.length === shortest - 1 ? [word] : withoutOne(word)));

/** Of a long word the beginning is heard, and the end guessed: Featherstonehaugh. */
const [long, end] = [10, 4] as const;

/** By what a word that somebody types is looked for: it may not be finished, nor spelt as the one meant. */
export function soughtBy(word: string): readonly Sought[] {
  const sounds = soundsOf(word);
  const isLong = word.length >= shortest;
  const bare = withoutArticle(word);
  const as = (weight: number, keys: readonly string[]): readonly Sought[] => keys.map((key) => ({ key, weight }));
  const beginning = (weight: number, keys: readonly string[]): readonly Sought[] => keys.map((key) => ({ key, weight, begins: true }));
  return [
    ...as(weights.itself, [`=${word}`]),
    ...as(weights.alsoCalled, marked('=', [...alsoCalled(word)])),
    ...beginning(weights.begins, word.length >= 3 ? [`=${word}`] : []),
    ...beginning(weights.beginsLike, word.length >= long ? [`=${word.slice(0, -end)}`] : []),
    ...as(weights.sounds, marked('~', sounds)),
    ...as(weights.part, marked('=', ends(word))),
    ...as(weights.nearlyAlsoCalled, marked('=', [...nearlyAlsoCalled(word)])),
    ...(bare === undefined ? [] : [...as(weights.article, [`=${bare}`]), ...as(weights.articleSounds, marked('~', soundsOf(bare)))]),
    ...(isLong
      ? as(
          weights.part,
          before.map((each) => `=${each}${word}`),
        )
      : []),
    ...as(weights.slip, marked('-', ofSlips([word]))),
    ...beginning(
      weights.beginsLike,
      isLong
        ? marked(
            '~',
            sounds.filter((sound) => sound.length >= 3),
          )
        : [],
    ),
    ...as(weights.soundsNearly, [...new Set(marked('?', ofSlips(sounds)))]),
  ];
}
