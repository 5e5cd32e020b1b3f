import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';

/** One thing that a data protection officer watches. `record`: the beginning of a record's number; null: of many, or of a file. */
export type Watched = {
  readonly at: string;
  readonly record: string | null;
  readonly by: string | null;
  readonly second: string | null;
  readonly dueOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
} & (
  | { readonly kind: 'copyAsked' | 'rectification'; readonly how: 'waits' | 'answered' | 'ended' }
  | { readonly kind: 'glassBroken' }
  | { readonly kind: 'destruction'; readonly how: 'waits' | 'destroyed' | 'withdrawn'; readonly told: { readonly ground: string } }
  | {
      readonly kind: 'emergencyCopy';
      readonly how: 'copy' | 'pack';
      readonly told: { readonly number: number; readonly recipient: string; readonly children: number };
    }
  | { readonly kind: 'left'; readonly how: 'subjectAccessRelease' | 'documentReleased' }
);

/** So many are told at most: what waits before what is done. */
export const mostWatched = 5_000;

/** What is watched since a day, as it stands on another, newest first; to data protection officers alone. Nobody is named whose record it is. */
export const dataProtection = (database: Database, session: Session, since: LocalDate, on: LocalDate): Promise<readonly Watched[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Watched>(
      `select kind, at, record, by_whom as by, second, due_on as "dueOn", ended_on as "endedOn", how, told from record.data_protection($1, $2)
       order by at desc, kind, record`,
      [since, on],
    );
    await logList(sql, { dataProtection: since }, 0);
    return rows;
  });
