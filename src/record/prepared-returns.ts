import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { call, doneOrRefused, type Done } from './call.ts';
import type { Session } from './contract.ts';
import { instant } from './rows.ts';

/** What a rule found in a return: how often, of how many children, and of how many nobody has explained it in the child’s record. */
export type RuleFound = {
  readonly code: string;
  /** `defect`: it could not be run. `notChecked`: it lacks reference data. */
  readonly level: 'error' | 'query' | 'draft' | 'defect' | 'notChecked';
  readonly findings: number;
  readonly children: number;
  readonly left: number;
  /** The rule’s own words when the return was prepared; absent of what was prepared before they were kept. */
  readonly words?: string;
};

/** With what a return was made besides the record: with the same, the same file is made again. */
export type ReturnMadeWith = {
  readonly registrations: Readonly<Record<string, string>>;
  /** Of a return that names staff and teams: how they were called then, by their ids. */
  readonly names?: {
    readonly authority: string;
    readonly members: Readonly<Record<string, string>>;
    readonly teams: Readonly<Record<string, string>>;
  };
};

export type ReturnNote = { readonly code: string; readonly reason: string; readonly by: string; readonly at: string };

/** A statutory return as it was prepared: kept as it is until its time is over (`returns-kept.ts`). `digest`: SHA-256 of its file. */
export type PreparedReturn = {
  readonly prepared: string;
  readonly return: 'cin' | 'ssda903' | 'annex-a' | 'asglb' | 'workforce-census';
  readonly year: string;
  /** The day that it is of; null of a return of a year. */
  readonly on: LocalDate | null;
  readonly knownAt: string;
  readonly digest: string;
  readonly found: readonly RuleFound[];
  readonly preparedAt: string;
  readonly preparedBy: string;
  /** In the order in which they were written: of one rule the last stands. */
  readonly notes: readonly ReturnNote[];
  /** Name and post of whoever answers for it; null: nobody has signed it. */
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly signedMember: string | null;
};
export type NewPreparedReturn = Pick<PreparedReturn, 'prepared' | 'return' | 'year' | 'on' | 'knownAt' | 'found'> & {
  readonly bytes: Buffer;
  readonly madeWith: ReturnMadeWith;
  /** What its rules found, row by row (`returns/found-rows.ts`). */
  readonly findings: Buffer;
};
export type ReturnFileMade = { readonly bytes: Buffer; readonly madeWith: ReturnMadeWith };

/** Keeps a return as it was prepared. Refused to whoever may not build one. Sent twice, it is kept once. */
export const prepareReturn = (database: Database, session: Session, one: NewPreparedReturn): Promise<Done> =>
  doneOrRefused(
    call(database, session, 'select record.prepare_return($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      one.prepared,
      one.return,
      one.year,
      one.on,
      one.knownAt,
      one.bytes,
      JSON.stringify(one.found),
      JSON.stringify(one.madeWith),
      one.findings,
    ]),
  );

/** Says why what a rule finds in it is right. Refused once it is signed. */
export const noteReturn = (
  database: Database,
  session: Session,
  prepared: string,
  note: Pick<ReturnNote, 'code' | 'reason'>,
): Promise<Done> => doneOrRefused(call(database, session, 'select record.note_return($1, $2, $3, $4)', [prepared, note.code, note.reason]));

/** Signs it, once. Refused to others than heads of service, and while something that was found is neither put right nor explained. */
export const signReturn = (database: Database, session: Session, prepared: string, signedBy: string): Promise<Done> =>
  doneOrRefused(call(database, session, 'select record.sign_return($1, $2, $3)', [prepared, signedBy]));

const columns = [
  'prepared, return, year, on_day as "on", digest, found, notes, prepared_by as "preparedBy", signed_by as "signedBy", signed_member as "signedMember"',
  instant('known_at', 'knownAt'),
  instant('prepared_at', 'preparedAt'),
  instant('signed_at', 'signedAt'),
].join(', ');

/** The prepared returns of the session’s authority, the newest first; for those who may build one. */
export const preparedReturns = (database: Database, session: Session): Promise<readonly PreparedReturn[]> =>
  database.transaction(session, async (sql) => (await sql.query<PreparedReturn>(`select ${columns} from record.prepared_returns()`)).rows);

/** The file of one of them; undefined: there is none of that id that the session may see, or its time was over and it was destroyed. */
export const fileOfReturn = (database: Database, session: Session, prepared: string): Promise<ReturnFileMade | undefined> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<ReturnFileMade>(
      'select bytes, made_with as "madeWith" from record.prepared_return_whole($1) where bytes is not null',
      [prepared],
    );
    return rows[0];
  });

/** What the rules found in it, as it was kept; undefined: nothing was (it was prepared before findings were kept), it was destroyed, or the session may not see it. */
export const findingsOfReturn = (database: Database, session: Session, prepared: string): Promise<Buffer | undefined> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ findings: Buffer | null }>('select record.prepared_return_findings($1) as findings', [prepared]);
    return rows[0]?.findings ?? undefined;
  });
