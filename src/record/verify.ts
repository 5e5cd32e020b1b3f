import type { Client, Database } from '../platform/database.ts';

/** What a recomputation of every chain and root found. */
export type Verified = {
  readonly children: number;
  readonly lines: number;
  /** Lines whose words are gone because somebody decided it, as it is noted. Absent: none. */
  readonly erased?: number;
  /** The first link that does not hold. */
  readonly broken?: { readonly person: string; readonly position: number };
  /** The first day whose root does not hold. */
  readonly brokenRoot?: { readonly day: string };
};

type Row = {
  readonly children: number;
  readonly lines: number;
  readonly erased: number;
  readonly broken_person: string | null;
  readonly broken_position: number | null;
  readonly broken_day: string | null;
};

/** The owner's connection still names the authority: an owner that is no superuser is held by the policies too. */
export const asOwnerOf = <T>(
  owner: Database,
  authority: number,
  work: (sql: Client) => Promise<T>,
  { isSnapshot = false } = {},
): Promise<T> =>
  owner.transaction(null, async (sql) => {
    if (isSnapshot) await sql.query('set transaction isolation level repeatable read');
    await sql.query(`set local app.authority = '${Math.trunc(authority)}'`);
    return work(sql);
  });

/** Recomputes every chain of an authority, and its roots, from what is stored. Reads only. */
export async function verify(owner: Database, authority: number): Promise<Verified> {
  const { rows } = await asOwnerOf(owner, authority, async (sql) => {
    // A database that was killed before its statistics were taken would be joined line by line: minutes for 1,500 children, instead of a second.
    await sql.query('set local enable_nestloop = off');
    return sql.query<Row>('select * from record.verify($1)', [authority]);
  });
  const [row] = rows;
  if (row === undefined) throw new Error('record.verify gave no row');
  return {
    children: row.children,
    lines: row.lines,
    ...(row.erased === 0 ? {} : { erased: row.erased }),
    ...(row.broken_person === null || row.broken_position === null
      ? {}
      : { broken: { person: row.broken_person, position: row.broken_position } }),
    ...(row.broken_day === null ? {} : { brokenRoot: { day: row.broken_day } }),
  };
}

/** The first file whose content is not what the ledger says of it: another, or gone although nobody noted that it was erased. Reads only. */
export async function brokenFile(
  owner: Database,
  authority: number,
): Promise<{ readonly person: string; readonly entry: string } | undefined> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<{ person: string; entry: string }>('select person, entry from record.broken_attachments($1) limit 1', [authority]),
  );
  return rows[0];
}

/** Seals a day that is over (`YYYY-MM-DD`, England) under one root. @returns the root in hexadecimal, to be published off the machine */
export async function sealDay(owner: Database, authority: number, day: string): Promise<string> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<{ root: string }>("select encode(record.seal_day($1, $2), 'hex') as root", [authority, day]),
  );
  return rows[0]?.root ?? '';
}
