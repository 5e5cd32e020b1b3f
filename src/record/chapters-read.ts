import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';

/** That a member of staff has read a chapter: by the file of the chapter, in the edition of a day. */
export type ChapterRead = { readonly member: string; readonly file: string; readonly edition: LocalDate; readonly readOn: LocalDate };

/** What the session itself has read of the procedures, and whoever it supervises. */
export const chaptersRead = (database: Database, session: Session): Promise<readonly ChapterRead[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<ChapterRead>('select member, file, edition, read_on as "readOn" from record.chapters_read()');
    await logList(sql, { chaptersRead: 'of those supervised' }, 0);
    return rows;
  });
