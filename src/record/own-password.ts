import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { hashOf } from './members.ts';

/** What the database keeps of the password of whoever is signed in; null: they have none. */
export async function ownPassword(database: Database, session: Session): Promise<string | null> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ stored: string | null }>('select access.own_password() as stored'),
  );
  return rows[0]?.stored ?? null;
}

/** Stores another, already hashed, and ends every session of this person but the one of this token: whoever knew the old password is out. */
export async function changeOwnPassword(database: Database, session: Session, token: string, hash: string): Promise<void> {
  await database.transaction(session, (sql) => sql.query('select access.change_own_password($1, $2)', [hash, hashOf(token)]));
}
