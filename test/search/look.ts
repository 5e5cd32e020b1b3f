import type { Database } from '../../src/platform/database.ts';
import type { Session } from '../../src/record/contract.ts';
import { search } from '../../src/record/search/search.ts';
import { date } from '../../src/kernel/calendar/dates.ts';
import { nameWords } from '../../src/kernel/names/words.ts';
import { wanted, type List, type Wanted } from './wanted.ts';
import { wantedIds } from './population.ts';

/** One look: in which place the person wanted was (from 1; 0: not among those shown), and how long it took in milliseconds. */
export type Look = Wanted & {
  readonly place: number;
  /** The same without those before who bear the very same name: nobody can tell them apart but by a date of birth. */
  readonly placeBesideNamesakes: number;
  readonly ms: number;
};

const today = date('2026-06-30');

/** Looks for everybody of one of the lists, once each. */
export async function lookForAll(owner: Database, app: Database, session: Session, list: List): Promise<readonly Look[]> {
  const { rows } = await owner.pool.query<{ person: string }>(wantedIds);
  const looks: Look[] = [];
  for (const [n, one] of wanted.entries()) {
    if (one.list !== list) continue;
    const begun = performance.now();
    const found = await search(app, session, { words: one.query, today });
    const ms = performance.now() - begun;
    const place = found.findIndex(({ person }) => person === rows[n]?.person) + 1;
    const namesakes = found.slice(0, Math.max(0, place - 1)).filter(({ standing }) => isNamesake(standing.name, one.name));
    looks.push({ ...one, ms, place, placeBesideNamesakes: place - namesakes.length });
  }
  return looks;
}

const isNamesake = (name: string, other: string): boolean => nameWords(name).toSorted().join(' ') === nameWords(other).toSorted().join(' ');

/** How many were among the first so many. */
export const withinFirst = (looks: readonly Look[], most: number): number => looks.filter(({ place }) => place > 0 && place <= most).length;
