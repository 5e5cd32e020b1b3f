import { whatStands } from '../kernel/step/history.ts';
import type { Database } from '../platform/database.ts';
import type { ChildRecord, Derivation, Opened, Session } from './contract.ts';
import { nothingStated } from './derive.ts';
import { asClock, asLine, byPerson, chainsQuery, clocksQuery, type ClockRow, type LineRow, type StateRow } from './rows.ts';

/** How many at once: a policy compares every row with the whole list of those opened (500 at once: 3 s). */
const together = 25;

const standingsQuery = `
  select person, state from record.standing where authority = $1 and person = any($2::uuid[])
    and (case when $3::timestamptz is null then known_to = 'infinity' else known_from <= $3 and known_to > $3 end)`;

export async function readMany(
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
  const known = new Map<string, ChildRecord>();
  for (let from = 0; from < people.length; from += together)
    for (const child of await readSome(database, derivation, session, people.slice(from, from + together), knownAt))
      known.set(child.person, child);
  return known;
}

async function readSome(
  database: Database,
  derivation: Derivation,
  session: Session,
  people: readonly string[],
  knownAt?: string,
): Promise<readonly ChildRecord[]> {
  const values = [session.authority, people, knownAt ?? null];
  return database.transaction({ ...session, opened: people }, async (sql) => {
    // One snapshot: what is derived belongs to the position that is read.
    await sql.query('set transaction isolation level repeatable read, read only');
    const lines = byPerson((await sql.query<LineRow>(chainsQuery, values)).rows);
    const clocks = byPerson((await sql.query<ClockRow>(clocksQuery, values)).rows);
    const standings = byPerson((await sql.query<StateRow>(standingsQuery, values)).rows);
    return people.map((person) => {
      const chain = (lines.get(person) ?? []).map(asLine);
      const nothing = nothingStated(derivation, person);
      const standing = standings.get(person)?.[0]?.state ?? nothing.standing;
      return {
        person,
        position: chain.length,
        chain,
        history: whatStands(chain),
        clocks: (clocks.get(person) ?? []).map(asClock),
        standing,
      };
    });
  });
}
