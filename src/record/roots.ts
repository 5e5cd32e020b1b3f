import { addDays, date, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Client, Database } from '../platform/database.ts';
import { asOwnerOf, sealDay } from './verify.ts';

/** One hash over the tips of all chains of an authority, as they stood at the end of a day in England; it holds the root before it. */
export type Root = { readonly authority: number; readonly day: LocalDate; readonly root: string; readonly chains: number };

type Row = { readonly day: string; readonly root: string; readonly chains: number };

/** The sealed days of an authority, from `since` on (all, if absent), the oldest first. Roots are hexadecimal. */
export async function rootsSince(owner: Database, authority: number, since?: LocalDate): Promise<readonly Root[]> {
  const { rows } = await asOwnerOf(owner, authority, (sql) =>
    sql.query<Row>(
      "select day, encode(root, 'hex') as root, chains from record.root where authority = $1 and day >= coalesce($2, '-infinity'::date) order by day",
      [authority, since ?? null],
    ),
  );
  return rows.map(({ day, ...root }) => ({ authority, day: date(day), ...root }));
}

async function lastSealed(sql: Client, authority: number): Promise<LocalDate | undefined> {
  const { rows } = await sql.query<{ day: string | null }>('select max(day) as day from record.root where authority = $1', [authority]);
  return rows[0]?.day ? date(rows[0].day) : undefined;
}

/**
 * Seals each day that is over and was not yet sealed. An authority's first root is of yesterday, and stands for all that went before.
 * @returns the days sealed now; none when `today`, a day in England, is the day after the last sealed one.
 * Throws SL001 while an entry that was begun before midnight is still being written: ask again in a moment.
 */
export async function sealDaysBefore(owner: Database, authority: number, today: LocalDate): Promise<readonly LocalDate[]> {
  const yesterday = addDays(today, -1);
  const last = await asOwnerOf(owner, authority, (sql) => lastSealed(sql, authority));
  if (last !== undefined && last >= yesterday) return [];
  const sealed: LocalDate[] = [];
  for (let day = last === undefined ? yesterday : addDays(last, 1); day <= yesterday; day = addDays(day, 1)) {
    await sealDay(owner, authority, day);
    sealed.push(day);
  }
  return sealed;
}

/** A day whose root is not what it should be, and why. */
export type BrokenDay = { readonly day: LocalDate; readonly why: 'not in the database' | 'another root' | 'chains changed' | 'not linked' };

type Sealed = Row & { readonly previous: string; readonly before: string };

const sealedQuery = `select day, encode(root, 'hex') as root, chains, encode(previous, 'hex') as previous,
  encode(lag(root, 1, '\\x00') over (order by day), 'hex') as before from record.root where authority = $1 order by day`;

/** Whether the chains, as they are stored now, still give the root that was sealed. */
async function isStillGiven(sql: Client, authority: number, { day, root, previous }: Sealed): Promise<boolean> {
  const { rows } = await sql.query<{ root: string }>("select encode(root, 'hex') as root from record.root_of($1, $2, decode($3, 'hex'))", [
    authority,
    day,
    previous,
  ]);
  return rows[0]?.root === root;
}

/** A chain that was changed keeps changing every later root: while the newest holds, so do those before it. */
async function firstChanged(sql: Client, authority: number, sealed: readonly Sealed[]): Promise<Sealed | undefined> {
  const newest = sealed.at(-1);
  if (newest === undefined || (await isStillGiven(sql, authority, newest))) return undefined;
  for (const each of sealed) if (!(await isStillGiven(sql, authority, each))) return each;
  return newest;
}

/**
 * Compares the roots of an authority with its chains, with each other, and with those that were published off this machine
 * (none: with the first two only). @returns the first day that does not hold; undefined: every one does
 */
export async function firstBrokenDay(owner: Database, authority: number, published: readonly Root[] = []): Promise<BrokenDay | undefined> {
  const found = await asOwnerOf(
    owner,
    authority,
    async (sql): Promise<BrokenDay | undefined> => {
      const { rows: sealed } = await sql.query<Sealed>(sealedQuery, [authority]);
      const stored = new Map(sealed.map((each) => [each.day, each]));
      const broken: BrokenDay[] = [];
      const missing = published.find(({ day }) => !stored.has(day));
      const other = published.find(({ day, root }) => stored.has(day) && stored.get(day)?.root !== root);
      const unlinked = sealed.find(({ previous, before }) => previous !== before);
      const changed = await firstChanged(sql, authority, sealed);
      if (missing) broken.push({ day: missing.day, why: 'not in the database' });
      if (other) broken.push({ day: other.day, why: 'another root' });
      if (unlinked) broken.push({ day: date(unlinked.day), why: 'not linked' });
      if (changed) broken.push({ day: date(changed.day), why: 'chains changed' });
      return broken.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0];
    },
    { isSnapshot: true },
  );
  return found;
}
