import { sectionsIn, type Edition, type Manual, type NationalChange, type SectionAt } from './manual.ts';
import type { Chapter, Section } from './chapter.ts';
import { limitsTold } from './limits-told.ts';
import { textOf } from './prose.ts';

/** What became of a section from one edition to the next. */
export type Amended = {
  readonly what: 'new' | 'amended' | 'withdrawn';
  readonly chapter: Chapter;
  readonly title: string;
  readonly section: string;
  /** What no longer stands, and what stands in its place. */
  readonly was: readonly string[];
  readonly now: readonly string[];
  /** The changes in law or guidance that led to it. */
  readonly because: readonly NationalChange[];
};

/** What an edition changed in the one before it, of the chapters of both that are given: words, and limits that the law changed meanwhile. */
export function amendedBy(
  edition: Edition,
  before: Edition,
  { changes }: Manual,
  isShown: (chapter: Chapter) => boolean,
): readonly Amended[] {
  const [now, was] = [told(edition, isShown), told(before, isShown)];
  const ids = [...new Set([...now.keys(), ...was.keys()])];
  return ids.flatMap((id) => amended(was.get(id), now.get(id), causes(changes, edition, id)));
}

type Told = SectionAt & { readonly texts: readonly string[] };

const told = (edition: Edition, isShown: (chapter: Chapter) => boolean): ReadonlyMap<string, Told> =>
  new Map(
    sectionsIn(edition.chapters.filter(isShown)).map((one) => [
      `${one.chapter.id}#${one.section.id}`,
      { ...one, texts: textsOf(one.section, edition) },
    ]),
  );

const textsOf = (section: Section, edition: Edition): readonly string[] => [
  section.title,
  ...section.blocks.map((block) => textOf([block])),
  ...limitsTold(section, edition).map(({ title, within, whose }) => `${title}: ${within}. ${whose}`),
];

/** The national changes that an edition answers, of one section or its whole chapter. */
const causes = (changes: readonly NationalChange[], { on }: Edition, id: string): readonly NationalChange[] =>
  changes.filter(
    ({ edition, sections }) =>
      edition === on &&
      sections.some(({ chapter, section }) => (section === undefined ? id.startsWith(`${chapter}#`) : id === `${chapter}#${section}`)),
  );

function amended(was: Told | undefined, now: Told | undefined, because: readonly NationalChange[]): readonly Amended[] {
  const shown = now ?? was;
  if (shown === undefined) return [];
  const [before, after] = [was?.texts ?? [], now?.texts ?? []];
  const change = { was: before.filter((text) => !after.includes(text)), now: after.filter((text) => !before.includes(text)) };
  if (was !== undefined && now !== undefined && change.was.length + change.now.length === 0) return [];
  const what = was === undefined ? 'new' : now === undefined ? 'withdrawn' : 'amended';
  return [{ what, chapter: shown.chapter, title: shown.section.title, section: shown.section.id, ...change, because }];
}
