import type { Database } from '../platform/database.ts';
import { call } from './call.ts';
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
  /** How much of the file has been read: 0 to 1; null: nobody knows. */
  readonly shareRead: number | null;
  readonly state: 'running' | 'finished' | 'stopped';
  readonly message: string | null;
  /** The collection year of the file, and of a return its tables; null: it says none. */
  readonly year: number | null;
  readonly tables: readonly string[] | null;
  /** The run whose values this one puts right; null: it took a file. */
  readonly putsRight: string | null;
  /** The program ended or failed at work: what it had begun to take was not counted. */
  readonly brokenOff: boolean;
  readonly setAsideAt: string | null;
  readonly setAsideBy: string | null;
  readonly setAsideReason: string | null;
};

/** What a run of files of this kind is written down as: a dry run takes none. */
export const kindOfRun = (kind: string, dryRun = false): string => (dryRun ? `${kind}-dry-run` : kind);

/** A run that said what an import would do, and recorded nothing. */
export const isDryRun = ({ kind }: Pick<ImportRun, 'kind'>): boolean => kind.endsWith('-dry-run');

export type NewImport = Pick<ImportRun, 'run' | 'fileName' | 'fileHash' | 'kind'> & {
  readonly childrenTotal?: number;
  readonly year?: number;
  readonly tables?: readonly string[];
  readonly putsRight?: string;
};

/** What a batch added to the counts. */
export type ImportProgress = {
  readonly children: number;
  readonly entries: number;
  readonly corrections: number;
  readonly unchanged: number;
  /** How much of the file has been read: 0 to 1. */
  readonly shareRead?: number;
};

/** The words in the access log of a record that a running import opened. Nobody's own reason may look like them. */
export const importReason = (run: string): string => `import:${run}`;

/** Begins a run, or takes a stopped one up again. Administrators only: anybody else is refused with SQLSTATE SL001. */
export const beginImport = (
  database: Database,
  session: Session,
  { run, fileName, fileHash, kind, childrenTotal, year, tables, putsRight }: NewImport,
): Promise<void> =>
  call(database, session, "select record.begin_import($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9)", [
    run,
    fileName,
    fileHash,
    kind,
    childrenTotal ?? null,
    year ?? null,
    tables ?? null,
    putsRight ?? null,
  ]);

/**
 * Does the work of a run while every other process can see that somebody does it, so that a run whose program ended is told from one that goes on.
 * `isLost`: others can no longer see it, and the work must end.
 */
export const whileRunning = <T>(
  database: Database,
  { authority }: Session,
  run: string,
  work: (isLost: () => boolean) => Promise<T>,
): Promise<T> =>
  database.beside(async (sql, isLost) => {
    await sql.query('select pg_advisory_lock(record.import_lock($1, $2))', [authority, run]);
    return work(isLost);
  });

/** Stops, in the words of the list, every run on which no living process works. Administrators only. @returns how many there were */
export async function endBrokenImports(database: Database, session: Session): Promise<number> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ ended: number }>('select record.end_broken_imports($1) as ended', [session.authority]),
  );
  return rows[0]?.ended ?? 0;
}

export const addProgress = (database: Database, session: Session, run: string, added: ImportProgress): Promise<void> =>
  call(database, session, 'select record.import_progress($1, $2, $3, $4, $5, $6, $7)', [
    run,
    added.children,
    added.entries,
    added.corrections,
    added.unchanged,
    added.shareRead ?? null,
  ]);

export const finishImport = (
  database: Database,
  session: Session,
  run: string,
  state: 'finished' | 'stopped',
  { message, brokenOff = false }: { readonly message?: string | undefined; readonly brokenOff?: boolean } = {},
): Promise<void> => call(database, session, 'select record.finish_import($1, $2, $3, $4, $5)', [run, state, message ?? null, brokenOff]);

/** Nobody waits any longer for the rest of a stopped file, and why. Administrators only. @returns false: no such run has stopped, or it was set aside before */
export async function setImportAside(database: Database, session: Session, run: string, reason: string): Promise<boolean> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ done: boolean }>('select record.set_import_aside($1, $2, $3) as done', [session.authority, run, reason]),
  );
  return rows[0]?.done === true;
}

const columnsOf = (
  r: string,
): string => `${r}.run, ${r}.file_name as "fileName", encode(${r}.file_hash, 'hex') as "fileHash", ${r}.kind, ${r}.begun_at as "begunAt", ${r}.begun_by as "begunBy", ${r}.finished_at as "finishedAt",
  ${r}.children_total as "childrenTotal", ${r}.children_done as "childrenDone", ${r}.entries, ${r}.corrections, ${r}.unchanged, ${r}.share_read as "shareRead", ${r}.state, ${r}.message, ${r}.year, ${r}.tables, ${r}.puts_right as "putsRight",
  ${r}.broken_off as "brokenOff", ${r}.set_aside_at as "setAsideAt", ${r}.set_aside_by as "setAsideBy", ${r}.set_aside_reason as "setAsideReason"`;

/** One run, however long ago it was. Undefined: there is none of this id in the authority. */
export async function importRun(database: Database, session: Session, run: string): Promise<ImportRun | undefined> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<ImportRun>(`select ${columnsOf('r')} from record.import_run r where r.authority = $1 and r.run = $2`, [
      session.authority,
      run,
    ]),
  );
  return rows[0];
}

/**
 * The latest runs that read files, newest first: a look at whose rows these are, and a decision on it, are not among them. `before`: those that began
 * before this run did.
 */
export async function importRuns(
  database: Database,
  session: Session,
  { fileHash, before, limit = 50 }: { readonly fileHash?: string; readonly before?: string; readonly limit?: number } = {},
): Promise<readonly ImportRun[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<ImportRun>(
      `select ${columnsOf('r')} from record.import_run r where r.authority = $1 and r.kind <> 'identity' and ($2::text is null or r.file_hash = decode($2, 'hex'))
         and ($3::uuid is null or (r.begun_at, r.run) < (select b.begun_at, b.run from record.import_run b where b.authority = $1 and b.run = $3))
       order by r.begun_at desc, r.run desc limit $4`,
      [session.authority, fileHash ?? null, before ?? null, limit],
    ),
  );
  return rows;
}

const takesAFile = (run: string): string => `${run}.kind in ('cin', 'ssda903', 'ssd') and ${run}.puts_right is null`;

/** The same file, or one of the same kind and year with at least its tables and as many children, came to its end after it. */
const isWholeLater = `later.authority = r.authority and later.begun_at > r.begun_at and later.state = 'finished' and ${takesAFile('later')} and later.kind = r.kind
  and (later.file_hash = r.file_hash or later.year = r.year and coalesce(later.tables, '{}') @> coalesce(r.tables, '{}')
    and later.children_done >= greatest(r.children_done, coalesce(r.children_total, 0)))`;

/**
 * Files that are being taken or stopped half-way, whatever was imported since, newest first. One is no longer among them once it, or a later file of the
 * same year with no fewer children, has been taken in whole, or an administrator has set it aside; a file that was refused before its first child never is.
 */
export async function importsTaken(
  database: Database,
  session: Session,
): Promise<{ readonly incomplete: readonly ImportRun[]; readonly latest: ImportRun | undefined }> {
  return database.transaction(session, async (sql) => {
    const { rows: incomplete } = await sql.query<ImportRun>(
      `select ${columnsOf('r')} from record.import_run r where r.authority = $1 and ${takesAFile('r')} and r.state <> 'finished' and r.set_aside_at is null
         and (r.state = 'running' or r.children_done > 0 or r.broken_off) and not exists (select from record.import_run later where ${isWholeLater})
       order by r.begun_at desc`,
      [session.authority],
    );
    const { rows } = await sql.query<ImportRun>(
      `select ${columnsOf('r')} from record.import_run r where r.authority = $1 and ${takesAFile('r')} and r.state = 'finished' order by r.begun_at desc limit 1`,
      [session.authority],
    );
    return { incomplete, latest: rows[0] };
  });
}

/** The file by which a stopped run was taken in whole later. Undefined: by none. */
export async function takenInWholeBy(database: Database, session: Session, run: string): Promise<ImportRun | undefined> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<ImportRun>(
      `select ${columnsOf('later')} from record.import_run r join record.import_run later on ${isWholeLater}
       where r.authority = $1 and r.run = $2 and r.state = 'stopped' order by later.begun_at limit 1`,
      [session.authority, run],
    ),
  );
  return rows[0];
}
