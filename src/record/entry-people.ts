import type { Database } from '../platform/database.ts';
import type { Opened } from './contract.ts';
import { askOpen } from './reading.ts';

/** Somebody from whose readers the shared words of an entry are withheld. */
export type Withheld = { readonly person: string; readonly entry: string };

export async function entryPeople(database: Database, opened: Opened, entry: string): Promise<readonly string[]> {
  return askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<{ person: string }>('select p as person from record.entry_people($1, $2) p', [opened.person, entry]);
    return rows.map(({ person }) => person);
  });
}

export async function withheldFrom(database: Database, opened: Opened): Promise<readonly Withheld[]> {
  return askOpen(database, opened, async (sql) => {
    return (await sql.query<Withheld>('select person, entry from record.withheld_from($1)', [opened.person])).rows;
  });
}
