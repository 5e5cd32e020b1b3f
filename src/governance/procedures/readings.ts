import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { practitionersAndLeads, type Role } from '../../kernel/step/permission.ts';
import type { Chapter } from './chapter.ts';

/** The first day of the edition in which a chapter was last written: who has read it since then need not read it again. */
export const writtenIn = ({ file }: Pick<Chapter, 'file'>): LocalDate => date(file.split('/')[0] ?? '');

/** A chapter for staff is read by those it is for, one for every agency by everybody who works with children. */
export const owesReading = ({ readers }: Pick<Chapter, 'readers'>, roles: readonly Role[]): boolean =>
  roles.some((role) => (readers === 'everybody' ? practitionersAndLeads : readers).some((one) => one === role));

/** That somebody has read a chapter, in the edition of a day. */
export type Reading = { readonly member: string; readonly chapter: string; readonly edition: LocalDate };

const hasRead = (chapter: Chapter, member: string, readings: readonly Reading[]): boolean =>
  readings.some((one) => one.member === member && one.chapter === chapter.id && one.edition >= writtenIn(chapter));

/** Local standard: a chapter that is new or amended is read within four weeks. */
export const readBy = (chapter: Chapter): LocalDate => addDays(writtenIn(chapter), 28);

type Reader = { readonly id: string; readonly roles: readonly Role[] };

/** What a member of staff has yet to read as it now stands; the longest waiting first. */
export const unreadBy = (chapters: readonly Chapter[], { id, roles }: Reader, readings: readonly Reading[]): readonly Chapter[] =>
  chapters
    .filter((chapter) => owesReading(chapter, roles) && !hasRead(chapter, id, readings))
    .toSorted((a, b) => (writtenIn(a) < writtenIn(b) ? -1 : writtenIn(a) > writtenIn(b) ? 1 : 0));

/** Of a chapter: how many should have read it as it stands, and who of them has not. */
export type ChapterReadings = { readonly chapter: Chapter; readonly owed: number; readonly unread: readonly string[] };

export const readingsOf = (
  chapters: readonly Chapter[],
  readers: readonly Reader[],
  readings: readonly Reading[],
): readonly ChapterReadings[] =>
  chapters.map((chapter) => {
    const owing = readers.filter(({ roles }) => owesReading(chapter, roles));
    return { chapter, owed: owing.length, unread: owing.filter(({ id }) => !hasRead(chapter, id, readings)).map(({ id }) => id) };
  });
