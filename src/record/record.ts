import type { Client, Database } from '../platform/database.ts';
import type { Appended, ChildRecord, Derivation, NewEntry, Opened, Opening, Session, TheRecord } from './contract.ts';
import { boardCounts, boardPart, type BoardCounts, type BoardPart } from './board.ts';
import { changesOf, nothingStated } from './derive.ts';
import { claimants, identify, list, search, type Found } from './listing.ts';
import { movedSince, type MovedFilter } from './moved.ts';
import { alerts, breakGlass, open, restriction, whoOpened, type Alert } from './opening.ts';
import { counts, type Counts } from './population.ts';
import { readMany } from './reading.ts';
import { named, relatives } from './relatives.ts';
import { savedViews, saveView, type SavedView } from './saved-views.ts';
import { judge, wholeRecords } from './whole-history.ts';

/** A record restricted to named people, or freed again. */
export type Restricted = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string };

/** The record, with what few may do. */
export type WholeRecord = TheRecord & {
  /** Many opened records at once, by person; all must have been opened by one session. */
  readonly readMany: (records: readonly Opened[], knownAt?: string) => Promise<ReadonlyMap<string, ChildRecord>>;
  /** Opens a restricted record all the same: always works for a practitioner, always alerts. */
  readonly breakGlass: (session: Session, person: string, reason: string) => Promise<Opening>;
  /** Restricts a record to named readers; again: to others. Team managers and heads of service. */
  readonly restrict: (
    session: Session,
    person: string,
    to: { readonly readers: readonly string[]; readonly ring: string; readonly reason: string },
  ) => Promise<Restricted>;
  /** Unrestricted children whose name holds all these words, for practitioners: whom they may open, they may find. At most 50. */
  readonly search: (session: Session, words: string) => Promise<readonly Found[]>;
  /** How many children there were at several instants, each as known at it; of all teams or of those named. */
  readonly counts: (session: Session, instants: readonly string[], teams?: readonly string[]) => Promise<readonly Counts[]>;
  /** Of those on a plan or looked after at a past instant: how many of this session's children they were, who are now another team's or worker's. */
  readonly movedSince: (session: Session, filter: MovedFilter, knownAt: string) => Promise<number>;
  /** What is counted on the boards now, for sessions whose lists are of the whole service: of all of it, or of some teams. Anybody else: nothing. */
  readonly boardCounts: (session: Session, at: Date, teams?: readonly string[]) => Promise<BoardCounts>;
  /** Some children of a board now, in its order; for the same sessions. */
  readonly boardPart: (session: Session, at: Date, part: BoardPart) => Promise<readonly string[]>;
  /** The member's own views of a page, by name. */
  readonly savedViews: (session: Session, page: string) => Promise<readonly SavedView[]>;
  /** Saves a view under its name; an empty query forgets it. */
  readonly saveView: (session: Session, page: string, view: SavedView) => Promise<Restricted>;
  /** Every breaking of the glass, newest first, for team managers and heads of service; nobody else is given any. */
  readonly alerts: (session: Session) => Promise<readonly Alert[]>;
  readonly lift: (session: Session, person: string, reason: string) => Promise<Restricted>;
};

export type RecordParts = {
  readonly database: Database;
  readonly derivation: Derivation;
  /** The instant to record at. Obeyed only on the owner's connection of a demonstration or test database. */
  readonly now?: () => string;
};

/** From how many lines on an append is a part of an import, after which the planner's statistics may be old. */
const bulk = 200;

const refusedState = 'SL001';
const alreadyCorrected = '23505';
const correctsNothing = '23514';

/** The refusal in a database error, in words for the person who asked; undefined: it is a fault. */
function refusalIn(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === refusedState) return error.message;
  if (error.code === alreadyCorrected) return 'This statement has already been corrected, or is stated twice about one child';
  return error.code === correctsNothing && 'table' in error && error.table === 'ledger'
    ? 'A correction must name an earlier statement about the same child'
    : undefined;
}

/** @returns a value, or the refusal in words */
async function orRefused<T>(work: Promise<T>): Promise<T | { readonly kind: 'refused'; readonly message: string }> {
  try {
    return await work;
  } catch (error) {
    const message = refusalIn(error);
    if (message === undefined) throw error;
    return { kind: 'refused', message };
  }
}

/** The one way to state, open, read and list. Everything goes through row-level security as the session that asks. */
export function createRecord({ database, derivation, now }: RecordParts): WholeRecord {
  return {
    open: (session, people, why) => open(database, session, people, why),
    async read(record, knownAt) {
      const known = await readMany(database, derivation, [record], knownAt);
      return known.get(record.person) ?? nothingStated(derivation, record.person);
    },
    readMany: (records, knownAt) => readMany(database, derivation, records, knownAt),
    whoOpened: (record) => whoOpened(database, record),
    restriction: (record) => restriction(database, record),
    judge: (session, asRead, rule) => judge(database, session, asRead, rule),
    append: (session, entries, asRead) =>
      orRefused(append({ database, derivation, ...(now === undefined ? {} : { now }) }, session, entries, asRead)),
    list: (session, filter) => list(database, session, filter),
    relatives: (record, knownAt) => relatives(database, record, knownAt),
    named: (session, people, knownAt) => named(database, session, people, knownAt),
    identify: (session, identifiers) => identify(database, session, identifiers),
    claimants: (session, identifiers) => claimants(database, session, identifiers),
    search: (session, words) => search(database, session, words),
    counts: (session, instants, teams) => counts(database, session, instants, teams),
    movedSince: (session, filter, knownAt) => movedSince(database, session, filter, knownAt),
    boardCounts: (session, at, teams) => boardCounts(database, session, at, teams),
    boardPart: (session, at, part) => boardPart(database, session, at, part),
    savedViews: (session, page) => savedViews(database, session, page),
    saveView: (session, page, view) => orRefused(saveView(database, session, page, view).then(() => ({ kind: 'done' }) as const)),
    alerts: (session) => alerts(database, session),
    breakGlass: (session, person, reason) => breakGlass(database, session, person, reason),
    restrict: (session, person, { readers, ring, reason }) =>
      orRefused(done(database, session, 'select record.restrict($1, $2, $3, $4, $5)', [session.authority, person, readers, ring, reason])),
    lift: (session, person, reason) =>
      orRefused(done(database, session, 'select record.lift($1, $2, $3)', [session.authority, person, reason])),
  };
}

async function done(database: Database, session: Session, statement: string, values: readonly unknown[]): Promise<Restricted> {
  await database.transaction(session, (sql) => sql.query(statement, [...values]));
  return { kind: 'done' };
}

/** The statements as `record.append` takes them. */
function statementsOf(session: Session, entries: readonly NewEntry[], positionOf: (person: string) => number) {
  const stated = entries.map(({ entry, step, wording, happenedOn, statedAt, source, shared }) => ({
    entry,
    step,
    wording,
    happenedOn,
    statedAt,
    source,
    shared,
    recordedBy: session.actor,
  }));
  const abouts = entries.flatMap(({ entry, about }) =>
    about.map(({ person, answers, corrects, tombstone, reason }) => ({
      entry,
      person,
      expected: positionOf(person),
      corrects,
      tombstone,
      reason,
      answers,
    })),
  );
  return { stated, abouts };
}

type ConflictRow = { readonly person: string; readonly position: number };

async function append(
  { database, derivation, now }: RecordParts,
  session: Session,
  entries: readonly NewEntry[],
  asRead: ReadonlyMap<string, ChildRecord>,
): Promise<Appended> {
  const people = [...new Set(entries.flatMap((entry) => entry.about.map((about) => about.person)))];
  if (people.length === 0)
    return entries.length === 0 ? { kind: 'appended' } : { kind: 'refused', message: 'A statement must be about somebody' };
  const entriesOf = entriesByPerson(entries);
  const at = new Date();
  const read = new Map(people.map((person) => [person, asRead.get(person) ?? nothingStated(derivation, person)]));
  const whole = await wholeRecords(database, session, [...read.values()]);
  const changes = [...read].map(([person, record]) =>
    changesOf(derivation, whole.get(person) ?? record, entriesOf.get(person) ?? [], session.actor, at),
  );
  const { stated, abouts } = statementsOf(session, entries, (person) => asRead.get(person)?.position ?? 0);
  const values = [
    session.authority,
    ...[
      stated,
      abouts,
      changes.flatMap((each) => each.clocks),
      changes.flatMap((each) => each.standings),
      changes.flatMap((each) => each.identifiers),
    ].map((each) => JSON.stringify(each)),
  ];
  const { rows } = await database.transaction(session, async (sql) => {
    if (now !== undefined) await setClock(sql, now());
    return sql.query<ConflictRow>(
      'select conflict_person as person, conflict_position as position from record.append($1, $2, $3, $4, $5, $6)',
      values,
    );
  });
  if (abouts.length >= bulk) await database.transaction(null, (sql) => sql.query('select record.refresh_statistics()'));
  return rows.length === 0 ? { kind: 'appended' } : { kind: 'conflict', people: rows };
}

/** A literal, as every fact of a session; an instant in ISO 8601 and nothing else. */
const setClock = (sql: Client, at: string) => sql.query(`set local app.now = '${new Date(at).toISOString()}'`);

function entriesByPerson(entries: readonly NewEntry[]): ReadonlyMap<string, readonly NewEntry[]> {
  const found = new Map<string, NewEntry[]>();
  for (const entry of entries)
    for (const person of new Set(entry.about.map((about) => about.person))) {
      const known = found.get(person);
      if (known === undefined) found.set(person, [entry]);
      else known.push(entry);
    }
  return found;
}
