import { whatStands } from '../kernel/step/history.ts';
import { apart } from '../kernel/derivation/joined.ts';
import { admittedSettings, type Client, type Database } from '../platform/database.ts';
import { RecordClosed, type ChildRecord, type Derivation, type Opened, type Unread } from './contract.ts';
import { nothingStated } from './derive.ts';
import { joinedWith, withMerged } from './merged.ts';
import { asClock, asLine, byPerson, chainsQuery, clocksQuery, isWhole, type ClockRow, type SeenRow, type StateRow } from './rows.ts';

/** How many at once: a policy compares every row with the whole list of those opened (500 at once: 3 s). */
const together = 25;

type StandingRow = StateRow & { readonly restricted: boolean };

const standingsQuery = `
  select s.person, s.state || coalesce(w.words, '{}') as state, s.restricted from record.standing s left join record.words_of($2, $3) w using (person)
  where s.authority = $1 and s.person = any($2::uuid[])
    and (case when $3::timestamptz is null then s.known_to = 'infinity' else s.known_from <= $3 and s.known_to > $3 end)
  union all
  select f.person, jsonb_build_object('name', f.title, 'file', jsonb_strip_nulls(jsonb_build_object('kind', f.kind, 'subject', f.subject))), false
  from record.file f where f.authority = $1 and f.person = any($2::uuid[])`;

export async function readMany(
  database: Database,
  derivation: Derivation,
  records: readonly Opened[],
  knownAt?: string,
): Promise<ReadonlyMap<string, ChildRecord>> {
  const [first] = records;
  if (first === undefined) return new Map();
  const { session, run } = first;
  if (records.some((one) => one.session.actor !== session.actor || one.session.authority !== session.authority || one.run !== run))
    throw new Error('Records opened by different sessions cannot be read at once');
  const people = [...new Set(records.map((one) => one.person))];
  const at = knownAt === undefined ? undefined : await settledBy(database, knownAt);
  const known = new Map<string, ChildRecord>();
  for (let from = 0; from < people.length; from += together)
    for (const child of await readSome(database, derivation, first, people.slice(from, from + together), at))
      known.set(child.person, child);
  return known;
}

/** The instant asked for, but never later than the oldest write in flight: what was once answered stays the answer. */
export async function settledBy(database: Database, knownAt: string): Promise<string> {
  return (await allSettledBy(database, [knownAt]))[0] ?? knownAt;
}

/** The latest instant of which everything is settled, to the millisecond: what is asked as known at it stays as it was answered. */
export const settledNow = async (database: Database): Promise<string> =>
  new Date(await settledBy(database, new Date().toISOString())).toISOString();

/** Each of the instants asked for, in their order. */
export async function allSettledBy(database: Database, instants: readonly string[]): Promise<readonly string[]> {
  const { rows } = await database.transaction(null, (sql) =>
    sql.query<{ at: string }>(
      `with latest as materialized (select record.settled() as at)
       select least(i.at, latest.at) as at from unnest($1::timestamptz[]) with ordinality i(at, n) cross join latest order by n`,
      [instants],
    ),
  );
  return rows.map(({ at }) => at);
}

/** Asks the door once more, in the transaction that reads: a restriction or another role counts at once. */
export async function admit(sql: Client, { session, run }: Pick<Opened, 'session' | 'run'>, people: readonly string[]): Promise<void> {
  const { rows } = await sql.query<{ people: string[]; steps: string[] }>('select people, steps from record.admits($1, $2, $3)', [
    session.authority,
    people,
    run ?? null,
  ]);
  const [admitted] = rows;
  if (admitted === undefined || admitted.people.length < people.length) throw new RecordClosed();
  await sql.query(admittedSettings(admitted.people, admitted.steps));
}

/** Asks about one open record, in a transaction in which the door has been asked once more. */
export const askOpen = <T>(database: Database, opened: Opened, ask: (sql: Client) => Promise<T>): Promise<T> =>
  database.transaction(opened.session, async (sql) => {
    await admit(sql, opened, [opened.person]);
    return ask(sql);
  });

async function readSome(
  database: Database,
  derivation: Derivation,
  opened: Opened,
  people: readonly string[],
  knownAt?: string,
): Promise<readonly ChildRecord[]> {
  const { session } = opened;
  return database.transaction(session, async (sql) => {
    // One snapshot: what is derived belongs to the position that is read.
    await sql.query('set transaction isolation level repeatable read, read only');
    await admit(sql, opened, people);
    const all = new Set(people);
    const seen = await withMerged(
      derivation,
      await seenOf(sql, opened, people, knownAt),
      ({ chain }) => chain,
      async (merged) => {
        for (const one of merged) all.add(one);
        await admit(sql, opened, [...all]);
        return seenOf(sql, opened, merged, knownAt);
      },
    );
    const values = [session.authority, [...all], knownAt ?? null];
    const clocks = byPerson((await sql.query<ClockRow>(clocksQuery, values)).rows);
    const standings = byPerson((await sql.query<StandingRow>(standingsQuery, values)).rows);
    const derivedOf = (person: string) => ({
      clocks: (clocks.get(person) ?? []).map(asClock),
      standing: standings.get(person)?.[0]?.state ?? nothingStated(derivation, person).standing,
      ...(standings.get(person)?.[0]?.restricted === true ? { restricted: true as const } : {}),
    });
    return people.map((person) => recordFrom(derivation, seen, derivedOf, person));
  });
}

type DerivedOf = (person: string) => Pick<ChildRecord, 'clocks' | 'standing' | 'restricted'>;

/** A record with those that were merged into it. */
function recordFrom(derivation: Derivation, seen: ReadonlyMap<string, Seen>, derivedOf: DerivedOf, person: string): ChildRecord {
  const { unread = [], ...own } = seen.get(person) ?? nothingSeen;
  const stands = whatStands(own.chain);
  const merged = derivation.merges(stands).keeps.map((one) => recordFrom(derivation, seen, derivedOf, one));
  const all = [...merged.flatMap((one) => one.unread ?? []).map((one) => ({ ...one, position: one.position - apart })), ...unread];
  return {
    person,
    ...own,
    history: joinedWith(derivation, stands, merged),
    ...derivedOf(person),
    ...(all.length === 0 ? {} : { unread: all }),
    ...(merged.length === 0 ? {} : { merged }),
  };
}

type Seen = Pick<ChildRecord, 'position' | 'chain' | 'unread'>;
const nothingSeen: Seen = { position: 0, chain: [] };

async function seenOf(sql: Client, opened: Opened, people: readonly string[], knownAt?: string): Promise<ReadonlyMap<string, Seen>> {
  const lines = byPerson(await linesOf(sql, opened, people, knownAt));
  return new Map(people.map((person) => [person, asSeen(lines.get(person) ?? [])]));
}

/** What this session may read; a running import reads all that stands, which it must compare with and does not show. */
async function linesOf(sql: Client, { session, run }: Opened, people: readonly string[], knownAt?: string): Promise<readonly SeenRow[]> {
  if (run === undefined || knownAt !== undefined)
    return withOwnAnswers(sql, people, (await sql.query<SeenRow>(chainsQuery, [session.authority, people, knownAt ?? null])).rows);
  const { rows } = await sql.query<SeenRow>('select * from record.chains_to_derive_from($1, $2, $3)', [session.authority, people, run]);
  return rows.map((row) => ({ ...row, shared: row.shared ?? {}, answers: row.answers ?? {} }));
}

/** What the session may read of a chain, and where something is that it may not. */
function asSeen(rows: readonly SeenRow[]): Seen {
  const chain = rows.filter(hasWords).map(asLine);
  const struck = struckOut(rows);
  const unread = rows
    .filter((row) => !isWhole(row))
    .map(({ position, recorded_at }): Unread => ({
      position,
      recordedAt: recorded_at,
      ...(struck.has(position) ? { isStruck: true } : {}),
    }));
  return { position: rows.at(-1)?.position ?? 0, chain, ...(unread.length === 0 ? {} : { unread }) };
}

/** The positions of what was struck out, with all that it corrected. */
function struckOut(rows: readonly SeenRow[]): ReadonlySet<number> {
  const struck = new Set<number>();
  for (const { position, tombstone, corrects } of rows.toReversed())
    if ((tombstone || struck.has(position)) && corrects !== null) struck.add(corrects);
  return struck;
}

const hasWords = (row: SeenRow): row is SeenRow & { readonly step: string } => row.step !== null && row.answers !== null;

/** Where the shared words name a restricted brother or sister, this child's own answers are still this child's. */
async function withOwnAnswers(sql: Client, people: readonly string[], rows: readonly SeenRow[]): Promise<readonly SeenRow[]> {
  if (!rows.some((row) => row.step !== null && row.answers === null)) return rows;
  const own = await sql.query<{ person: string; entry: string; answers: Readonly<Record<string, unknown>> }>(
    'select person, entry, answers from record.own_answers($1)',
    [people],
  );
  const found = new Map(own.rows.map(({ person, entry, answers }) => [`${person} ${entry}`, answers]));
  return rows.map((row) => {
    const answers = row.answers === null ? found.get(`${row.person} ${row.entry}`) : undefined;
    return answers === undefined ? row : { ...row, answers, withheld: true };
  });
}
