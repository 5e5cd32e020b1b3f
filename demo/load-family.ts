import type { Clock } from '../src/kernel/step/clock.ts';
import { whatStands, type History, type Line } from '../src/kernel/step/history.ts';
import type { Role } from '../src/kernel/step/permission.ts';
import { settingsOf, type Client, type Database } from '../src/platform/database.ts';
import type { ChildRecord, Derivation, Session, Standing } from '../src/record/contract.ts';
import { addProgress } from '../src/record/imports.ts';
import { createRecord } from '../src/record/record.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { loadingRun } from './loading-mark.ts';
import { roundsOf, type Round } from './rounds.ts';
import type { DemoFamily } from './telling.ts';

export type Loading = {
  readonly owner: Database;
  readonly derivation: Derivation;
  /** The wording of each step, by its name. */
  readonly wordings: ReadonlyMap<string, string>;
  readonly rolesOf: ReadonlyMap<string, readonly Role[]>;
  readonly administrator: Session;
};

/** One family, whole or not at all: each sitting is an append of its own, by its recorder, at its hour. */
export function loadFamily(loading: Loading, family: DemoFamily): Promise<void> {
  const { authority } = loading.administrator;
  return asOwnerOf(loading.owner, authority, async (sql) => {
    const [first] = family.people;
    // Of two starts at once, the second waits here, and then finds the family.
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [first]);
    const known = await sql.query('select 1 from record.head where authority = $1 and person = $2', [authority, first]);
    if (known.rows.length > 0) return;
    const within = inside(loading.owner, sql);
    const entries = await appendRounds(loading, within, roundsOf(family));
    await sql.query("set local app.now = ''");
    const children = family.people.length;
    await addProgress(within, loading.administrator, loadingRun, { children, entries, corrections: 0, unchanged: 0 });
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

/** @returns how many entries were stated */
async function appendRounds(
  { derivation, wordings, rolesOf, administrator }: Loading,
  within: Database,
  rounds: readonly Round[],
): Promise<number> {
  const known = new Map<string, ChildRecord>();
  const derived = remembering(derivation);
  let at = '';
  let count = 0;
  const record = createRecord({ database: within, derivation: derived.derivation, now: () => at });
  for (const round of rounds) {
    at = round.recordedAt;
    const session: Session = { ...administrator, actor: round.recordedBy, roles: rolesOf.get(round.recordedBy) ?? [] };
    const entries = round.entries.map((entry) => ({ ...entry, wording: wordings.get(entry.step) ?? '' }));
    const appended = await record.append(session, entries, known);
    if (appended.kind !== 'appended')
      throw new Error(
        `The demonstration could not be loaded: ${appended.kind === 'refused' ? appended.message : 'somebody else is writing to it'}`,
      );
    remember(known, round, derived.of);
    count += entries.length;
  }
  return count;
}

type Derived = { readonly clocks: readonly Clock[]; readonly standing: Standing };

/** The entry with which a record begins is about that person alone, and so tells histories apart. */
const whose = (history: History): string => history.find(({ step }) => step === 'personDetails' || step === 'adultDetails')?.entry ?? '';

/** What an append derives is needed for the next: remembered here, so that it is not derived twice. */
function remembering(derivation: Derivation): { readonly derivation: Derivation; readonly of: (history: History) => Derived } {
  const clocks = new Map<string, readonly Clock[]>();
  const standings = new Map<string, Standing>();
  return {
    derivation: {
      ...derivation,
      clocks: (history) => keep(clocks, whose(history), derivation.clocks(history)),
      standing: (history) => keep(standings, whose(history), derivation.standing(history)),
    },
    of: (history) => ({
      clocks: clocks.get(whose(history)) ?? derivation.clocks(history),
      standing: standings.get(whose(history)) ?? derivation.standing(history),
    }),
  };
}

function keep<T>(kept: Map<string, T>, key: string, value: T): T {
  kept.set(key, value);
  return value;
}

/** What has just been stated, as reading it would give it: saves reading it back. */
function remember(known: Map<string, ChildRecord>, { entries, recordedAt, recordedBy }: Round, of: (history: History) => Derived): void {
  const people = new Set(entries.flatMap(({ about }) => about.map(({ person }) => person)));
  for (const person of people) {
    const chain = [...(known.get(person)?.chain ?? [])];
    for (const { entry, step, happenedOn, shared, about } of entries)
      for (const { answers, corrects } of about.filter((each) => each.person === person)) {
        const position = chain.length + 1;
        const line: Line = {
          entry,
          step,
          position,
          happenedOn,
          recordedAt,
          recordedBy,
          tombstone: false,
          answers: { ...shared, ...answers },
        };
        chain.push(corrects === undefined ? line : { ...line, corrects });
      }
    const history = whatStands(chain);
    known.set(person, { person, position: chain.length, chain, history, ...of(history) });
  }
}
