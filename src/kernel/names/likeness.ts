import { alsoCalled, nearlyAlsoCalled } from './short-names.ts';
import { soundAlike, soundsOf } from './sounds.ts';
import { withoutArticle } from './words.ts';

/** How many letters more, less, other or exchanged with their neighbour make one word of the other. */
export function slipsBetween(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isExchanged ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** How like one is the other, of 1: a word as somebody types it, and a word of a name. The reasons, best first, are the ones in the text. */
export function likeness(asked: string, word: string): number {
  if (asked === word) return 1;
  const spelt = 1 - slipsBetween(asked, word) / Math.max(asked.length, word.length);
  return Math.max(
    alsoCalled(asked).has(word) ? 0.9 : nearlyAlsoCalled(asked).has(word) ? 0.82 : 0,
    withoutArticle(asked) === undefined ? 0 : 0.95 * likeness(withoutArticle(asked) ?? asked, word),
    asked.length >= 2 && word.startsWith(asked) ? 0.84 + (0.11 * asked.length) / word.length : 0,
    asked.length === 1 && word.startsWith(asked) ? 0.6 : 0,
    soundAlike(asked, word) ? 0.5 + 0.45 * spelt : beginsAlike(asked, word) ? 0.4 + 0.45 * spelt : 0,
    0.95 * spelt,
  );
}

function beginsAlike(asked: string, word: string): boolean {
  const sounds = soundsOf(word);
  return soundsOf(asked).some((sound) => sound.length >= 3 && sounds.some((other) => other.startsWith(sound)));
}
