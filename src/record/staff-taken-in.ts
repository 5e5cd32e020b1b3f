import type { Database } from '../platform/database.ts';
import { asOwnerOf } from './verify.ts';

/** A member of staff under a number of Social Work England, with their file if one has been begun. `isEmpty`: nothing stands in it. */
export type StaffUnderNumber = {
  readonly number: string;
  readonly member: string;
  readonly file: string | null;
  readonly isEmpty: boolean;
};

/** Whose accounts have these numbers. */
export const staffUnder = (owner: Database, authority: number, numbers: readonly string[]): Promise<readonly StaffUnderNumber[]> =>
  asOwnerOf(owner, authority, async (sql) => {
    await sql.query('set local role record_owner');
    const { rows } = await sql.query<StaffUnderNumber>(
      `select m.registration as number, m.member, f.person as file, coalesce(h.position, 0) = 0 as "isEmpty"
       from access.member m left join record.file f on f.authority = m.authority and f.kind = 'staff' and f.subject = m.member
       left join record.head h on h.authority = f.authority and h.person = f.person
       where m.authority = $1 and m.registration = any($2) order by m.registration, m.member`,
      [authority, numbers],
    );
    return rows;
  });

/** Begins the staff file of a member who has none, in the name of whoever takes it in. @returns the file */
export const beginStaffFile = (owner: Database, authority: number, member: string, by: string): Promise<string> =>
  asOwnerOf(owner, authority, async (sql) => {
    await sql.query('set local role record_owner');
    await sql.query(
      `insert into record.file(authority, person, kind, title, subject, made_at, made_by)
       select m.authority, gen_random_uuid(), 'staff', 'Staff file of ' || m.name, m.member, record.now(), $3 from access.member m
       where m.authority = $1 and m.member = $2 on conflict do nothing`,
      [authority, member, by],
    );
    const { rows } = await sql.query<{ person: string }>(
      "select person from record.file where authority = $1 and kind = 'staff' and subject = $2",
      [authority, member],
    );
    return rows[0]?.person ?? noSuch();
  });

const noSuch = (): never => {
  throw new Error('There is no such member of staff any more');
};
