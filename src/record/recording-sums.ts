import { date, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Client, Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { asOwnerOf } from './verify.ts';

/** What forms cost whoever recorded them, summed: questions, seconds of typing, sittings, days from the event to the record, minutes of direct contact. */
export type RecordingCost = {
  readonly forms: number;
  readonly shown: number;
  readonly answered: number;
  readonly mandatory: number;
  readonly prefilled: number;
  readonly corrected: number;
  readonly rekeyed: number;
  readonly seconds: number;
  readonly sittings: number;
  /** Forms that are of a day; of these, how many days after it they were recorded, and how many of them on it or on the next. */
  readonly dated: number;
  readonly lagDays: number;
  readonly prompt: number;
  readonly contactMinutes: number;
};

/** `team` absent: of people who work in several teams or in none. `week`: any day of it. */
export type RecordingSum = RecordingCost & {
  readonly week: LocalDate;
  readonly team?: string | undefined;
  readonly step: string;
  readonly wording: string;
};

/** One week, over, of one team or (`team` absent) of the whole service: of `people`, five at least. */
export type ToldWeek = RecordingCost & { readonly week: LocalDate; readonly team: string | undefined; readonly people: number };
/** Four weeks, over, from this Monday on: one step as it was worded. */
export type ToldStep = RecordingCost & {
  readonly week: LocalDate;
  readonly step: string;
  readonly wording: string;
  readonly people: number;
};
/** Of the answers to one question recorded in four weeks, those whose record nobody but the writer opened within 90 days. */
export type ToldQuestion = {
  readonly week: LocalDate;
  readonly step: string;
  readonly field: string;
  readonly answers: number;
  readonly unread: number;
};

/** As the whole service is called where teams are. */
const wholeService = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const columns =
  'forms, shown, answered, mandatory, prefilled, corrected, rekeyed, seconds, sittings, lag_days as "lagDays", prompt, contact_minutes as "contactMinutes", dated';

/** Adds to what is held of weeks that are not over, which nobody reads; in a transaction of the owner's. */
export async function addSumsIn(sql: Client, authority: number, sums: readonly RecordingSum[]): Promise<void> {
  if (sums.length > 0) await sql.query('select record.add_recording($1, $2)', [authority, JSON.stringify(sums)]);
}

export const addSums = (owner: Database, authority: number, sums: readonly RecordingSum[]): Promise<void> =>
  asOwnerOf(owner, authority, (sql) => addSumsIn(sql, authority, sums));

/** Closes the weeks that are over: what fewer than five people did goes. @returns how many there were */
export const closeWeeks = (owner: Database, authority: number): Promise<number> =>
  asOwnerOf(owner, authority, async (sql) => {
    const { rows } = await sql.query<{ closed: number }>('select record.close_recording($1) as closed', [authority]);
    return rows[0]?.closed ?? 0;
  });

type Row<T extends { readonly week: LocalDate }> = Omit<T, 'week'> & { readonly week: string };
const dated = <T extends { readonly week: string }>(row: T) => ({ ...row, week: date(row.week) });

/** What this session may be told of the weeks from a day on, the oldest first. */
export function toldWeeks(database: Database, session: Session, since: LocalDate): Promise<readonly ToldWeek[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row<ToldWeek>>(
      `select week, nullif(team, $3) as team, people, ${columns} from record.recording_week where authority = $1 and week >= $2 order by week, team`,
      [session.authority, since, wholeService],
    );
    return rows.map((row) => ({ ...dated(row), team: row.team ?? undefined }));
  });
}

/** The latest four weeks that are over, step by step. */
export function toldSteps(database: Database, session: Session): Promise<readonly ToldStep[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row<ToldStep>>(
      `select week, step, wording, people, ${columns} from record.recording_period
       where authority = $1 and week = (select max(week) from record.recording_period where authority = $1 and is_over) order by step, wording`,
      [session.authority],
    );
    return rows.map(dated);
  });
}

/** The latest four weeks of which it is known what was read. */
export function toldQuestions(database: Database, session: Session): Promise<readonly ToldQuestion[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row<ToldQuestion>>(
      `select week, step, field, answers, unread from record.recording_read
       where authority = $1 and week = (select max(week) from record.recording_read where authority = $1) order by step, field`,
      [session.authority],
    );
    return rows.map(dated);
  });
}
