import type { Client, Database } from '../platform/database.ts';
import type { ListFilter, Session } from './contract.ts';
import { allSettledBy } from './reading.ts';

export type MovedFilter = Pick<ListFilter, 'onPlan' | 'lookedAfter' | 'teams'>;

/**
 * How many of the children whom this session's lists would have shown at each settled instant are now another team's, or another worker's: a list of
 * the past is for those entitled today, and must say what it leaves out. A number, and never of a child whose record is restricted.
 */
export async function movedIn(sql: Client, filter: MovedFilter, instants: readonly string[]): Promise<readonly number[]> {
  const { rows } = await sql.query<{ moved: number }>('select moved from record.moved_since($1, $2, $3, $4)', [
    instants,
    filter.onPlan ?? false,
    filter.lookedAfter ?? false,
    filter.teams ?? null,
  ]);
  return rows.map(({ moved }) => moved);
}

export async function movedSince(database: Database, session: Session, filter: MovedFilter, knownAt: string): Promise<number> {
  const instants = await allSettledBy(database, [knownAt]);
  return database.transaction(session, async (sql) => (await movedIn(sql, filter, instants))[0] ?? 0);
}
