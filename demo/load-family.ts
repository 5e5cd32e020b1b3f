import { settingsOf, type Client, type Database } from '../src/platform/database.ts';
import { appendPast } from '../src/record/append-past.ts';
import type { Derivation, Session } from '../src/record/contract.ts';
import { addProgress } from '../src/record/imports.ts';
import { addSumsIn, type RecordingSum } from '../src/record/recording-sums.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { loadingRun } from './loading-mark.ts';
import { roundsOf } from './rounds.ts';
import type { DemoFamily } from './telling.ts';

export type Loading = {
  readonly owner: Database;
  readonly derivation: Derivation;
  /** The wording of each step, by its name. */
  readonly wordings: ReadonlyMap<string, string>;
  readonly administrator: Session;
  /** What recording a family cost, summed. */
  readonly costsOf: (family: DemoFamily) => readonly RecordingSum[];
};

/** What is told, each sitting by its recorder, at its hour; each entry as it was asked. */
export const sittingsOf = ({ wordings }: Pick<Loading, 'wordings'>, told: Pick<DemoFamily, 'entries'>) =>
  roundsOf(told).map(({ entries, ...sitting }) => ({
    ...sitting,
    entries: entries.map((entry) => ({ ...entry, wording: wordings.get(entry.step) ?? '' })),
  }));

/** One family, whole or not at all. */
export function loadFamily(loading: Loading, family: DemoFamily): Promise<void> {
  const { owner, administrator, derivation, costsOf } = loading;
  const { authority } = administrator;
  const sittings = sittingsOf(loading, family);
  return asOwnerOf(owner, authority, async (sql) => {
    const [first] = family.people;
    // Of two starts at once, the second waits here, and then finds the family.
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [first]);
    const known = await sql.query('select 1 from record.head where authority = $1 and person = $2', [authority, first]);
    if (known.rows.length > 0) return;
    await appendPast(sql, authority, derivation, sittings);
    await addSumsIn(sql, authority, costsOf(family));
    const counts = { children: family.people.length, entries: family.entries.length, corrections: 0, unchanged: 0 };
    await addProgress(inside(owner, sql), administrator, loadingRun, counts);
  });
}

/** The record's own way in, within a transaction that is open already. */
const inside = (owner: Database, sql: Client): Database => ({
  pool: owner.pool,
  end: () => Promise.resolve(),
  beside: (work) => owner.beside(work),
  async transaction(session, work) {
    if (session !== null) await sql.query(settingsOf(session));
    return work(sql);
  },
});
