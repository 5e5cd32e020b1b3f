import type { Role } from '../kernel/step/permission.ts';
import type { Database } from '../platform/database.ts';
import { asOwnerOf } from './verify.ts';

/** A member of staff as an operator sees them. `leftAt`: an instant, PostgreSQL's text; null: works here. */
export type StaffMember = {
  readonly member: string;
  readonly name: string;
  readonly email: string;
  readonly team: string | null;
  readonly roles: readonly Role[];
  readonly leftAt: string | null;
};

/** Everybody who works or worked for an authority, by name. For the owner: the application's sessions see colleagues only. */
export async function staffOf(owner: Database, authority: number): Promise<readonly StaffMember[]> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<StaffMember>(
      `select m.member, m.name, m.email, t.name as team, m.roles, m.left_at as "leftAt" from access.member m left join access.team t using (authority, team)
       where m.authority = $1 order by m.left_at is not null, m.name`,
      [authority],
    ),
  );
  return rows;
}

/** The teams of an authority, by name. */
export async function teamsNamed(owner: Database, authority: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<{ team: string; name: string }>('select team, name from access.team where authority = $1 order by name', [authority]),
  );
  return new Map(rows.map(({ name, team }) => [name, team]));
}

/** Stores another password, already hashed, and ends the member's sessions: whoever knew the old one is out. */
export async function changePassword(owner: Database, authority: number, member: string, hash: string): Promise<void> {
  await asOwnerOf(owner, authority, async (sql) => {
    await sql.query('update access.member set password = $3 where authority = $1 and member = $2', [authority, member, hash]);
    await sql.query('delete from access.session where authority = $1 and member = $2', [authority, member]);
  });
}

/** Somebody leaves: they can sign in no more from now on, and stay named where they recorded. */
export async function leave(owner: Database, authority: number, member: string): Promise<void> {
  await asOwnerOf(owner, authority, async (sql) => {
    await sql.query('update access.member set left_at = clock_timestamp() where authority = $1 and member = $2 and left_at is null', [
      authority,
      member,
    ]);
    await sql.query('delete from access.session where authority = $1 and member = $2', [authority, member]);
    await sql.query('select access.tell_staff($1)', [authority]);
  });
}

/** Enters the number under which Social Work England knows a member of staff, in place of what was entered before. */
export async function register(owner: Database, authority: number, member: string, registration: string): Promise<void> {
  await asOwnerOf(owner, authority, (sql) =>
    sql.query('update access.member set registration = $3 where authority = $1 and member = $2', [authority, member, registration]),
  );
}
