import { whatStands } from '../kernel/step/history.ts';
import type { Client, Database } from '../platform/database.ts';
import type {
  Appended,
  ChildRecord,
  Derivation,
  Identifier,
  ListedChild,
  ListFilter,
  NewEntry,
  Opened,
  Opening,
  Session,
  Standing,
  TheRecord,
} from './contract.ts';
import { changesOf, nothingStated } from './derive.ts';
import { asClock, asLine, byPerson, chainsQuery, clockColumns, clocksQuery, type ClockRow, type LineRow } from './rows.ts';

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
  readonly lift: (session: Session, person: string, reason: string) => Promise<Restricted>;
};

/** A child found by name. */
export type Found = { readonly person: string; readonly standing: Standing };

export type RecordParts = {
  readonly database: Database;
  readonly derivation: Derivation;
  /** The instant to record at. Obeyed only on the owner's connection of a demonstration or test database. */
  readonly now?: () => string;
};

const refusedState = 'SL001';
const alreadyCorrected = '23505';
const correctsNothing = '23514';

const admit = (person: string, session: Session): Opened => ({ person, session }) as Opened;

/** The refusal in a database error, in words for the person who asked; undefined: it is a fault. */
function refusalIn(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === refusedState) return error.message;
  if (error.code === alreadyCorrected) return 'This statement has already been corrected, or is stated twice about one child';
  return error.code === correctsNothing ? 'A correction must name an earlier statement about the same child' : undefined;
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
    open: (session, people, reason) => open(database, session, people, reason),
    async read(record, knownAt) {
      const known = await readMany(database, derivation, [record], knownAt);
      return known.get(record.person) ?? nothingStated(derivation, record.person);
    },
    readMany: (records, knownAt) => readMany(database, derivation, records, knownAt),
    whoOpened: (record) => whoOpened(database, record),
    append: (session, entries, asRead) =>
      orRefused(append({ database, derivation, ...(now === undefined ? {} : { now }) }, session, entries, asRead)),
    list: (session, filter) => list(database, session, filter),
    identify: (session, identifiers) => identify(database, session, identifiers),
    search: (session, words) => search(database, session, words),
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

type OpeningRow = { readonly person: string; readonly kind: Opening['kind']; readonly ring: string | null };

async function open(
  database: Database,
  session: Session,
  people: readonly string[],
  reason: string,
): Promise<ReadonlyMap<string, Opening>> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<OpeningRow>('select person, kind, ring from record.open($1, $2, $3)', [session.authority, people, reason]),
  );
  return new Map(rows.map((row) => [row.person, asOpening(row, session)]));
}

function asOpening({ person, kind, ring }: OpeningRow, session: Session): Opening {
  if (kind === 'opened') return { kind, record: admit(person, session) };
  return kind === 'restricted' ? { kind, ring: ring ?? '' } : { kind: 'unknown' };
}

async function breakGlass(database: Database, session: Session, person: string, reason: string): Promise<Opening> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ found: boolean }>('select record.break_glass($1, $2, $3) as found', [session.authority, person, reason]),
  );
  return rows[0]?.found === true ? { kind: 'opened', record: admit(person, session) } : { kind: 'unknown' };
}

type StateRow = { readonly person: string; readonly state: Standing };

const standingsQuery = `
  select person, state from record.standing where authority = $1 and person = any($2::uuid[])
    and (case when $3::timestamptz is null then known_to = 'infinity' else known_from <= $3 and known_to > $3 end)`;

async function readMany(
  database: Database,
  derivation: Derivation,
  records: readonly Opened[],
  knownAt?: string,
): Promise<ReadonlyMap<string, ChildRecord>> {
  const [first] = records;
  if (first === undefined) return new Map();
  const { session } = first;
  if (records.some((one) => one.session.actor !== session.actor || one.session.authority !== session.authority))
    throw new Error('Records opened by different sessions cannot be read at once');
  const people = [...new Set(records.map((one) => one.person))];
  const values = [session.authority, people, knownAt ?? null];
  return database.transaction({ ...session, opened: people }, async (sql) => {
    // One snapshot: what is derived belongs to the position that is read.
    await sql.query('set transaction isolation level repeatable read, read only');
    const lines = byPerson((await sql.query<LineRow>(chainsQuery, values)).rows);
    const clocks = byPerson((await sql.query<ClockRow>(clocksQuery, values)).rows);
    const standings = byPerson((await sql.query<StateRow>(standingsQuery, values)).rows);
    return new Map(
      people.map((person) => {
        const chain = (lines.get(person) ?? []).map(asLine);
        const nothing = nothingStated(derivation, person);
        const standing = standings.get(person)?.[0]?.state ?? nothing.standing;
        return [
          person,
          { person, position: chain.length, chain, history: whatStands(chain), clocks: (clocks.get(person) ?? []).map(asClock), standing },
        ];
      }),
    );
  });
}

async function whoOpened(database: Database, { person, session }: Opened) {
  const { rows } = await database.transaction({ ...session, opened: [person] }, (sql) =>
    sql.query<{ openedAt: string; actor: string; reason: string }>(
      'select opened_at as "openedAt", actor, reason from record.access_log where authority = $1 and person = $2 order by opened_at desc',
      [session.authority, person],
    ),
  );
  return rows;
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
    about.map(({ person, answers, corrects, tombstone }) => ({
      entry,
      person,
      expected: positionOf(person),
      corrects,
      tombstone,
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
  const at = new Date().toISOString().replace('T', ' ').replace('Z', '+00');
  const changes = people.map((person) =>
    changesOf(derivation, asRead.get(person) ?? nothingStated(derivation, person), entriesOf.get(person) ?? [], session.actor, at),
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
  return rows.length === 0 ? { kind: 'appended' } : { kind: 'conflict', people: rows };
}

const setClock = (sql: Client, at: string) => sql.query("select set_config('app.now', $1, true)", [at]);

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

/** Written out for now or then: a partial index is used only when the question itself says `known_to = 'infinity'`. */
const listQuery = (filter: ListFilter): string => `
  select person, state from record.standing where authority = $1
    and ${filter.knownAt === undefined ? "known_to = 'infinity' and $2::timestamptz is null" : 'known_from <= $2 and known_to > $2'}
    ${filter.onPlan === true ? 'and on_plan_since is not null' : ''}
    ${filter.teams === undefined ? 'and $3::uuid[] is null' : 'and team = any($3)'}
    ${filter.worker === undefined ? 'and $4::uuid is null' : 'and worker = $4'}
    ${filter.people === undefined ? 'and $5::uuid[] is null' : 'and person = any($5)'}
  order by name, person`;

async function list(database: Database, session: Session, filter: ListFilter): Promise<readonly ListedChild[]> {
  const at = filter.knownAt ?? null;
  return database.transaction(session, async (sql) => {
    await admitOwnRestricted(sql, session);
    const { rows } = await sql.query<StateRow>(listQuery(filter), [
      session.authority,
      at,
      filter.teams ?? null,
      filter.worker ?? null,
      filter.people ?? null,
    ]);
    const clocks = await sql.query<ClockRow>(`select ${clockColumns} from record.listed_clocks($1, $2) order by due_on, rule, started_by`, [
      rows.map((row) => row.person),
      at,
    ]);
    const known = byPerson(clocks.rows);
    return rows.map(({ person, state }) => ({ person, standing: state, clocks: (known.get(person) ?? []).map(asClock) }));
  });
}

/** Restricted children stay in the lists of the people named for them. */
async function admitOwnRestricted(sql: Client, session: Session): Promise<void> {
  if (session.scope === 'none') return;
  const { rows } = await sql.query<{ person: string }>('select person from record.restriction where authority = $1 and reader = $2', [
    session.authority,
    session.actor,
  ]);
  if (rows.length > 0) await sql.query(`set local app.opened = '${rows.map((row) => row.person).join(',')}'`);
}

async function identify(database: Database, session: Session, identifiers: readonly Identifier[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<Identifier & { readonly person: string }>('select kind, value, person from record.identify($1)', [
      JSON.stringify(identifiers),
    ]),
  );
  return new Map(rows.map(({ kind, value, person }) => [`${kind} ${value}`, person]));
}

async function search(database: Database, session: Session, words: string): Promise<readonly Found[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<StateRow>('select person, state from record.search($1)', [words]),
  );
  return rows.map(({ person, state }) => ({ person, standing: state }));
}
