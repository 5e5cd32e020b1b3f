import type { History } from '../kernel/step/history.ts';
import type { Database } from '../platform/database.ts';
import type { ChildRecord, Derivation, Session } from './contract.ts';
import { historyFrom } from './merged.ts';
import { asLines, byPerson, type LineRow } from './rows.ts';

/**
 * The records as append must know them: what is derived from a history that this session may not read in full would be wrong for everybody.
 * Asks the database only for those of which something is unread; what it gives never leaves this folder.
 */
export async function wholeRecords(
  database: Database,
  derivation: Derivation,
  session: Session,
  asRead: readonly ChildRecord[],
): Promise<readonly ChildRecord[]> {
  const isIncomplete = ({ unread = [] }: ChildRecord): boolean => unread.length > 0;
  const incomplete = asRead.filter(isIncomplete).flatMap((record) => [record, ...allMerged(record)]);
  if (incomplete.length === 0) return asRead;
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<LineRow>('select * from record.chains_to_derive_from($1, $2, $3)', [
      session.authority,
      incomplete.map(({ person }) => person),
      null,
    ]),
  );
  const lines = byPerson(rows);
  // No further than was read: what came after is a conflict, and is found to be one when it is appended to.
  const chains = new Map(
    incomplete.map(({ person, position: last }) => [person, asLines((lines.get(person) ?? []).filter(({ position }) => position <= last))]),
  );
  const wholeOf = (record: ChildRecord): ChildRecord => {
    const { unread: _, merged, ...rest } = record;
    const history = historyFrom(derivation, (person) => chains.get(person) ?? [], record.person);
    return { ...rest, chain: chains.get(record.person) ?? [], history, ...(merged === undefined ? {} : { merged: merged.map(wholeOf) }) };
  };
  return asRead.map((record) => (isIncomplete(record) ? wholeOf(record) : record));
}

const allMerged = ({ merged = [] }: ChildRecord): readonly ChildRecord[] => merged.flatMap((one) => [one, ...allMerged(one)]);

/** What a pure rule says of the whole history; see `TheRecord.judge`. */
export async function judge<T>(
  { database, derivation }: { readonly database: Database; readonly derivation: Derivation },
  session: Session,
  asRead: ChildRecord,
  rule: (history: History) => T,
): Promise<T> {
  const [whole = asRead] = await wholeRecords(database, derivation, session, [asRead]);
  return rule(whole.history);
}
