import type { Session } from '../../record/contract.ts';
import { addProblems } from '../../record/import-problems.ts';
import { addProgress, beginImport, finishImport, kindOfRun, type Database } from '../../record/imports.ts';
import type { ImportCounts, ImportRun, SourceHeader } from './import-run.ts';

export type StoredRunOptions = {
  readonly database: Database;
  readonly session: Session;
  /** A uuid. The same run for the same file takes a stopped import up again. */
  readonly run: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string;
  /** Of the source: `cin`, `ssda903`. */
  readonly kind?: string;
  readonly dryRun?: boolean;
  /** How many bytes the files have. */
  readonly bytes?: number;
  /** The run whose values this one puts right. */
  readonly putsRight?: string;
};

type Told = Pick<ImportCounts, 'children' | 'stated' | 'corrected' | 'unchanged'>;

/** A run written down in the record's own tables. */
export function storedRun({ database, session, run, fileHash, kind = 'cin', dryRun, bytes = 0, putsRight }: StoredRunOptions): ImportRun {
  let before: Told = { children: 0, stated: 0, corrected: 0, unchanged: 0 };
  return {
    async begin({ fileName, header }) {
      await beginImport(database, session, {
        run,
        fileName,
        fileHash,
        kind: kindOfRun(kind, dryRun),
        ...(putsRight === undefined ? {} : { putsRight }),
        ...takenOf(header),
      });
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
        ...(bytes === 0 ? {} : { shareRead: Math.min(1, counts.bytes / bytes) }),
      });
    },
    problems: (_run, problems) => addProblems(database, session, run, problems),
    finish: (_run, { stopped }) =>
      stopped === undefined
        ? finishImport(database, session, run, 'finished')
        : finishImport(database, session, run, 'stopped', { message: stoppedWords(stopped) }),
  };
}

/** What a later file must have taken as well, for this one to be seen as taken in whole. */
const takenOf = ({ year, tables }: SourceHeader) => ({
  ...(year !== undefined && /^\d{4}$/.test(year) ? { year: Number(year) } : {}),
  ...(tables === undefined ? {} : { tables: tables.split('+') }),
});

const stoppedWords = ({ file, line, message }: { readonly file?: string; readonly line: number; readonly message: string }): string =>
  line === 0 ? message : `${file === undefined ? 'Line' : `${file}, line`} ${line}: ${message}`;
