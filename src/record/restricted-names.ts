import type { Database } from '../platform/database.ts';
import type { Opened } from './contract.ts';
import { askOpen } from './reading.ts';

/** Which of these texts, by their place from 0, name somebody of the family whose record is closed to whoever asks; never whom. Each asking is logged. */
export const restrictedNamesIn = (database: Database, opened: Opened, texts: readonly string[]): Promise<ReadonlySet<number>> =>
  askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<{ n: number }>('select n from record.restricted_names_in($1, $2) n', [opened.person, texts]);
    return new Set(rows.map(({ n }) => n - 1));
  });
