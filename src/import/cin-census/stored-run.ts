import type { Session } from '../../record/contract.ts';
import { addProblems, addProgress, beginImport, finishImport, type Database } from '../../record/imports.ts';
import type { ImportCounts, ImportRun } from './import-run.ts';

export type StoredRunOptions = {
  readonly database: Database;
  readonly session: Session;
  /** A uuid. The same run for the same file takes a stopped import up again. */
  readonly run: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string;
  readonly dryRun?: boolean;
  readonly childrenTotal?: number;
};

/** A run written down in the record's own tables. */
export function storedRun({ database, session, run, fileHash, dryRun, childrenTotal }: StoredRunOptions): ImportRun {
  let before: Pick<ImportCounts, 'children' | 'stated' | 'corrected' | 'unchanged'> = {
    children: 0,
    stated: 0,
    corrected: 0,
    unchanged: 0,
  };
  return {
    async begin({ fileName }) {
      const kind = dryRun === true ? 'cin-dry-run' : 'cin';
      await beginImport(database, session, { run, fileName, fileHash, kind, ...(childrenTotal === undefined ? {} : { childrenTotal }) });
      return run;
    },
    async progress(_run, counts) {
      const since = before;
      before = counts;
      await addProgress(database, session, run, {
        children: counts.children - since.children,
        entries: counts.stated - since.stated,
        corrections: counts.corrected - since.corrected,
        unchanged: counts.unchanged - since.unchanged,
      });
    },
    problems: (_run, problems) => addProblems(database, session, run, problems),
    finish: (_run, { stopped }) =>
      finishImport(
        database,
        session,
        run,
        stopped === undefined ? 'finished' : 'stopped',
        stopped === undefined ? undefined : `Line ${stopped.line}: ${stopped.message}`,
      ),
  };
}
