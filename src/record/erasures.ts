import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { asOwnerOf } from './verify.ts';

/** One line of a chain whose words were erased, by whom and on which ground: ids and dates, and words that name nobody. */
export type Erasure = {
  readonly authority: number;
  readonly person: string;
  readonly entry: string;
  readonly notedAt: string;
  readonly decidedBy: string;
  readonly secondedBy: string;
  readonly ground: string;
};

/** Every erasure of an authority, to be kept apart from the database and its backups. */
export async function erasures(owner: Database, authority: number): Promise<readonly Erasure[]> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<Erasure>(
      `select authority, person, entry, noted_at as "notedAt", decided_by as "decidedBy", seconded_by as "secondedBy", ground
       from record.erasure where authority = $1 order by noted_at, person, entry`,
      [authority],
    ),
  );
  return rows;
}

/** Erases again what a backup from before brought back. @returns how many lines had words once more */
export async function eraseAgain(owner: Database, authority: number, known: readonly Erasure[]): Promise<number> {
  return asOwnerOf(owner, authority, async (sql) => {
    let again = 0;
    for (const one of known.filter((each) => each.authority === authority)) {
      const asked = [authority, one.person, one.entry, one.notedAt, one.decidedBy, one.secondedBy, one.ground];
      const { rows } = await sql.query<{ had: boolean }>('select record.erase_again($1, $2, $3, $4, $5, $6, $7) as had', asked);
      if (rows[0]?.had === true) again += 1;
    }
    return again;
  });
}

/** A prepared return whose bytes and explanations were destroyed, by which two and when: ids and instants alone. */
export type DestroyedReturn = {
  readonly authority: number;
  readonly prepared: string;
  readonly destruction: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly destroyedAt: string;
  readonly confirmedBy: string;
};

/** Every prepared return of an authority that was destroyed, for the same list. */
export async function destroyedReturns(owner: Database, authority: number): Promise<readonly DestroyedReturn[]> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<DestroyedReturn>(
      `select d.authority, d.prepared, d.destruction, d.asked_at as "askedAt", d.asked_by as "askedBy", e.ended_at as "destroyedAt", e.ended_by as "confirmedBy"
       from record.return_destruction d join record.return_destruction_end e on e.authority = d.authority and e.destruction = d.destruction
       where d.authority = $1 and e.outcome = 'destroyed' order by e.ended_at, d.prepared`,
      [authority],
    ),
  );
  return rows;
}

/** Destroys again the prepared returns that a backup from before brought back. Refused (SL001) of one whose time is not over. @returns how many had their bytes once more */
export async function destroyReturnsAgain(owner: Database, authority: number, known: readonly DestroyedReturn[]): Promise<number> {
  return asOwnerOf(owner, authority, async (sql) => {
    let again = 0;
    for (const one of known.filter((each) => each.authority === authority)) {
      const asked = [authority, one.prepared, one.destruction, one.askedAt, one.askedBy, one.destroyedAt, one.confirmedBy];
      const { rows } = await sql.query<{ had: boolean }>('select record.destroy_return_again($1, $2, $3, $4, $5, $6, $7) as had', asked);
      if (rows[0]?.had === true) again += 1;
    }
    return again;
  });
}

/** Whose records are kept until a day or an earlier one: by id, and whether a legal hold keeps them all the same. */
export async function comingToAnEnd(
  owner: Database,
  authority: number,
  by: LocalDate,
): Promise<readonly { readonly person: string; readonly keptUntil: LocalDate; readonly isHeld: boolean }[]> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<{ person: string; keptUntil: LocalDate; isHeld: boolean }>(
      `select person, kept_until as "keptUntil", state ? 'heldSince' as "isHeld" from record.standing
       where authority = $1 and known_to = 'infinity' and kept_until <= $2 order by kept_until, person`,
      [authority, by],
    ),
  );
  return rows;
}
