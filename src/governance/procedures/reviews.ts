import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Chapter } from './chapter.ts';

/** Chapters read by whoever owns them, whether or not a word was changed. */
export type Review = {
  readonly on: LocalDate;
  /** Addresses of chapters, or `all`. */
  readonly chapters: readonly string[];
  readonly by: string;
  readonly found: string;
  readonly nextBy: LocalDate;
};

type Reviewed = { readonly reviews: readonly Review[] };

/** Four weeks before it is due, its owner is reminded. */
const notice = 28;

/** By when a chapter is to be read again, as known on a day: by its latest review since it was written, else as it says itself. */
export function reviewDue({ reviews }: Reviewed, { id, file, reviewBy }: Chapter, today: LocalDate): LocalDate {
  const [writtenOn = ''] = file.split('/');
  const [latest] = reviews
    .filter(({ on, chapters }) => on <= today && on >= writtenOn && (chapters.includes(id) || chapters.includes('all')))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return latest?.nextBy ?? reviewBy;
}

export type Due = { readonly chapter: Chapter; readonly by: LocalDate };

/** The chapters that are to be read again within four weeks, or should have been; the longest overdue first. */
export const reviewsDue = (manual: Reviewed, chapters: readonly Chapter[], today: LocalDate): readonly Due[] =>
  chapters
    .map((chapter) => ({ chapter, by: reviewDue(manual, chapter, today) }))
    .filter(({ by }) => by <= addDays(today, notice))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1));
