import type { Database } from '../platform/database.ts';
import { call } from './call.ts';
import type { Session } from './contract.ts';

/** Filters of a page under a name, one person's own. `query`: as in the page's address. */
export type SavedView = { readonly name: string; readonly query: string };

export async function savedViews(database: Database, session: Session, page: string): Promise<readonly SavedView[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<SavedView>('select name, query from access.saved_view where authority = $1 and member = $2 and page = $3 order by name', [
      session.authority,
      session.actor,
      page,
    ]),
  );
  return rows;
}

/** Saves a view, or saves it anew; an empty query forgets it. Refused (SQLSTATE SL001) without a name, or beyond 30. */
export const saveView = (database: Database, session: Session, page: string, { name, query }: SavedView): Promise<void> =>
  call(database, session, 'select access.save_view($1, $2, $3, $4)', [page, name, query]);
