import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Database } from '../../platform/database.ts';
import type { Session, Standing } from '../contract.ts';
import { logList } from '../listing.ts';
import type { StateRow } from '../rows.ts';
import { asksNothing, asSent, understandSearch } from './asked.ts';
import { inOrder } from './ranking.ts';

/** Somebody found by name or date of birth. `formerly`: other names that were theirs. */
export type Found = { readonly person: string; readonly standing: Standing; readonly formerly: readonly string[] };

/** How many are shown. */
export const mostFound = 50;

type FoundRow = StateRow & { readonly names: readonly string[] };

/** Looks for people by a name as it is heard or half remembered, and by date of birth; best first. The words are logged with how many were found. */
export async function search(
  database: Database,
  session: Session,
  { words, today }: { readonly words: string; readonly today: LocalDate },
): Promise<readonly Found[]> {
  const asked = understandSearch(words, today);
  if (asksNothing(asked)) return [];
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<FoundRow>('select person, names, state from record.search($1)', [JSON.stringify(asSent(asked))]);
    const candidates = rows.map(({ person, names, state }) => ({
      person,
      names: names.length === 0 ? [state.name] : names,
      bornOn: state.bornOn ?? state.expectedOn,
      isOpen: state.openSince !== undefined || state.onPlanSince !== undefined || state.lookedAfterSince !== undefined,
      standing: state,
    }));
    const found = inOrder(asked, candidates).slice(0, mostFound);
    await logList(sql, { words }, found.length);
    return found.map(({ person, names, standing }) => ({ person, standing, formerly: names.slice(1) }));
  });
}
