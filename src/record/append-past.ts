import { whatStands, type Line } from '../kernel/step/history.ts';
import type { Client } from '../platform/database.ts';
import { statementsOf } from './append.ts';
import type { Derivation, NewEntry } from './contract.ts';
import { asRecorded, derive, differenceOf, identifierKey, lineOf, newLines, standingRow, type Derived } from './derive.ts';
import { joined } from './merged.ts';
import { soughtRow } from './search/sought-row.ts';

/** What one person recorded at one time, of people of whom nothing is on record but what was told before it. `recordedAt`: an ISO instant. */
export type Sitting = { readonly recordedBy: string; readonly recordedAt: string; readonly entries: readonly NewEntry[] };

/** One person as far as their past is told. */
type Known = {
  readonly chain: readonly Line[];
  readonly derived: Derived;
  /** Microseconds: when something was last recorded, and when what is derived last changed. */
  readonly latest: number;
  readonly changed: number;
  /** Since when each identifier stands. */
  readonly claimed: ReadonlyMap<string, number>;
};

type Told = { readonly clocks: object[]; readonly standings: object[]; readonly known: Map<string, Known> };

/** Microseconds as the database reads them. */
const instantOf = (at: number): string =>
  `${new Date(Math.floor(at / 1000)).toISOString().slice(0, -1)}${String(at % 1000).padStart(3, '0')}Z`;

const peopleOf = (entries: readonly NewEntry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ about }) => about.map(({ person }) => person)));

/** As `record.append` has it: nothing is recorded of anybody at or before what was recorded last. */
function timeOf({ recordedAt, entries }: Sitting, known: ReadonlyMap<string, Known>): number {
  const after = [...peopleOf(entries)].map((person) => (known.get(person)?.latest ?? 0) + 1);
  return Math.max(Date.parse(recordedAt) * 1000, ...after);
}

/** What begins as a file is one: nothing is derived of it for lists. */
const isFile = ({ fileSteps }: Derivation, [first]: readonly Line[]): boolean => first !== undefined && fileSteps?.has(first.step) === true;

/** What one sitting adds to one person's record. */
function tell(derivation: Derivation, told: Told, sitting: Sitting, person: string, at: number): void {
  const before = told.known.get(person);
  const recordedAt = asRecorded(new Date(sitting.recordedAt));
  const lines = newLines(person, before?.chain.length ?? 0, sitting.entries, sitting.recordedBy, recordedAt);
  const chain = [...(before?.chain ?? []), ...lines];
  const historyOf = (other: string) => whatStands(told.known.get(other)?.chain ?? []);
  const derived = derive(derivation, joined(derivation, whatStands(chain), historyOf));
  const { clocks, isSame, isSameStanding } = differenceOf(person, before?.derived, derived);
  const stamp = instantOf(at);
  for (const clock of clocks) told.clocks.push({ ...clock, at: stamp });
  if (!isSameStanding && !isFile(derivation, chain))
    told.standings.push({ ...standingRow(derivation, person, derived.standing), at: stamp });
  const claimed = new Map(derived.identifiers.map((one) => [identifierKey(one), before?.claimed.get(identifierKey(one)) ?? at]));
  told.known.set(person, { chain, derived, latest: at, changed: isSame ? (before?.changed ?? at) : at, claimed });
}

/** What there is at last, with the row for the boards as of the instant from which it is so. */
const nowOf = (derivation: Derivation, person: string, { derived, changed }: Known) => ({
  ...standingRow(derivation, person, derived.standing),
  board: lineOf(derivation, derived, new Date(Math.floor(changed / 1000))),
  sought: soughtRow(derived.knownBy),
  at: instantOf(changed),
});

const identifiersOf = (person: string, { derived, claimed }: Known, otherwise: number) =>
  derived.identifiers.map((one) => ({ ...one, person, claimedAt: instantOf(claimed.get(identifierKey(one)) ?? otherwise) }));

/**
 * States at once all that was recorded of some people in the past, sitting by sitting, with all that was known of them at each instant: for the owner of a
 * demonstration, within a transaction of theirs. Whoever is on record already is refused by the database.
 */
export async function appendPast(sql: Client, authority: number, derivation: Derivation, sittings: readonly Sitting[]): Promise<void> {
  const told: Told = { clocks: [], standings: [], known: new Map() };
  const stated: object[] = [];
  const abouts: object[] = [];
  for (const sitting of sittings) {
    const at = timeOf(sitting, told.known);
    for (const person of peopleOf(sitting.entries)) tell(derivation, told, sitting, person, at);
    const statements = statementsOf(sitting.recordedBy, sitting.entries, () => 0);
    stated.push(...statements.stated.map((one) => ({ ...one, recordedAt: instantOf(at) })));
    abouts.push(...statements.abouts);
  }
  const known = [...told.known];
  const now = known.filter(([, { chain }]) => !isFile(derivation, chain)).map(([person, one]) => nowOf(derivation, person, one));
  const identifiers = known.flatMap(([person, one]) => identifiersOf(person, one, one.latest));
  await sql.query('select record.append_past($1, $2, $3, $4, $5, $6, $7)', [
    authority,
    ...[stated, abouts, told.clocks, told.standings, now, identifiers].map((each) => JSON.stringify(each)),
  ]);
}
