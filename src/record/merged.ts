import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import { joinHistories } from '../kernel/derivation/joined.ts';
import type { Derivation } from './contract.ts';

/** The history of a person: of the record's own chain, and of those of the records that were merged into it. */
export function historyFrom(derivation: Derivation, chainOf: (person: string) => readonly Line[], person: string): History {
  return joined(derivation, whatStands(chainOf(person)), (merged) => historyFrom(derivation, chainOf, merged));
}

/** What stands in a record's own chain, joined with the histories of those that it says were merged into it. */
export function joined(derivation: Derivation, own: History, historyOf: (person: string) => History): History {
  return joinedWith(
    derivation,
    own,
    derivation.merges(own).keeps.map((person) => ({ person, history: historyOf(person) })),
  );
}

export const joinedWith = (
  derivation: Derivation,
  own: History,
  merged: readonly { readonly person: string; readonly history: History }[],
) => joinHistories(own, merged, (step) => step === derivation.mergeStep);

/** With the chains of all that were merged into these, and into those; `load` is asked for as many at once as are known. */
export async function withMerged<T>(
  derivation: Derivation,
  known: ReadonlyMap<string, T>,
  chainOf: (record: T) => readonly Line[],
  load: (people: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<ReadonlyMap<string, T>> {
  const all = new Map(known);
  for (let found: readonly T[] = [...known.values()]; found.length > 0;) {
    const wanted = new Set(found.flatMap((one) => derivation.merges(whatStands(chainOf(one))).keeps).filter((person) => !all.has(person)));
    const more = wanted.size === 0 ? new Map<string, T>() : await load([...wanted]);
    for (const [person, one] of more) all.set(person, one);
    found = [...more.values()];
  }
  return all;
}
