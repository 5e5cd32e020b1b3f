import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { FileKind } from '../kernel/step/file-kind.ts';
import type { Client, Database } from '../platform/database.ts';
import { bodyFigures, type BodyFigure } from './body-figures.ts';
import { call, doneOrRefused, orRefused, type Done, type Refused } from './call.ts';
import { fileKept, filesEnding, type FileEnding, type FileKept } from './files-kept.ts';
import { chaptersRead, type ChapterRead } from './chapters-read.ts';
import type { Opening, Session } from './contract.ts';
import { logList } from './listing.ts';
import { openFile } from './opening.ts';
import { inInductions, type Inductions } from './inductions.ts';
import { inTraining, type Training } from './training.ts';
import { asClock, byPerson, clockColumns, type ClockRow } from './rows.ts';

/** A file that is to be begun. `subject`: the member of staff whom it is about, or whose work it is; the body to which a body answers. */
export type NewFile = { readonly file: string; readonly kind: FileKind; readonly title: string; readonly subject?: string };
type Begun = { readonly kind: 'begun'; readonly file: string };

/** One of the files that a session may open, with its clocks as they are now. */
export type ListedFile = { readonly file: string; readonly title: string; readonly subject?: string; readonly clocks: readonly Clock[] };

/** A member of staff whose supervision a session is told of. `file` absent: none has been begun. */
export type Supervised = { readonly member: string; readonly file?: string; readonly clocks: readonly Clock[] };

/** How much a member of staff has begun to write and not recorded, and since when; of nobody whom the session does not supervise. */
export type DraftsWaiting = { readonly drafts: number; readonly oldest?: string };

/** Somebody who may open a file because they are named for it. */
export type NamedFor = { readonly member: string; readonly namedAt: string; readonly namedBy: string; readonly until?: LocalDate };
type ToName = { readonly member: string; readonly until?: LocalDate; readonly isOff?: boolean };

/** What staff learn, and those of them who are newly qualified. */
type OfStaff = Training & Inductions;

/** Files, which are nobody's child record: of a member of staff, of an audit, of a body. */
export type Files = OfStaff & {
  /** Begins a file that the session may open; a member of staff has one, and asked for again it is that one. Refused: the session may not open it. */
  readonly addFile: (session: Session, file: NewFile) => Promise<Begun | Refused>;
  /** Opens a file; no child's record, which needs a reason. */
  readonly openFile: (session: Session, file: string) => Promise<Opening>;
  /** The files of a kind that the session may open, by title, with what is due in them. */
  readonly files: (session: Session, kind: FileKind) => Promise<readonly ListedFile[]>;
  /** Whom the session supervises, whose manager it supervises, and itself; with what is due in each staff file. */
  readonly supervised: (session: Session) => Promise<readonly Supervised[]>;
  /** How much this member has begun to write and not recorded: of oneself, and of whom one supervises. */
  readonly draftsWaiting: (session: Session, member: string) => Promise<DraftsWaiting>;
  /** Which chapters of the procedures the session itself has read, and whoever it supervises. */
  readonly chaptersRead: (session: Session) => Promise<readonly ChapterRead[]>;
  /** What boards count of the area of a panel, to whoever opens it. `rules`: which limits are a review or a visit. */
  readonly bodyFigures: (
    session: Session,
    body: string,
    rules: Readonly<Record<string, readonly string[]>>,
  ) => Promise<readonly BodyFigure[]>;
  /** The agencies in whose name the session enters something in a body; undefined: of all. */
  readonly speaksFor: (session: Session, body: string) => Promise<readonly string[] | undefined>;
  /** Until when a file is kept and since when a legal hold keeps it, to managers who may open it; absent: for good or still in use, or nothing holds it. */
  readonly fileKept: (session: Session, file: string) => Promise<FileKept>;
  /** Files that come to the end of their time by a day, the first to end first: to managers, of those that they may open. */
  readonly filesEnding: (session: Session, by: LocalDate) => Promise<readonly FileEnding[]>;
  /** How many children live with the carers of each file today, to practitioners: a number alone, by what the children’s records say. */
  readonly fosterPlaces: (session: Session) => Promise<ReadonlyMap<string, number>>;
  /** How many children are matched or placed with the adopters of each file, to practitioners: a number alone. */
  readonly adoptersMatched: (session: Session) => Promise<ReadonlyMap<string, number>>;
  /** Who is named for a file, to whoever may open it. */
  readonly namedFor: (session: Session, file: string) => Promise<readonly NamedFor[]>;
  /** Names somebody for a file, until a day or until they are taken off; or takes them off. Refused: the session is no head of service, or nobody is named for such a file. */
  readonly nameFor: (session: Session, file: string, who: ToName) => Promise<Done>;
};

export const inFiles = (database: Database): Files => ({
  ...inTraining(database),
  ...inInductions(database),
  addFile: (session, file) => addFile(database, session, file),
  openFile: (session, file) => openFile(database, session, file),
  files: (session, kind) => files(database, session, kind),
  supervised: (session) => supervised(database, session),
  draftsWaiting: (session, member) => draftsWaiting(database, session, member),
  chaptersRead: (session) => chaptersRead(database, session),
  bodyFigures: (session, body, rules) => bodyFigures(database, session, body, rules),
  speaksFor: (session, body) => speaksFor(database, session, body),
  fileKept: (session, file) => fileKept(database, session, file),
  filesEnding: (session, by) => filesEnding(database, session, by),
  fosterPlaces: (session) => fosterPlaces(database, session),
  adoptersMatched: (session) => adoptersMatched(database, session),
  namedFor: (session, file) => namedFor(database, session, file),
  nameFor: (session, file, who) => nameFor(database, session, file, who),
});

const addFile = (database: Database, session: Session, { file, kind, title, subject }: NewFile): Promise<Begun | Refused> =>
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

const speaksFor = (database: Database, session: Session, body: string): Promise<readonly string[] | undefined> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ agencies: string[] | null }>('select record.speaks_for($1) as agencies', [body]);
    return rows[0]?.agencies ?? undefined;
  });

type SupervisedRow = { readonly member: string; readonly file: string | null };

const supervised = (database: Database, session: Session): Promise<readonly Supervised[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<SupervisedRow>('select member, file from record.supervised()');
    const clocks = await clocksOf(
      sql,
      rows.flatMap(({ file }) => file ?? []),
    );
    return rows.map(({ member, file }) => (file === null ? { member, clocks: [] } : { member, file, clocks: clocks.get(file) ?? [] }));
  });

const draftsWaiting = (database: Database, session: Session, member: string): Promise<DraftsWaiting> =>
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

const files = (database: Database, session: Session, kind: FileKind): Promise<readonly ListedFile[]> =>
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

type NamedRow = { readonly member: string; readonly at: string; readonly by: string; readonly until: LocalDate | null };

const namedFor = (database: Database, session: Session, file: string): Promise<readonly NamedFor[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<NamedRow>('select member, named_at::text as at, named_by as by, until from record.named_for($1, $2)', [
      session.authority,
      file,
    ]);
    return rows.map(({ member, at, by, until }) => ({ member, namedAt: at, namedBy: by, ...(until === null ? {} : { until }) }));
  });

const nameFor = (database: Database, session: Session, file: string, { member, until, isOff = false }: ToName): Promise<Done> =>
  doneOrRefused(
    isOff
      ? call(database, session, 'select record.unname_for($1, $2, $3)', [file, member])
      : call(database, session, 'select record.name_for($1, $2, $3, $4)', [file, member, until ?? null]),
  );

const adoptersMatched = (database: Database, session: Session): Promise<ReadonlyMap<string, number>> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ file: string; children: number }>('select file, children from record.adopters_matched()');
    return new Map(rows.map(({ file, children }) => [file, children]));
  });

const fosterPlaces = (database: Database, session: Session): Promise<ReadonlyMap<string, number>> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ file: string; used: number }>('select file, used from record.foster_places()');
    return new Map(rows.map(({ file, used }) => [file, used]));
  });
