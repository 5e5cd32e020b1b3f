import { below, pcg32, seedOf, type Generator } from './generator.ts';

/** Whoever may be drawn, and what a design may go by: in which stratum, how much at risk (any positive number), with which themes. */
export type Candidate = {
  readonly id: string;
  readonly stratum?: string;
  readonly risk?: number;
  readonly themes?: readonly string[];
};

/** Plain data: kept with the seed, it says how a sample was drawn and lets anybody draw it again. */
export type Design =
  | { readonly kind: 'random'; readonly size: number }
  /** Of each stratum its share, and of each at least one where so many are drawn. */
  | { readonly kind: 'stratified'; readonly size: number }
  /** Twice the risk, about twice as likely. */
  | { readonly kind: 'riskBased'; readonly size: number }
  /** At random of those with a theme. */
  | { readonly kind: 'thematic'; readonly size: number; readonly theme: string };

export type Stratum = { readonly stratum: string; readonly population: number; readonly drawn: number };

export type Sample<T extends Candidate> = {
  /** In the order in which they were drawn: the first ones are a sample as well. */
  readonly drawn: readonly T[];
  /** How many could have been drawn: of these, and of no others, the sample speaks. */
  readonly population: number;
  /** Undefined: whoever was drawn was likelier to be than others, so no rate among them is one of the population. */
  readonly speaksFor: 'everyone' | 'theme' | undefined;
  readonly strata: readonly Stratum[];
  readonly seed: string;
};

/**
 * Draws a sample that can be drawn again: the same people, design and seed give the same, in whatever order the people are given. A design for more than
 * there are draws them all.
 */
export function drawSample<T extends Candidate>(population: readonly T[], design: Design, seed: string): Sample<T> {
  const all = [...new Map(population.map((one) => [one.id, one])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const frame = design.kind === 'thematic' ? all.filter(({ themes }) => themes?.includes(design.theme) ?? false) : all;
  const size = Math.min(frame.length, Math.max(0, Math.floor(design.size)));
  const generator = pcg32(seedOf(seed));
  return { ...drawnOf(frame, design, size, generator), population: frame.length, seed };
}

type Drawn<T extends Candidate> = Pick<Sample<T>, 'drawn' | 'speaksFor' | 'strata'>;

function drawnOf<T extends Candidate>(frame: readonly T[], { kind }: Design, size: number, generator: Generator): Drawn<T> {
  switch (kind) {
    case 'random':
      return { drawn: atRandom(frame, size, generator), speaksFor: 'everyone', strata: [] };
    case 'thematic':
      return { drawn: atRandom(frame, size, generator), speaksFor: 'theme', strata: [] };
    case 'riskBased':
      return { drawn: byRisk(frame, size, generator), speaksFor: undefined, strata: [] };
    case 'stratified':
      return inStrata(frame, size, generator);
  }
}

/** The beginning of a shuffle (Fisher and Yates). */
function atRandom<T>(frame: readonly T[], size: number, generator: Generator): readonly T[] {
  const left = [...frame];
  return Array.from({ length: size }, () => left.splice(below(generator, left.length), 1)).flat();
}

/** Efraimidis and Spirakis (2006): the largest of u^(1/risk). Who has no risk is drawn last. */
function byRisk<T extends Candidate>(frame: readonly T[], size: number, generator: Generator): readonly T[] {
  const keyed = frame.map((one) => ({ one, key: Math.log(Math.max(generator.share(), Number.MIN_VALUE)) / Math.max(one.risk ?? 0, 1e-9) }));
  return keyed
    .toSorted((a, b) => b.key - a.key)
    .slice(0, size)
    .map(({ one }) => one);
}

function inStrata<T extends Candidate>(frame: readonly T[], size: number, generator: Generator): Drawn<T> {
  const strata = [...Map.groupBy(frame, ({ stratum }) => stratum ?? '')].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sizes = shares(
    strata.map(([, some]) => some.length),
    size,
  );
  const drawn = strata.map(([, some], n) => atRandom(some, sizes[n] ?? 0, generator));
  return {
    drawn: drawn.flat(),
    // Each stratum by its share: as near as whole children allow, everyone is as likely.
    speaksFor: 'everyone',
    strata: strata.map(([stratum, some], n) => ({ stratum, population: some.length, drawn: drawn[n]?.length ?? 0 })),
  };
}

/** So many of each as its share of all, one at least where there is room; what is left over goes to the largest remainders. */
function shares(counts: readonly number[], size: number): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const least = size >= counts.length ? 1 : 0;
  const given = counts.map((count) => Math.max(least, Math.floor((size * count) / Math.max(1, all))));
  const owed = counts.map((count, n) => ({ n, count, owed: (size * count) / Math.max(1, all) - (given[n] ?? 0) }));
  for (let left = size - given.reduce((sum, one) => sum + one, 0); left !== 0; left += left > 0 ? -1 : 1) {
    const sign = Math.sign(left);
    const able = owed.filter(({ n, count }) => (sign > 0 ? (given[n] ?? 0) < count : (given[n] ?? 0) > least));
    const next = able.toSorted((a, b) => sign * (b.owed - a.owed) || a.n - b.n)[0];
    if (next === undefined) break;
    given[next.n] = (given[next.n] ?? 0) + sign;
    next.owed -= sign;
  }
  return given;
}
