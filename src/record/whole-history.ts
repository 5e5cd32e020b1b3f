import { whatStands, type History } from '../kernel/step/history.ts';
import type { Database } from '../platform/database.ts';
import type { ChildRecord, Session } from './contract.ts';
import { asLines, byPerson, type LineRow } from './rows.ts';

/**
 * The records as append must know them: what is derived from a history that this session may not read in full would be wrong for everybody.
 * Asks the database only for those of which something is unread; what it gives never leaves this folder.
 */
export async function wholeRecords(
  database: Database,
  session: Session,
  asRead: readonly ChildRecord[],
): Promise<ReadonlyMap<string, ChildRecord>> {
  const incomplete = asRead.filter(({ unread = [] }) => unread.length > 0);
  if (incomplete.length === 0) return new Map();
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<LineRow>('select * from record.chains_to_derive_from($1, $2, $3)', [
      session.authority,
      incomplete.map(({ person }) => person),
      null,
    ]),
  );
  const lines = byPerson(rows);
  return new Map(
    incomplete.map((record) => {
      // No further than was read: what came after is a conflict, and is found to be one when it is appended to.
      const chain = asLines((lines.get(record.person) ?? []).filter(({ position }) => position <= record.position));
      const { unread: _, ...rest } = record;
      return [record.person, { ...rest, chain, history: whatStands(chain) }];
    }),
  );
}

/** What a pure rule says of the whole history; see `TheRecord.judge`. */
export async function judge<T>(database: Database, session: Session, asRead: ChildRecord, rule: (history: History) => T): Promise<T> {
  const whole = await wholeRecords(database, session, [asRead]);
  return rule((whole.get(asRead.person) ?? asRead).history);
}
