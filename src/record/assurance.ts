import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { instant } from './rows.ts';

/** So many of so many, of one team (absent: of children of none, or of the whole service) as known at an instant. `apart`: of whom it cannot be said. */
export type AssuredFigure = {
  readonly at: string;
  readonly figure: string;
  readonly team: string | undefined;
  readonly n: number;
  readonly among: number;
  readonly apart: number;
};

/** Which limits are a review or a visit of whom, and which steps are written down on their day. */
export type Assuring = { readonly rules: Readonly<Record<string, readonly string[]>>; readonly steps: readonly string[] };

const nobody = '00000000-0000-0000-0000-000000000000';
type Row = Omit<AssuredFigure, 'team'> & { readonly team: string };

/** The figures of the assurance report at several instants, for sessions whose lists are of the whole service; anybody else is given none. Restricted children are counted. */
export function assuredFigures(
  database: Database,
  session: Session,
  instants: readonly string[],
  asked: Assuring,
): Promise<readonly AssuredFigure[]> {
  return figuresBy('assured_figures', database, session, instants, asked);
}

/** The day on which anything was first recorded, for sessions whose lists are of the whole service; undefined: nothing has been. */
export function recordedSince(database: Database, session: Session): Promise<LocalDate | undefined> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ since: LocalDate | null }>('select record.recorded_since() as since');
    return rows[0]?.since ?? undefined;
  });
}

/** The same, found anew from the record and not as it was kept: what a frozen report is compared with. */
export function assuredAnew(
  database: Database,
  session: Session,
  instants: readonly string[],
  asked: Assuring,
): Promise<readonly AssuredFigure[]> {
  return figuresBy('assured_anew', database, session, instants, asked);
}

function figuresBy(
  question: 'assured_figures' | 'assured_anew',
  database: Database,
  session: Session,
  instants: readonly string[],
  { rules, steps }: Assuring,
): Promise<readonly AssuredFigure[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row>(
      `select ${instant('at')}, figure, team, n::int, among::int, apart::int from record.${question}($1, $2, $3)`,
      [instants, JSON.stringify(rules), steps],
    );
    return rows.map((row) => ({ ...row, team: row.team === nobody ? undefined : row.team }));
  });
}

/** The text of each question by which figures were found, as the database holds it. */
export function assuredQuestions(
  database: Database,
  session: Session,
): Promise<readonly { readonly question: string; readonly words: string }[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ question: string; words: string }>('select question, words from record.assured_questions()');
    return rows;
  });
}

/** One programme of audits as known at an instant: how many of whom, the grades that count, and how those judged who did not see each other's. No child is named. */
export type AssuredAudit = {
  readonly programme: string;
  readonly decidedOn: LocalDate;
  readonly population: string;
  readonly method: string;
  readonly drawnFrom: number;
  readonly drawn: number;
  /** Absent: no grade counts yet. */
  readonly moderatedOn?: LocalDate;
  readonly grades: Readonly<Record<string, number>>;
  /** Of each child who was audited more than once: the grades given. */
  readonly judged: readonly (readonly string[])[];
  /** Standard, verdict, how often. */
  readonly standards: readonly (readonly [string, string, number])[];
};

type AuditRow = Omit<AssuredAudit, 'moderatedOn'> & { readonly moderatedOn: LocalDate | null };

/** The programmes of audits as known at an instant, oldest first; for sessions whose lists are of the whole service, anybody else is given none. */
export function assuredAudits(database: Database, session: Session, instant: string): Promise<readonly AssuredAudit[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<AuditRow>(
      `select programme, decided_on as "decidedOn", population, method, drawn_from as "drawnFrom", drawn, moderated_on as "moderatedOn", grades, judged, standards
       from record.assured_audits($1)`,
      [instant],
    );
    return rows.map(({ moderatedOn, ...row }) => ({ ...row, ...(moderatedOn === null ? {} : { moderatedOn }) }));
  });
}
