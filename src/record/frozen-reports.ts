import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { call, orRefused, type Refused } from './call.ts';
import type { Session } from './contract.ts';
import { instant } from './rows.ts';

/** What a report was made with besides the record: with the same, the same file is made again. */
export type MadeWith = {
  readonly authority: string;
  readonly letterhead: readonly string[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly area: string }[];
};

/** An assurance report as it was given to somebody. `digest`: SHA-256 of the file; `figures`: of all that it says. */
export type FrozenReport = {
  readonly report: string;
  readonly on: LocalDate;
  readonly knownAt: string;
  readonly format: 'pdf' | 'docx';
  readonly digest: string;
  readonly figures: string;
  /** Name and post of whoever signs for it. */
  readonly signedBy: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
};
export type WholeFrozenReport = FrozenReport & { readonly bytes: Buffer; readonly madeWith: MadeWith };
export type NewFrozenReport = Pick<
  WholeFrozenReport,
  'report' | 'on' | 'knownAt' | 'format' | 'bytes' | 'figures' | 'signedBy' | 'madeWith'
>;

/** Keeps a report for ever: nobody can change it, or take it away. Refused: another role's, or of a day that is not over. Sent twice, it is kept once. */
export const freezeReport = (
  database: Database,
  session: Session,
  frozen: NewFrozenReport,
): Promise<{ readonly kind: 'frozen' } | Refused> =>
  orRefused(
    call(database, session, 'select record.freeze_report($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      frozen.report,
      frozen.on,
      frozen.knownAt,
      frozen.format,
      frozen.bytes,
      frozen.figures,
      frozen.signedBy,
      JSON.stringify(frozen.madeWith),
    ]).then(() => ({ kind: 'frozen' }) as const),
  );

const columns = [
  'report, of_day as "on", format, digest, figures, signed_by as "signedBy", frozen_by as "frozenBy"',
  instant('known_at', 'knownAt'),
  instant('frozen_at', 'frozenAt'),
].join(', ');

/** The frozen reports of the session's authority, the newest first; for those who may see the report at all. */
export const frozenReports = (database: Database, session: Session): Promise<readonly FrozenReport[]> =>
  database.transaction(session, async (sql) => (await sql.query<FrozenReport>(`select ${columns} from record.frozen_reports()`)).rows);

/** One of them with its file; undefined: there is none of that id that the session may see. */
export const frozenReport = (database: Database, session: Session, report: string): Promise<WholeFrozenReport | undefined> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<WholeFrozenReport>(
      `select ${columns}, bytes, made_with as "madeWith" from record.frozen_report_whole($1)`,
      [report],
    );
    return rows[0];
  });
