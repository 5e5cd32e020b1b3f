import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';

/** What a step begins (`stage`) or ends (absent) for a child: care is before a plan, a plan before other work, that before the door. `field`, `of`: only where the answer is one of these; `unless`: is none of these. */
export type Turn = {
  readonly layer: 'care' | 'plan' | 'base' | 'door';
  readonly stage?: string;
  readonly field?: string;
  readonly of?: readonly string[];
  readonly unless?: readonly string[];
};

/** Which stages there are, by step, and which limits are told of. */
export type StagesAsked = { readonly stages: Readonly<Record<string, readonly Turn[]>>; readonly rules: readonly string[] };

/**
 * One sum; what its numbers are depends on `kind`, as `record.stage_sums` says it. Of a load `stage` is a team without its name, `entered` how much of a full-time
 * post its workers lack in 100 (100: away for long), `next` to how much of the usual their caseload is protected.
 */
export type StageSum = {
  readonly kind: 'arrival' | 'hour' | 'spell' | 'open' | 'clock' | 'load';
  readonly stage: string | null;
  readonly next: string | null;
  readonly day: LocalDate | null;
  readonly entered: number;
  readonly days: number;
  readonly n: number;
};

/** How the service went from a day to another, in sums: for heads of service and analysts, nothing to anybody else. Restricted children are counted. */
export const stageSums = (
  database: Database,
  session: Session,
  { since, until }: { readonly since: LocalDate; readonly until: LocalDate },
  { stages, rules }: StagesAsked,
): Promise<readonly StageSum[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<StageSum>(
      'select kind, stage, next, day, entered, days, n from record.stage_sums($1, $2, $3, $4) order by kind, stage, next, day, entered, days',
      [since, until, JSON.stringify(stages), rules],
    );
    await logList(sql, { stageSums: { since, until } }, 0);
    return rows;
  });

/** One moment of a period of care, of a child who is known by a number of this answer alone. */
export type CareRow = {
  readonly child: number;
  /** The first of the month of birth. */
  readonly born: LocalDate;
  readonly step: 'periodOfCare' | 'placement' | 'periodOfCareEnd';
  readonly happenedOn: LocalDate;
  /** Of a placement, as in the return; of a period `earlier` where it had begun before the record did. */
  readonly kind: string | null;
};

/** Periods of care and placements of whoever has been looked after since a day, each child's in order: for heads of service and analysts, nothing to anybody else. */
export const careHistory = (
  database: Database,
  session: Session,
  { since, until }: { readonly since: LocalDate; readonly until: LocalDate },
): Promise<readonly CareRow[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<CareRow>(
      'select child, born, step, happened_on as "happenedOn", kind from record.care_history($1, $2)',
      [since, until],
    );
    await logList(sql, { careHistory: { since, until } }, 0);
    return rows;
  });
