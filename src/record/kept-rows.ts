import type { Database } from '../platform/database.ts';
import { call } from './call.ts';
import type { Session } from './contract.ts';

/** The rows of one child of a file, as they were given: what the reader of that kind of file needs to read them again. */
export type KeptRows = { readonly child: string; readonly kind: string; readonly source: unknown };

export type StoredRows = KeptRows & { readonly run: string };

/** Nobody could say by itself whose rows these are. `because`: in words; `candidates`: the records that they may belong to. */
export type IdentityQuestion = {
  readonly question: string;
  readonly kind: string;
  readonly child: string;
  readonly because: string;
  readonly candidates: readonly string[];
};

export type AskedQuestion = IdentityQuestion & {
  readonly run: string;
  readonly askedAt: string;
  /** The person whose record holds what the source says of this child; null: nobody has decided. */
  readonly decidedFor: string | null;
  /** A later file gave the child so that nobody needs to decide; null: none has. */
  readonly answeredBy: { readonly run: string; readonly fileName: string; readonly at: string } | null;
};

/** The kind of identifier by which the record knows a child of a source: `ssda903:100234`. */
export const childInSource = 'childInSource';

/** Keeps rows for repair or for a decision. Administrators only: anybody else is refused with SQLSTATE SL001. */
export const keepRows = (database: Database, session: Session, run: string, kept: readonly KeptRows[]): Promise<void> =>
  call(database, session, 'select record.keep_rows($1, $2, $3)', [run, JSON.stringify(kept)]);

/** Puts questions into the queue; one that stands there is asked anew. Administrators only. */
export const askIdentity = (database: Database, session: Session, run: string, questions: readonly IdentityQuestion[]): Promise<void> =>
  call(database, session, 'select record.ask_identity($1, $2, $3)', [run, JSON.stringify(questions)]);

/** Questions that a file has answered: they end once no other year's rows wait for them. Administrators only. */
export const answerIdentity = (database: Database, session: Session, run: string, questions: readonly string[]): Promise<void> =>
  call(database, session, 'select record.answer_identity($1, $2, $3)', [run, questions]);

/** What a person put in the place of a value that was refused, and the run that took it. Administrators only. */
export const markRepaired = (
  database: Database,
  session: Session,
  run: string,
  repaired: readonly { readonly n: number; readonly corrected: string }[],
  inRun: string,
): Promise<void> =>
  call(database, session, 'select record.mark_repaired($1, $2, $3, $4, $5)', [
    run,
    repaired.map(({ n }) => n),
    repaired.map(({ corrected }) => corrected),
    inRun,
  ]);

/** Rows that wait, oldest first: of a run, or of a child of a source. Administrators only: others are given none. */
export async function keptRows(
  database: Database,
  session: Session,
  which: { readonly run: string; readonly child?: string } | { readonly kind: string; readonly child: string },
): Promise<readonly StoredRows[]> {
  const [where, values] =
    'run' in which
      ? ['run = $2 and ($3::text is null or child = $3)', [which.run, which.child ?? null]]
      : ['kind = $2 and child = $3', [which.kind, which.child]];
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<StoredRows>(
      `select run, child, kind, source from record.import_child where authority = $1 and ${where} order by kept_at, run, child`,
      [session.authority, ...values],
    ),
  );
  return rows;
}

type AskedRow = Omit<AskedQuestion, 'decidedFor' | 'answeredBy'> & {
  readonly answeredIn: string | null;
  readonly answeredAt: string;
  readonly answer: string;
};

/** The queue, those that wait first. Administrators only: others are given none. */
export async function identityQuestions(database: Database, session: Session): Promise<readonly AskedQuestion[]> {
  const asked = await database.transaction(session, async (sql) => {
    const { rows } = await sql.query<AskedRow>(
      `select q.question, q.kind, q.child, q.because, q.candidates, q.run, q.asked_at as "askedAt", q.answered_in as "answeredIn", q.answered_at as "answeredAt", a.file_name as answer
       from record.identity_question q left join record.import_run a on a.authority = q.authority and a.run = q.answered_in where q.authority = $1 order by q.asked_at, q.child`,
      [session.authority],
    );
    const decided = await sql.query<{ value: string; person: string }>('select value, person from record.identify($1)', [
      JSON.stringify(rows.map(({ kind, child }) => ({ kind: childInSource, value: `${kind}:${child}` }))),
    ]);
    const persons = new Map(decided.rows.toReversed().map(({ value, person }) => [value, person]));
    return rows.map(({ answeredIn, answeredAt, answer, ...one }): AskedQuestion => ({
      ...one,
      decidedFor: persons.get(`${one.kind}:${one.child}`) ?? null,
      answeredBy: answeredIn === null ? null : { run: answeredIn, fileName: answer, at: answeredAt },
    }));
  });
  return asked.toSorted((a, b) => Number(isSettled(a)) - Number(isSettled(b)));
}

const isSettled = ({ decidedFor, answeredBy }: AskedQuestion): boolean => decidedFor !== null || answeredBy !== null;

/** Children of a run whose rows are kept, a page at a time, by their identifiers in the file. Administrators only: others are given none. */
export async function keptChildren(
  database: Database,
  session: Session,
  run: string,
  { after = '', limit = 200 }: { readonly after?: string; readonly limit?: number } = {},
): Promise<readonly StoredRows[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<StoredRows>(
      'select run, child, kind, source from record.import_child where authority = $1 and run = $2 and child > $3 order by child limit $4',
      [session.authority, run, after, limit],
    ),
  );
  return rows;
}

/** Decisions of this process, one after the other: whichever holds a question also needs a connection to work with, and the pool must not run dry of them. */
let lastDecision: Promise<unknown> = Promise.resolve();

/**
 * Does work while nobody else decides this question, here or in another process: two decisions at once would make two records of one child.
 * @returns what the work did; undefined: somebody else is deciding the question now, and nothing was done
 */
export async function whileDeciding<T>(
  database: Database,
  session: Session,
  question: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const held = (): Promise<T | undefined> =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<{ held: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as held', [
        `${session.authority} ${question}`,
      ]);
      return rows[0]?.held === true ? work() : undefined;
    });
  const mine = lastDecision.then(held, held);
  lastDecision = mine.catch(() => {});
  return mine;
}

export type BornAlike = {
  readonly person: string;
  readonly bornOn: string;
  readonly sex: string | null;
  readonly kind: string;
  readonly value: string;
};

/** Children born on one of these days, a row for each identifier. Administrators only. */
export async function bornOn(database: Database, session: Session, days: readonly string[]): Promise<readonly BornAlike[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<BornAlike>('select person, born_on as "bornOn", sex, kind, value from record.born_on($1, $2)', [session.authority, days]),
  );
  return rows;
}
