import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { FileKind } from '../kernel/step/file-kind.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';

/** What stands in the file of a course, without a name: of a register how many came, agency by agency, and how many of ours. */
export type CourseEntry = {
  readonly file: string;
  readonly title: string;
  /** The body to which the course answers. */
  readonly body?: string;
  readonly entry: string;
  readonly step: string;
  readonly happenedOn: LocalDate;
  readonly answers: Readonly<Record<string, unknown>>;
};

/** Places of a session that are taken. `member`: told to themself, to whoever supervises them and to whoever opens the course. */
export type Booked = { readonly session: string; readonly member?: string; readonly agency?: string; readonly places: number };

/** That somebody came to a course, or (`course` absent) learnt the like elsewhere. */
export type Trained = {
  readonly member: string;
  readonly topic: string;
  readonly title: string;
  readonly course?: string;
  readonly heldOn: LocalDate;
  readonly came: string;
};

/** What is to be learnt, by the kind of file in which it was seen; its words and the file only where the session may read them. */
export type Need = {
  readonly kind: FileKind;
  readonly topic: string;
  readonly raisedOn: LocalDate;
  readonly need?: string;
  readonly file?: string;
};

/**
 * What auditors found of the standard that a course is to move, before and after it: of so many children, so many confirmed. Of fewer than five nobody; small numbers
 * stand as four.
 */
export type PracticeFound = {
  readonly course: string;
  /** When it was first held. */
  readonly since: LocalDate;
  readonly before: { readonly n: number; readonly among: number };
  readonly after: { readonly n: number; readonly among: number };
};

/** Training, as far as a session is told of it. */
export type Training = {
  /** Every course, to whoever works with children or sits on a body; nothing to anybody else. */
  readonly courses: (session: Session) => Promise<readonly CourseEntry[]>;
  /** Places taken in sessions of the last three months and to come. */
  readonly courseBookings: (session: Session) => Promise<readonly Booked[]>;
  /** What the session itself has learnt, and whoever it supervises. */
  readonly trained: (session: Session) => Promise<readonly Trained[]>;
  /** Since when the session itself, and whoever it supervises, is employed here, where that is on record. */
  readonly startedHere: (session: Session) => Promise<ReadonlyMap<string, LocalDate>>;
  /** To heads of service, the business manager, and whoever sits on the body to which a course answers; nothing to anybody else. */
  readonly trainingNeeds: (session: Session) => Promise<readonly Need[]>;
  /** To the same. */
  readonly practiceFound: (session: Session) => Promise<readonly PracticeFound[]>;
};

export const inTraining = (database: Database): Training => ({
  courses: (session) =>
    asked<CourseRow>(
      database,
      session,
      'courses',
      'file, title, body, entry, step, happened_on as "happenedOn", shared as answers from record.courses()',
    ).then((rows) => rows.map(({ body, ...row }) => ({ ...row, ...(body === null ? {} : { body }) }))),
  courseBookings: (session) =>
    asked<BookedRow>(database, session, 'bookings', 'session, member, agency, places from record.course_bookings()').then((rows) =>
      rows.map(({ member, agency, ...row }) => ({
        ...row,
        ...(member === null ? {} : { member }),
        ...(agency === null ? {} : { agency }),
      })),
    ),
  trained: (session) =>
    asked<TrainedRow>(database, session, 'trained', 'member, topic, title, course, held_on as "heldOn", came from record.training()').then(
      (rows) => rows.map(({ course, ...row }) => ({ ...row, ...(course === null ? {} : { course }) })),
    ),
  startedHere: (session) =>
    asked<StartedRow>(
      database,
      session,
      'started',
      'member, started_on as "startedOn" from record.started_here() where started_on is not null',
    ).then((rows) => new Map(rows.map(({ member, startedOn }) => [member, startedOn]))),
  trainingNeeds: (session) =>
    asked<NeedRow>(database, session, 'needs', 'kind, topic, raised_on as "raisedOn", need, file from record.training_needs()').then(
      (rows) => rows.map(({ need, file, ...row }) => ({ ...row, ...(need === null ? {} : { need }), ...(file === null ? {} : { file }) })),
    ),
  practiceFound: (session) =>
    asked<PracticeFound>(database, session, 'practice', 'course, since, before, after from record.practice_found()'),
});

type CourseRow = Omit<CourseEntry, 'body'> & { readonly body: string | null };
type BookedRow = Pick<Booked, 'session' | 'places'> & { readonly member: string | null; readonly agency: string | null };
type TrainedRow = Omit<Trained, 'course'> & { readonly course: string | null };
type StartedRow = { readonly member: string; readonly startedOn: LocalDate };
type NeedRow = Omit<Need, 'need' | 'file'> & { readonly need: string | null; readonly file: string | null };

/** Asked as every list is: logged, with how many lines it had. */
const asked = <R extends object>(database: Database, session: Session, what: string, selected: string): Promise<readonly R[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<R>(`select ${selected}`);
    await logList(sql, { training: what }, rows.length);
    return rows;
  });
