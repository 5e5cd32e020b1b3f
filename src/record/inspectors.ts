import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { doneOrRefused, type Done } from './call.ts';
import type { Session } from './contract.ts';

export type Weeks = { readonly from: LocalDate; readonly to: LocalDate };

/** An inspector's account, with the first and the last day of its weeks; absent: it is closed. */
export type Inspector = {
  readonly member: string;
  readonly name: string;
  readonly weeks?: Weeks;
};

/** A record that an inspector has opened. */
export type Inspected = { readonly member: string; readonly person: string; readonly openedAt: string; readonly reason: string };

/** So many are told at once. */
export const mostInspected = 500;

export type Inspecting = {
  /** Inspectors, and what they have opened, the latest first: for heads of service; to an inspector, their own; nothing to anybody else. */
  readonly inspectors: (session: Session) => Promise<{ readonly inspectors: readonly Inspector[]; readonly opened: readonly Inspected[] }>;
  /** Lets an inspector in from one day to another, or ends it. Refused: the session is no head of service, it is no inspector's account, or the days are too many. */
  readonly letInspect: (session: Session, member: string, weeks?: Weeks) => Promise<Done>;
};

export const inspecting = (database: Database): Inspecting => ({
  inspectors: (session) => inspectors(database, session),
  letInspect: (session, member, weeks) => letInspect(database, session, member, weeks),
});

const inspectors = (
  database: Database,
  session: Session,
): Promise<{ readonly inspectors: readonly Inspector[]; readonly opened: readonly Inspected[] }> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ member: string; name: string; opens: LocalDate | null; closes: LocalDate | null }>(
      'select member, name, opens_on as opens, closes_on as closes from record.inspectors()',
    );
    const opened = await sql.query<{ member: string; person: string; at: string; reason: string }>(
      'select member, person, opened_at::text as at, reason from record.inspected()',
    );
    return {
      inspectors: rows.map(({ member, name, opens, closes }) => ({
        member,
        name,
        ...(opens === null || closes === null ? {} : { weeks: { from: opens, to: closes } }),
      })),
      opened: opened.rows.map(({ member, person, at, reason }) => ({ member, person, openedAt: at, reason })),
    };
  });

const letInspect = (database: Database, session: Session, member: string, weeks?: Weeks): Promise<Done> =>
  doneOrRefused(
    database.transaction(session, (sql) =>
      sql.query('select record.let_inspect($1, $2, $3)', [member, weeks?.from ?? null, weeks?.to ?? null]),
    ),
  );
