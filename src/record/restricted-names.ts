import type { Database } from '../platform/database.ts';
import type { Opened } from './contract.ts';
import { askOpen } from './reading.ts';

/** So many texts are looked through at once; the database refuses twice as many. */
const atOnce = 10_000;

/** Which of these texts, by their place from 0, name somebody of the family whose record is closed to whoever asks; never whom. Each asking is logged. */
export const restrictedNamesIn = (database: Database, opened: Opened, texts: readonly string[]): Promise<ReadonlySet<number>> =>
  askOpen(database, opened, async (sql) => {
    const found = new Set<number>();
    for (let from = 0; from < texts.length; from += atOnce) {
      const some = texts.slice(from, from + atOnce);
      const { rows } = await sql.query<{ n: number }>('select n from record.restricted_names_in($1, $2) n', [opened.person, some]);
      for (const { n } of rows) found.add(from + n - 1);
    }
    return found;
  });
