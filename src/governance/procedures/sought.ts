import { textOf } from './prose.ts';
import { sectionsIn, type SectionAt } from './manual.ts';
import type { Chapter } from './chapter.ts';

export type Found = SectionAt & {
  /** Some of the words around the first of those sought. */
  readonly excerpt: string;
};

const plain = (text: string): string => text.toLowerCase().replaceAll('’', "'");

/** The sections that hold every word, those first that hold most of them in the heading. */
export function soughtIn(chapters: readonly Chapter[], asked: string): readonly Found[] {
  const words = plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return sectionsIn(chapters)
    .map((one) => ({ ...one, text: textOf(one.section.blocks), head: plain(`${one.section.title} ${one.chapter.title}`) }))
    .filter(({ text, head }) => words.every((word) => head.includes(word) || plain(text).includes(word)))
    .map(({ chapter, section, text, head }) => ({
      chapter,
      section,
      excerpt: excerptOf(text, words),
      inHead: words.filter((word) => head.includes(word)).length,
    }))
    .toSorted((a, b) => b.inHead - a.inHead);
}

const around = 90;

/** Whole words on either side of the first that is found; from the beginning where it stands in the heading only. */
function excerptOf(text: string, words: readonly string[]): string {
  const at = Math.max(0, Math.min(...words.map((word) => plain(text).indexOf(word)).filter((place) => place >= 0), text.length));
  const from = at === text.length || at <= around ? 0 : text.indexOf(' ', at - around) + 1;
  const cut = text.slice(from, from + 2 * around);
  const end = from + cut.length >= text.length ? '' : ' …';
  return `${from === 0 ? '' : '… '}${end === '' ? cut : cut.slice(0, cut.lastIndexOf(' '))}${end}`;
}
