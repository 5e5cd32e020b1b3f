import type { History } from '../kernel/step/history.ts';
import type { Client, Database } from '../platform/database.ts';
import type { Appended, ChildRecord, Derivation, NewEntry, Session } from './contract.ts';
import { changesOf, nothingStated } from './derive.ts';
import { wholeRecords } from './whole-history.ts';

export type RecordParts = {
  readonly database: Database;
  readonly derivation: Derivation;
  /** The instant to record at. Obeyed only on the owner's connection of a demonstration or test database. */
  readonly now?: () => string;
};

/** From how many lines on an append is a part of an import, after which the planner's statistics may be old. */
const bulk = 200;

/** The statements as `record.append` takes them. */
export function statementsOf(actor: string, entries: readonly NewEntry[], positionOf: (person: string) => number) {
  const stated = entries.map(({ entry, step, wording, happenedOn, statedAt, source, draft, shared }) => ({
    entry,
    step,
    wording,
    happenedOn,
    statedAt,
    source,
    draft,
    shared,
    recordedBy: actor,
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

/** What is done besides, in the transaction of the append and only if it was appended. */
export type Besides = (sql: Client) => Promise<unknown>;

/** Appends what was decided upon the records as read; see `TheRecord.append`. */
export async function append(
  { database, derivation, now }: RecordParts,
  session: Session,
  entries: readonly NewEntry[],
  asRead: ReadonlyMap<string, ChildRecord>,
  besides?: Besides,
): Promise<Appended> {
  const people = [...new Set(entries.flatMap((entry) => entry.about.map((about) => about.person)))];
  if (people.length === 0)
    return entries.length === 0 ? { kind: 'appended' } : { kind: 'refused', message: 'A statement must be about somebody' };
  const entriesOf = entriesByPerson(entries);
  const at = now === undefined ? new Date() : new Date(now());
  const read = people.map((person) => asRead.get(person) ?? nothingStated(derivation, person));
  const known = await wholeRecords(database, derivation, session, read);
  const historyOf = historiesIn(known);
  const changes = known.map((record) => changesOf(derivation, record, entriesOf.get(record.person) ?? [], session.actor, at, historyOf));
  const { stated, abouts } = statementsOf(session.actor, entries, (person) => asRead.get(person)?.position ?? 0);
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
    const appended = await sql.query<ConflictRow>(
      'select conflict_person as person, conflict_position as position from record.append($1, $2, $3, $4, $5, $6)',
      values,
    );
    if (appended.rows.length === 0) await besides?.(sql);
    return appended;
  });
  if (abouts.length >= bulk) await database.transaction(null, (sql) => sql.query('select record.refresh_statistics()'));
  return rows.length === 0 ? { kind: 'appended' } : { kind: 'conflict', people: rows };
}

/** The histories of these and of what was merged into them. */
function historiesIn(known: readonly ChildRecord[]): (person: string) => History {
  const histories = new Map(known.flatMap((record) => [record, ...(record.merged ?? [])]).map(({ person, history }) => [person, history]));
  return (person) => {
    const history = histories.get(person);
    if (history === undefined) throw new Error('A record that is merged into another was not read with it');
    return history;
  };
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
