import type { History } from '../step/history.ts';

/** Positions of statements that stand in the chain of a merged record: before all of the record's own, and none that its chain has. */
export const apart = 1_000_000;

/**
 * The history of a person whose other records were merged into this one: theirs in the order in which they happened, those of the others as if
 * recorded before, so that what this record says later of the same counts. `isOfMerging`: the statements that say no more than that the two are one.
 */
export function joinHistories(
  own: History,
  merged: readonly { readonly person: string; readonly history: History }[],
  isOfMerging: (step: string) => boolean,
): History {
  if (merged.length === 0) return own;
  const others = merged.flatMap(({ person, history }) =>
    history
      .filter(({ step }) => !isOfMerging(step))
      .map((statement) => ({ ...statement, of: statement.of ?? person, position: statement.position - apart })),
  );
  return [...others, ...own].sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.position - b.position));
}
