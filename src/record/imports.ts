import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';

export type { Database } from '../platform/database.ts';

/** One import of one file: resumable by the file's hash. */
export type ImportRun = {
  readonly run: string;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string;
  readonly kind: string;
  readonly begunAt: string;
  readonly begunBy: string;
  readonly finishedAt: string | null;
  readonly childrenTotal: number | null;
  readonly childrenDone: number;
  readonly entries: number;
  readonly corrections: number;
  readonly unchanged: number;
  readonly state: 'running' | 'finished' | 'stopped';
  readonly message: string | null;
};

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

export type NewImport = Pick<ImportRun, 'run' | 'fileName' | 'fileHash' | 'kind'> & { readonly childrenTotal?: number };

/** What a batch added to the counts. */
export type ImportProgress = {
  readonly children: number;
  readonly entries: number;
  readonly corrections: number;
  readonly unchanged: number;
  readonly childrenTotal?: number;
};

/** The words in the access log of a record that a running import opened. Nobody's own reason may look like them. */
export const importReason = (run: string): string => `import:${run}`;

const call = async (database: Database, session: Session, statement: string, values: readonly unknown[]): Promise<void> => {
  await database.transaction(session, (sql) => sql.query(statement, [session.authority, ...values]));
};

/** Begins a run, or takes a stopped one up again. Administrators only: anybody else is refused with SQLSTATE SL001. */
export const beginImport = (
  database: Database,
  session: Session,
  { run, fileName, fileHash, kind, childrenTotal }: NewImport,
): Promise<void> =>
  call(database, session, "select record.begin_import($1, $2, $3, decode($4, 'hex'), $5, $6)", [
    run,
    fileName,
    fileHash,
    kind,
    childrenTotal ?? null,
  ]);

export const addProgress = (database: Database, session: Session, run: string, added: ImportProgress): Promise<void> =>
  call(database, session, 'select record.import_progress($1, $2, $3, $4, $5, $6, $7)', [
    run,
    added.children,
    added.entries,
    added.corrections,
    added.unchanged,
    added.childrenTotal ?? null,
  ]);

export const addProblems = (database: Database, session: Session, run: string, problems: readonly ImportProblem[]): Promise<void> =>
  call(database, session, 'select record.import_problems($1, $2, $3)', [run, JSON.stringify(problems)]);

export const finishImport = (
  database: Database,
  session: Session,
  run: string,
  state: 'finished' | 'stopped',
  message?: string,
): Promise<void> => call(database, session, 'select record.finish_import($1, $2, $3, $4)', [run, state, message ?? null]);

const runColumns = `run, file_name as "fileName", encode(file_hash, 'hex') as "fileHash", kind, begun_at as "begunAt", begun_by as "begunBy", finished_at as "finishedAt",
  children_total as "childrenTotal", children_done as "childrenDone", entries, corrections, unchanged, state, message`;

/** One run, however long ago it was. Undefined: there is none of this id in the authority. */
export async function importRun(database: Database, session: Session, run: string): Promise<ImportRun | undefined> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<ImportRun>(`select ${runColumns} from record.import_run where authority = $1 and run = $2`, [session.authority, run]),
  );
  return rows[0];
}

/** The latest runs that read files, newest first: a look at whose rows these are, and a decision on it, are not among them. */
export async function importRuns(
  database: Database,
  session: Session,
  { fileHash, limit = 50 }: { readonly fileHash?: string; readonly limit?: number } = {},
): Promise<readonly ImportRun[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<ImportRun>(
      `select ${runColumns} from record.import_run where authority = $1 and kind <> 'identity' and ($2::text is null or file_hash = decode($2, 'hex')) order by begun_at desc limit $3`,
      [session.authority, fileHash ?? null, limit],
    ),
  );
  return rows;
}

export type StoredProblem = { readonly [K in keyof Required<ImportProblem>]: ImportProblem[K] | null } & {
  readonly n: number;
  /** What a person has since put in the place of the value, and the run that took it. */
  readonly corrected: string | null;
  readonly repairedIn: string | null;
  readonly reason: string;
};

/** The problems of a run, in the order of the file, a page at a time. */
export async function importProblems(
  database: Database,
  session: Session,
  run: string,
  { after = 0, limit = 200 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly StoredProblem[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<StoredProblem>(
      'select n, file, kind, line, child, field, value, reason, raw, corrected, repaired_in as "repairedIn" from record.import_problem where authority = $1 and run = $2 and n > $3 order by n limit $4',
      [session.authority, run, after, limit],
    ),
  );
  return rows;
}
