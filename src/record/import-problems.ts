import type { Database } from '../platform/database.ts';
import { call } from './call.ts';
import type { Session } from './contract.ts';

/** What a file said that could not be taken, in words for the analyst. */
export type ImportProblem = {
  /** Which file of a set. */
  readonly file?: string;
  /** `refused`: not taken. `note`: taken, with this remark. `kept`: carried by nothing; the text is kept here. `waiting`: for a decision whose it is. */
  readonly kind?: 'refused' | 'note' | 'kept' | 'waiting';
  readonly line?: number;
  readonly child?: string;
  readonly field?: string;
  readonly value?: string;
  readonly reason: string;
  readonly raw?: string;
};

export type StoredProblem = { readonly [K in keyof Required<ImportProblem>]: ImportProblem[K] | null } & {
  readonly n: number;
  /** What a person has since put in the place of the value, and the run that took it. */
  readonly corrected: string | null;
  readonly repairedIn: string | null;
  /** The child's rows are kept, so that a value can be put in its place. To others than administrators: false. */
  readonly isKept: boolean;
  readonly reason: string;
};

/** Adds to the problems of a run, in the order of the file. Administrators only. */
export const addProblems = (database: Database, session: Session, run: string, problems: readonly ImportProblem[]): Promise<void> =>
  call(database, session, 'select record.import_problems($1, $2, $3)', [run, JSON.stringify(problems)]);

const isKept = 'exists (select from record.import_child c where c.authority = p.authority and c.run = p.run and c.child = p.child)';
const columns = `n, file, kind, line, child, field, value, reason, raw, corrected, repaired_in as "repairedIn", ${isKept} as "isKept"`;

/** The problems of a run, in the order of the file, a page at a time. */
export async function importProblems(
  database: Database,
  session: Session,
  run: string,
  { after = 0, limit = 200 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly StoredProblem[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<StoredProblem>(
      `select ${columns} from record.import_problem p where authority = $1 and run = $2 and n > $3 order by n limit $4`,
      [session.authority, run, after, limit],
    ),
  );
  return rows;
}

/** The problem of this number. Undefined: the run has none. */
export async function importProblem(database: Database, session: Session, run: string, n: number): Promise<StoredProblem | undefined> {
  return Number.isSafeInteger(n) && n > 0 && n < 2 ** 31
    ? (await importProblems(database, session, run, { after: n - 1, limit: 1 }))[0]
    : undefined;
}

/** How many problems a run has: they are numbered from 1, without gaps. */
export async function countProblems(database: Database, session: Session, run: string): Promise<number> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ last: number }>('select coalesce(max(n), 0) as last from record.import_problem where authority = $1 and run = $2', [
      session.authority,
      run,
    ]),
  );
  return rows[0]?.last ?? 0;
}

/** Values of one column that were not taken for one reason and look alike: in place of each digit stands a 9. */
export type AlikeValues = {
  readonly field: string;
  readonly reason: string;
  readonly values: number;
  readonly example: string;
  readonly n: number;
};

/** More ways of writing than any file has: what a hostile one gives is not gathered in memory. */
const mostShapes = 500;
/** No date is longer, however it is written. */
const longestDate = 40;

/** What of the refused values of a run looks alike, kept and not yet put right, the most frequent first; counted where they lie, however many there are. */
export async function alikeValues(database: Database, session: Session, run: string): Promise<readonly AlikeValues[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<AlikeValues>(
      `with alike as (
         select count(*) as values, min(n) as n from record.import_problem p
         where authority = $1 and run = $2 and kind = 'refused' and corrected is null and child <> '' and field is not null and value <> '' and length(value) <= $3 and ${isKept}
         group by field, reason, regexp_replace(lower(value), '[0-9]', '9', 'g') order by count(*) desc, min(n) limit $4)
       select first.field, first.reason, alike.values, alike.n, first.value as example
       from alike join record.import_problem first on first.authority = $1 and first.run = $2 and first.n = alike.n order by alike.values desc, alike.n`,
      [session.authority, run, longestDate, mostShapes],
    ),
  );
  return rows;
}

/** The problems of these children of a run, in the order of the file. */
export async function problemsOfChildren(
  database: Database,
  session: Session,
  run: string,
  { children, field }: { readonly children: readonly string[]; readonly field: string },
): Promise<readonly StoredProblem[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<StoredProblem>(
      `select ${columns} from record.import_problem p where authority = $1 and run = $2 and child = any($3) and field = $4 order by n`,
      [session.authority, run, children, field],
    ),
  );
  return rows;
}
