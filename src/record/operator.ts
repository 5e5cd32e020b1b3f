import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { asOwnerOf } from './verify.ts';

/** The session under which a command at the server's own keyboard acts: the authority's first administrator. */
export async function operatorOf(owner: Database, authority: number): Promise<Session | undefined> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<{ member: string }>(
      "select member from access.member where authority = $1 and 'administrator' = any(roles) and left_at is null order by name limit 1",
      [authority],
    ),
  );
  const [row] = rows;
  return row && { authority, actor: row.member, roles: ['administrator'], teams: [], scope: 'none' };
}
