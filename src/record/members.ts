import { randomBytes, createHash } from 'node:crypto';
import type { Permissions, Role } from '../kernel/step/permission.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import type { Client, Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { asOwnerOf } from './verify.ts';

export type Authority = { readonly authority: number; readonly name: string };
export type Team = { readonly authority: number; readonly team: string; readonly name: string; readonly area?: string };
export type Member = {
  readonly authority: number;
  readonly member: string;
  readonly name: string;
  readonly email: string;
  /** As it is to be stored: already hashed. */
  readonly password?: string;
  readonly team?: string;
  readonly manages?: readonly string[];
  readonly roles: readonly Role[];
  /** Their number at Social Work England: SW and digits. */
  readonly registration?: string;
};

/** A session with the name of who it is. */
export type SignedIn = Session & { readonly name: string };

/** What the database keeps of a session's secret. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Begins a session. @returns its secret, for the cookie: the database keeps only the hash */
export async function beginSession(database: Database, authority: number, member: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.transaction(null, (sql) => sql.query('select access.begin_session($1, $2, $3)', [authority, member, hashOf(token)]));
  return token;
}

type SessionRow = {
  readonly authority: number;
  readonly member: string;
  readonly name: string;
  readonly roles: Role[];
  readonly teams: string[];
  readonly scope: Session['scope'];
};

/**
 * The session of a secret, with roles and teams as they are now; undefined: none, or over (12 hours, or one hour unused).
 * A page that asks by itself does not use it.
 */
export async function sessionOf(database: Database, token: string, by: 'person' | 'page' = 'person'): Promise<SignedIn | undefined> {
  const look = by === 'page' ? 'session_seen' : 'session_of';
  const { rows } = await database.transaction(null, (sql) => sql.query<SessionRow>(`select * from access.${look}($1)`, [hashOf(token)]));
  const [row] = rows;
  return row && { authority: row.authority, actor: row.member, name: row.name, roles: row.roles, teams: row.teams, scope: row.scope };
}

export async function endSession(database: Database, token: string): Promise<void> {
  await database.transaction(null, (sql) => sql.query('select access.end_session($1)', [hashOf(token)]));
}

export async function authorities(database: Database): Promise<readonly Authority[]> {
  const { rows } = await database.transaction(null, (sql) => sql.query<Authority>('select authority, name from access.authorities()'));
  return rows;
}

/** For sign-in by password. */
export async function memberByEmail(
  database: Database,
  authority: number,
  email: string,
): Promise<{ readonly member: string; readonly name: string; readonly password: string | null } | undefined> {
  const { rows } = await database.transaction(null, (sql) =>
    sql.query<{ member: string; name: string; password: string | null }>('select * from access.member_by_email($1, $2)', [
      authority,
      email,
    ]),
  );
  return rows[0];
}

export type Choosable = { readonly member: string; readonly name: string; readonly roles: readonly Role[]; readonly team: string | null };

/** Whom one can be in a demonstration; nobody on a live database. */
export async function membersToChoose(database: Database, authority: number): Promise<readonly Choosable[]> {
  const { rows } = await database.transaction(null, (sql) =>
    sql.query<Choosable>('select * from access.members_to_choose($1)', [authority]),
  );
  return rows;
}

/** Everybody of the session's authority, by id: to show names. */
export async function colleagues(
  database: Database,
  session: Session,
): Promise<
  ReadonlyMap<
    string,
    {
      readonly member: string;
      readonly name: string;
      readonly email: string;
      readonly team: string | null;
      readonly roles: readonly Role[];
    }
  >
> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ member: string; name: string; email: string; team: string | null; roles: Role[] }>(
      'select member, name, email, team, roles from access.member where authority = $1 order by name',
      [session.authority],
    ),
  );
  return new Map(rows.map((row) => [row.member, row]));
}

export async function teamsOf(
  database: Database,
  session: Session,
): Promise<readonly { readonly team: string; readonly name: string; readonly area: string | null }[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ team: string; name: string; area: string | null }>(
      'select team, name, area from access.team where authority = $1 order by name',
      [session.authority],
    ),
  );
  return rows;
}

export async function addAuthority(owner: Database, { authority, name }: Authority): Promise<void> {
  await asOwnerOf(owner, authority, (sql) =>
    sql.query('insert into access.authority(authority, name) values ($1, $2) on conflict (authority) do update set name = excluded.name', [
      authority,
      name,
    ]),
  );
}

/** How the authority is reached, as its letters say it under its name: a line each. */
export async function letterheadOf(database: Database, session: Session): Promise<readonly string[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ lines: string[] | null }>('select access.letterhead() as lines'),
  );
  return rows[0]?.lines ?? [];
}

export async function setLetterhead(owner: Database, authority: number, lines: readonly string[]): Promise<void> {
  await asOwnerOf(owner, authority, (sql) =>
    sql.query('update access.authority set letterhead = $2 where authority = $1', [authority, lines]),
  );
}

/** What teams and managers there were is kept. Servers remember names for a while: they are told when one is added or changed. */
async function tellStaffChanged(sql: Client, authority: number): Promise<void> {
  await sql.query('select access.tell_staff($1)', [authority]);
  await sql.query("select pg_notify('sightline', json_build_object('authority', $1::int, 'staff', true)::text)", [authority]);
}

export async function addTeam(owner: Database, { authority, team, name, area }: Team): Promise<void> {
  await asOwnerOf(owner, authority, async (sql) => {
    await sql.query(
      'insert into access.team values ($1, $2, $3, $4) on conflict (authority, team) do update set name = excluded.name, area = excluded.area',
      [authority, team, name, area ?? null],
    );
    await tellStaffChanged(sql, authority);
  });
}

/** Adds a member, or changes them: their roles and teams count from their next request. */
export async function addMember(
  owner: Database,
  { authority, member, name, email, password, team, manages = [], roles, registration }: Member,
): Promise<void> {
  await asOwnerOf(owner, authority, async (sql) => {
    // Two additions of one member at once would meet at their address: the second waits, and changes the first.
    await sql.query("select pg_advisory_xact_lock(hashtextextended('access.member ' || $1, 0))", [String(authority)]);
    await sql.query(
      `insert into access.member(authority, member, name, email, password, team, roles, registration) values ($1, $2, $3, lower($4), $5, $6, $7, $8)
         on conflict (authority, member) do update set name = excluded.name, email = excluded.email, password = coalesce(excluded.password, member.password),
           team = excluded.team, roles = excluded.roles, registration = coalesce(excluded.registration, member.registration)`,
      [authority, member, name, email, password ?? null, team ?? null, roles, registration ?? null],
    );
    await sql.query('delete from access.member_team where authority = $1 and member = $2', [authority, member]);
    await sql.query('insert into access.member_team select distinct $1::int, $2::uuid, t from unnest($3::uuid[]) t', [
      authority,
      member,
      manages,
    ]);
    await tellStaffChanged(sql, authority);
  });
}

/** Gives the database the table of who may do what, by the name of each step; what it held before is replaced. */
export async function syncPermissions(
  owner: Database,
  authority: number,
  table: ReadonlyMap<string, Permissions & Pick<AnyStep, 'file'>>,
): Promise<void> {
  const rows = [...table].flatMap(([step, may]) =>
    (['record', 'read'] as const).flatMap((verb) => may[verb].map((role) => ({ step, verb, role, file: may.file }))),
  );
  await asOwnerOf(owner, authority, async (sql) => {
    // Two servers starting at once: the second waits, and writes the same.
    await sql.query("select pg_advisory_xact_lock(hashtextextended('record.permission ' || $1, 0))", [String(authority)]);
    await sql.query('delete from record.permission where authority = $1', [authority]);
    await sql.query(
      'insert into record.permission select distinct $1::int, p.step, p.verb, p.role, p.file from jsonb_to_recordset($2) p(step text, verb text, role text, file text)',
      [authority, JSON.stringify(rows)],
    );
  });
}
