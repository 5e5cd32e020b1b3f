import { alsoCalled } from '../kernel/names/short-names.ts';
import { plainLetters } from '../kernel/names/words.ts';
import type { Database } from '../platform/database.ts';
import type { Opened } from './contract.ts';
import { askOpen } from './reading.ts';

/** So many texts are looked through at once; the database refuses twice as many. */
const atOnce = 10_000;

/** Words of these texts that may stand for a name, each with the names it may stand for: Kasia for Katarzyna, and Kasia’s. */
function called(texts: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const written = new Set(texts.flatMap((text) => plainLetters(text).split(' ')));
  const words = new Set([...written].flatMap((word) => [word, word.replace(/s$/, '')]));
  return Object.fromEntries([...words].map((word) => [word, [...alsoCalled(word)]] as const).filter(([, names]) => names.length > 0));
}

/**
 * Which of these texts, by their place from 0, name somebody of the family, or whom a statement of the record is about too, whose record is closed to whoever asks:
 * by any name that their record holds or a short name of it; never whom. Each asking is logged.
 */
export const restrictedNamesIn = (database: Database, opened: Opened, texts: readonly string[]): Promise<ReadonlySet<number>> =>
  askOpen(database, opened, async (sql) => {
    const found = new Set<number>();
    for (let from = 0; from < texts.length; from += atOnce) {
      const some = texts.slice(from, from + atOnce);
      const asked = [opened.person, some, JSON.stringify(called(some))];
      const { rows } = await sql.query<{ n: number }>('select n from record.restricted_names_in($1, $2, $3) n', asked);
      for (const { n } of rows) found.add(from + n - 1);
    }
    return found;
  });
