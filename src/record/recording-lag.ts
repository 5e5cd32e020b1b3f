import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';

/** How long after it happened things were recorded: of a team, of a step, or of a day of recording; of five people at least. */
export type RecordingLag = {
  readonly kind: 'team' | 'step' | 'day';
  readonly team: string | null;
  readonly step: string | null;
  readonly day: LocalDate | null;
  readonly entries: number;
  /** On the day or the next; within seven days; within twenty-eight; later. */
  readonly prompt: number;
  readonly withinWeek: number;
  readonly withinMonth: number;
  readonly later: number;
  readonly lagDays: number;
};

/** What was recorded here since an instant, of these steps; a manager is told of their own teams. */
export const recordingLag = (
  database: Database,
  session: Session,
  since: string,
  steps: readonly string[],
): Promise<readonly RecordingLag[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<RecordingLag>(
      `select kind, team, step, day, entries, prompt, within_week as "withinWeek", within_month as "withinMonth", later, lag_days as "lagDays"
       from record.recording_lag($1, $2) order by kind, day, team, step`,
      [since, steps],
    );
    await logList(sql, { recordingLag: since }, 0);
    return rows;
  });
