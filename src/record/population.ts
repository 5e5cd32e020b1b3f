import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { admitOwnRestricted, withinScope } from './listing.ts';
import { movedIn } from './moved.ts';
import { allSettledBy } from './reading.ts';

/** How many children there were at an instant, as known at it, of those whom the session's lists may show today. */
export type Counts = {
  readonly at: string;
  readonly onPlan: number;
  readonly lookedAfter: number;
  readonly both: number;
  /** Reviewed on this plan, or in this period of care, within the six months before. */
  readonly onPlanReviewed: number;
  readonly lookedAfterReviewed: number;
  /** Who would have been counted then and have since gone to another team or worker: they are in none of the other numbers. */
  readonly moved: number;
};

/** Reviewed within six months as `practice/board-marks.ts` says it of now, and `record.count_at` of the whole service. */
const query = (withinScope: string): string => `
  select to_json(i.at) #>> '{}' as at,
    count(*) filter (where s.on_plan_since is not null)::int as "onPlan",
    count(*) filter (where s.looked_after_since is not null)::int as "lookedAfter",
    count(*) filter (where s.on_plan_since is not null and s.looked_after_since is not null)::int as "both",
    count(*) filter (where s.on_plan_since is not null and s.state ->> 'lastReviewOn' >= i.since and s.state ->> 'lastReviewOn' >= s.on_plan_since::text)::int as "onPlanReviewed",
    count(*) filter (where s.looked_after_since is not null and s.state ->> 'lastLookedAfterReviewOn' >= i.since
      and (s.state ->> 'careBeganEarlier' = 'true' or s.state ->> 'lastLookedAfterReviewOn' >= s.looked_after_since::text))::int as "lookedAfterReviewed"
  from (select a.n, a.at, a.settled, ((a.at at time zone 'Europe/London')::date - interval '6 months')::date::text as since
    from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality a(at, settled, n)) i
  left join record.standing s on s.authority = $1 and s.known_from <= i.settled and s.known_to > i.settled
    and (s.on_plan_since is not null or s.looked_after_since is not null) ${withinScope}
  group by i.n, i.at order by i.n`;

const wholeQuery = `
  select to_json(at) #>> '{}' as at, on_plan as "onPlan", looked_after as "lookedAfter", both_of_them as "both", on_plan_reviewed as "onPlanReviewed",
    looked_after_reviewed as "lookedAfterReviewed", 0 as moved
  from record.counts_then($1)`;

/** Of the whole service, at instants of which all is known: each was counted once, and kept. Nobody has moved to another. Undefined: not all are settled. */
async function countsOfWhole(database: Database, session: Session, instants: readonly string[]): Promise<readonly Counts[] | undefined> {
  const { rows } = await database.transaction(session, async (sql) => {
    await admitOwnRestricted(sql, session);
    return sql.query<Counts>(wholeQuery, [instants]);
  });
  return rows.length === instants.length ? rows : undefined;
}

/** Counts at several instants at once, in their order, of all teams or of those named. */
export async function counts(
  database: Database,
  session: Session,
  instants: readonly string[],
  teams?: readonly string[],
): Promise<readonly Counts[]> {
  if (instants.length === 0) return [];
  if (session.scope === 'all' && teams === undefined) {
    const found = await countsOfWhole(database, session, instants);
    if (found !== undefined) return found;
  }
  const settled = await allSettledBy(database, instants);
  return database.transaction(session, async (sql) => {
    const values: unknown[] = [session.authority, instants, settled];
    const given = (value: unknown): string => `$${values.push(value)}`;
    const asked = teams === undefined ? undefined : `team = any(${given(teams)}::uuid[])`;
    const own = withinScope(session, await admitOwnRestricted(sql, session), given, true);
    const conditions = [asked, own].filter((condition) => condition !== undefined);
    const { rows } = await sql.query<Omit<Counts, 'moved'>>(query(conditions.map((condition) => `and ${condition}`).join(' ')), values);
    const moved = await movedIn(sql, { onPlan: true, lookedAfter: true, ...(teams === undefined ? {} : { teams }) }, settled);
    return rows.map((row, n) => ({ ...row, moved: moved[n] ?? 0 }));
  });
}
