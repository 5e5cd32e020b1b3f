import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';

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
  { rules, steps }: Assuring,
): Promise<readonly AssuredFigure[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, figure, team, n::int, among::int, apart::int
       from record.assured_figures($1, $2, $3)`,
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
