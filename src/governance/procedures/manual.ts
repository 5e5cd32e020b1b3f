import { dayInEngland, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Role } from '../../kernel/step/permission.ts';
import type { Chapter, Section } from './chapter.ts';
import type { Review } from './reviews.ts';

/** The manual as it stood from one day to the next edition's. */
export type Edition = {
  /** The first day on which it is in force; also its address. */
  readonly on: LocalDate;
  /** The day before the next one; absent: it is the latest. */
  readonly until?: LocalDate;
  readonly approvedOn: LocalDate;
  readonly approvedBy: string;
  readonly because: string;
  readonly chapters: readonly Chapter[];
};

/** A change of law or guidance, what was decided on it, and the edition that it led to. */
export type NationalChange = {
  readonly change: string;
  readonly source: string;
  readonly published: string;
  readonly decision: string;
  readonly decidedOn: LocalDate;
  /** Absent: nothing was amended. */
  readonly edition?: LocalDate;
  readonly sections: readonly Place[];
};

/** `child-protection#core-group`; without a section: the whole chapter. */
export type Place = { readonly chapter: string; readonly section?: string };

export type Manual = {
  /** The latest first. */
  readonly editions: readonly Edition[];
  readonly changes: readonly NationalChange[];
  readonly reviews: readonly Review[];
};

/** The edition in force on a day. Undefined: before the first. */
export const editionOn = ({ editions }: Manual, day: LocalDate): Edition | undefined => editions.find(({ on }) => on <= day);

/** The edition in force at the instant at which something was recorded: found by the date, stored nowhere. */
export const editionWhen = (manual: Manual, recordedAt: string): Edition | undefined =>
  editionOn(manual, dayInEngland(new Date(recordedAt)));

export const mayRead = ({ readers }: Pick<Chapter, 'readers'>, roles: readonly Role[]): boolean =>
  readers === 'everybody' || roles.some((role) => readers.includes(role));

/** What somebody may read of an edition; nobody's roles: what is public. */
export const chaptersFor = ({ chapters }: Edition, roles: readonly Role[]): readonly Chapter[] =>
  chapters.filter((chapter) => mayRead(chapter, roles));

export type SectionAt = { readonly chapter: Chapter; readonly section: Section };

export const sectionsIn = (chapters: readonly Chapter[]): readonly SectionAt[] =>
  chapters.flatMap((chapter) => chapter.sections.map((section) => ({ chapter, section })));

/** Where a step is told, of what somebody may read. */
export const sectionsOf = (step: string, edition: Edition, roles: readonly Role[]): readonly SectionAt[] =>
  sectionsIn(chaptersFor(edition, roles)).filter(({ section }) => section.steps.includes(step));
