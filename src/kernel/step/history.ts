import type { LocalDate } from '../calendar/dates.ts';

/** One line of a child's chain, as the record gives it back. `answers`: the shared words and this child's own, merged. */
export type Line = {
  readonly entry: string;
  readonly step: string;
  readonly position: number;
  readonly happenedOn: LocalDate;
  /** PostgreSQL's own text of the instant, to the microsecond. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Who moved it here from another person's record, on which it had been put by mistake; `recordedBy` and `statedAt` are of the first record. */
  readonly movedBy?: string;
  /** When another system says that it was first recorded. */
  readonly statedAt?: string;
  /** Where an imported statement came from: `cin:<run>:<line>:<last day>`; absent when a person typed it. */
  readonly source?: string;
  /** The position, in this chain, of the statement that this one corrects. */
  readonly corrects?: number;
  /** Struck out: the statement that it corrects no longer stands. */
  readonly tombstone: boolean;
  /** Why it was corrected or struck out. */
  readonly reason?: string;
  /** The words meant for several children are withheld, because one of them is restricted: `answers` holds this child's own alone. */
  readonly withheld?: true;
  /** Stands in the chain of this other record of the person, which was merged into the one that is read. */
  readonly of?: string;
  readonly answers: Readonly<Record<string, unknown>>;
};

/** What stands: a statement with its latest correction's answers, under the id and position of the first. */
export type Statement = Line & { readonly corrections: readonly Line[] };

/** A child's statements that stand, in the order in which they happened (then in which they were recorded). */
export type History = readonly Statement[];

/** Applies corrections and tombstones to a chain (in position order). What was struck out stands again only under new answers. */
export function whatStands(chain: readonly Line[]): History {
  const standing = new Map<number, { first: Line; corrections: Line[] }>();
  const rootOf = new Map<number, number>();
  for (const line of chain) {
    const root = line.corrects === undefined ? line.position : (rootOf.get(line.corrects) ?? line.corrects);
    rootOf.set(line.position, root);
    const known = standing.get(root);
    if (line.tombstone) standing.delete(root);
    else if (known === undefined) standing.set(root, { first: line, corrections: [] });
    else known.corrections.push(line);
  }
  return [...standing.values()]
    .map(asStatement)
    .sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.position - b.position));
}

function asStatement({ first, corrections }: { first: Line; corrections: Line[] }): Statement {
  const latest = corrections.at(-1) ?? first;
  const { withheld: _, ...rest } = first;
  // A version written anew, without the words that were withheld, is whole.
  const withheld = latest.withheld === undefined ? {} : { withheld: latest.withheld };
  return { ...rest, ...withheld, happenedOn: latest.happenedOn, answers: latest.answers, corrections };
}

/** A statement that was struck out, or moved to another record: the line that says so, and what it struck out, as far as it may be read. */
export type Struck = { readonly by: Line; readonly lines: readonly Line[] };

/** What no longer stands, in the order in which it was struck out. */
export function whatWasStruck(chain: readonly Line[]): readonly Struck[] {
  const byPosition = new Map(chain.map((line) => [line.position, line]));
  const correctedSince = new Set(chain.map(({ corrects }) => corrects));
  return chain
    .filter(({ tombstone, position }) => tombstone && !correctedSince.has(position))
    .map((by) => ({ by, lines: linesBefore(byPosition, by) }));
}

/** A line and what it corrects, from the first on. */
function linesBefore(byPosition: ReadonlyMap<number, Line>, { corrects }: Line): readonly Line[] {
  const line = corrects === undefined ? undefined : byPosition.get(corrects);
  return line === undefined ? [] : [...linesBefore(byPosition, line), line];
}
