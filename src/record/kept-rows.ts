import type { Database } from '../platform/database.ts';
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
  /** The person whose record holds what the source says of this child; null: it waits. */
  readonly decidedFor: string | null;
};

/** The kind of identifier by which the record knows a child of a source: `ssda903:100234`. */
export const childInSource = 'childInSource';

const call = async (database: Database, session: Session, statement: string, values: readonly unknown[]): Promise<void> => {
  await database.transaction(session, (sql) => sql.query(statement, [session.authority, ...values]));
};

/** Keeps rows for repair or for a decision. Administrators only: anybody else is refused with SQLSTATE SL001. */
export const keepRows = (database: Database, session: Session, run: string, kept: readonly KeptRows[]): Promise<void> =>
  call(database, session, 'select record.keep_rows($1, $2, $3)', [run, JSON.stringify(kept)]);

/** Puts questions into the queue; one that stands there is asked anew. Administrators only. */
export const askIdentity = (database: Database, session: Session, run: string, questions: readonly IdentityQuestion[]): Promise<void> =>
  call(database, session, 'select record.ask_identity($1, $2, $3)', [run, JSON.stringify(questions)]);

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

/** The queue, those that wait first. Administrators only: others are given none. */
export async function identityQuestions(database: Database, session: Session): Promise<readonly AskedQuestion[]> {
  const { rows } = await database.transaction(session, async (sql) => {
    const asked = await sql.query<Omit<AskedQuestion, 'decidedFor'>>(
      `select question, kind, child, because, candidates, run, asked_at as "askedAt" from record.identity_question where authority = $1 order by asked_at, child`,
      [session.authority],
    );
    const decided = await sql.query<{ value: string; person: string }>('select value, person from record.identify($1)', [
      JSON.stringify(asked.rows.map(({ kind, child }) => ({ kind: childInSource, value: `${kind}:${child}` }))),
    ]);
    const persons = new Map(decided.rows.toReversed().map(({ value, person }) => [value, person]));
    return { rows: asked.rows.map((one) => ({ ...one, decidedFor: persons.get(`${one.kind}:${one.child}`) ?? null })) };
  });
  return rows.toSorted((a, b) => Number(a.decidedFor !== null) - Number(b.decidedFor !== null));
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
