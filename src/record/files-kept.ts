import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { FileKind } from '../kernel/step/file-kind.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';

export type FileKept = { readonly until?: LocalDate; readonly heldSince?: LocalDate };

/** A file that comes to the end of its time. */
export type FileEnding = FileKept & { readonly file: string; readonly kind: FileKind; readonly title: string };

type Days = { readonly until: LocalDate | null; readonly held: LocalDate | null };

const keptOf = ({ until, held }: Days): FileKept => ({
  ...(until === null ? {} : { until }),
  ...(held === null ? {} : { heldSince: held }),
});

export const fileKept = (database: Database, session: Session, file: string): Promise<FileKept> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Days>('select until, held_since as held from record.file_kept($1)', [file]);
    return rows[0] === undefined ? {} : keptOf(rows[0]);
  });

export const filesEnding = (database: Database, session: Session, by: LocalDate): Promise<readonly FileEnding[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Days & { readonly file: string; readonly kind: FileKind; readonly title: string }>(
      'select person as file, kind, title, until, held_since as held from record.files_ending($1)',
      [by],
    );
    return rows.map(({ file, kind, title, ...days }) => ({ file, kind, title, ...keptOf(days) }));
  });
