import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { FileKind } from '../kernel/step/file-kind.ts';
import type { Client, Database } from '../platform/database.ts';
import { call, doneOrRefused, orRefused, type Done, type Refused } from './call.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';
import { asClock, byPerson, clockColumns, type ClockRow } from './rows.ts';

/** A file that is to be begun. `subject`: the member of staff whom it is about, or whose work it is. */
export type NewFile = { readonly file: string; readonly kind: FileKind; readonly title: string; readonly subject?: string };

/** One of the files that a session may open, with its clocks as they are now. */
export type ListedFile = { readonly file: string; readonly title: string; readonly subject?: string; readonly clocks: readonly Clock[] };

/** Begins a file that the session may open; a member of staff has one, and asked for again it is that one. Refused: the session may not open it. */
export const addFile = (
  database: Database,
  session: Session,
  { file, kind, title, subject }: NewFile,
): Promise<{ readonly kind: 'begun'; readonly file: string } | Refused> =>
  orRefused(
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<{ file: string }>('select record.add_file($1, $2, $3, $4, $5) as file', [
        session.authority,
        file,
        kind,
        title,
        subject ?? null,
      ]);
      return { kind: 'begun', file: rows[0]?.file ?? file } as const;
    }),
  );

/** A member of staff whose supervision a session is told of. `file` absent: none has been begun. */
export type Supervised = { readonly member: string; readonly file?: string; readonly clocks: readonly Clock[] };

/** Whom the session supervises, whose manager it supervises, and itself; with what is due in each staff file. */
export const supervised = (database: Database, session: Session): Promise<readonly Supervised[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ member: string; file: string | null }>('select member, file from record.supervised()');
    const clocks = await clocksOf(
      sql,
      rows.flatMap(({ file }) => file ?? []),
    );
    return rows.map(({ member, file }) => (file === null ? { member, clocks: [] } : { member, file, clocks: clocks.get(file) ?? [] }));
  });

/** How much a member of staff has begun to write and not recorded, and since when; of nobody whom the session does not supervise. */
export type DraftsWaiting = { readonly drafts: number; readonly oldest?: string };

export const draftsWaiting = (database: Database, session: Session, member: string): Promise<DraftsWaiting> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ drafts: number; oldest: string | null }>('select drafts, oldest from record.drafts_waiting($1)', [
      member,
    ]);
    const oldest = rows[0]?.oldest;
    return { drafts: rows[0]?.drafts ?? 0, ...(oldest === undefined || oldest === null ? {} : { oldest }) };
  });

/** What is due in files, as far as the session may open them; the question is logged as every list is. */
async function clocksOf(sql: Client, people: readonly string[]): Promise<ReadonlyMap<string, readonly Clock[]>> {
  const { rows } = await sql.query<ClockRow>(`select ${clockColumns} from record.file_clocks($1) order by due_on, rule, started_by`, [
    people,
  ]);
  await logList(sql, { files: people.length }, 0);
  return new Map([...byPerson(rows)].map(([person, some]) => [person, some.map(asClock)]));
}

type FileRow = { readonly person: string; readonly title: string; readonly subject: string | null };

/** The files of a kind that the session may open, by title. */
export const files = (database: Database, session: Session, kind: FileKind): Promise<readonly ListedFile[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<FileRow>('select person, title, subject from record.files($1)', [kind]);
    const known = await clocksOf(
      sql,
      rows.map(({ person }) => person),
    );
    return rows.map(({ person, title, subject }) => ({
      file: person,
      title,
      ...(subject === null ? {} : { subject }),
      clocks: known.get(person) ?? [],
    }));
  });

/** Somebody who may open a file because they are named for it. */
export type NamedFor = { readonly member: string; readonly namedAt: string; readonly namedBy: string; readonly until?: LocalDate };

/** Who is named for a file, to whoever may open it. */
export const namedFor = (database: Database, session: Session, file: string): Promise<readonly NamedFor[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ member: string; at: string; by: string; until: LocalDate | null }>(
      'select member, named_at::text as at, named_by as by, until from record.named_for($1, $2)',
      [session.authority, file],
    );
    return rows.map(({ member, at, by, until }) => ({ member, namedAt: at, namedBy: by, ...(until === null ? {} : { until }) }));
  });

/** Names somebody for a file, until a day or until they are taken off; or takes them off. Refused: the session is no head of service, or nobody is named for such a file. */
export const nameFor = (
  database: Database,
  session: Session,
  file: string,
  { member, until, isOff = false }: { readonly member: string; readonly until?: LocalDate; readonly isOff?: boolean },
): Promise<Done> =>
  doneOrRefused(
    isOff
      ? call(database, session, 'select record.unname_for($1, $2, $3)', [file, member])
      : call(database, session, 'select record.name_for($1, $2, $3, $4)', [file, member, until ?? null]),
  );
