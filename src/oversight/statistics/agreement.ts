/** How far two grades, given by their places in the scale, disagree: 0 for the same. */
export type Disagreement = (a: number, b: number) => number;

export const otherwise: Disagreement = (a, b) => (a === b ? 0 : 1);
export const stepsApart: Disagreement = (a, b) => Math.abs(a - b);
export const stepsApartSquared: Disagreement = (a, b) => (a - b) ** 2;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const sumOver = (size: number, part: (a: number, b: number) => number): number =>
  sumOf(Array.from({ length: size * size }, (_, n) => part(Math.floor(n / size), n % size)));

/**
 * Cohen's kappa of two who judged the same: `table[a][b]` were graded a by the one and b by the other (counts or shares). Weighted by how far grades are
 * apart, if that is given. Undefined: no two grades were used, so there was nothing to disagree about.
 */
export function kappa(table: readonly (readonly number[])[], apart: Disagreement = otherwise): number | undefined {
  const at = (a: number, b: number): number => table[a]?.[b] ?? 0;
  const all = sumOf(table.flat());
  const firsts = table.map((row) => sumOf(row) / all);
  const seconds = table.map((_, b) => sumOf(table.map((row) => row[b] ?? 0)) / all);
  const seen = sumOver(table.length, (a, b) => apart(a, b) * (at(a, b) / all));
  const expected = sumOver(table.length, (a, b) => apart(a, b) * (firsts[a] ?? 0) * (seconds[b] ?? 0));
  return expected === 0 || Number.isNaN(expected) ? undefined : 1 - seen / expected;
}

/** What one case was graded by those who graded it, each by the grade's place in the scale. */
export type Judged = readonly number[];

/** Krippendorff's distance of two ranks: how many judgements lie between them. */
function ranksApart(totals: readonly number[]): Disagreement {
  const between = (a: number, b: number): number => sumOf(totals.slice(a, b + 1)) - ((totals[a] ?? 0) + (totals[b] ?? 0)) / 2;
  return (a, b) => (a === b ? 0 : between(Math.min(a, b), Math.max(a, b)) ** 2);
}

/**
 * Krippendorff's alpha, for any number of judges, of whom some judged some (Computing Krippendorff's Alpha-Reliability, 2011). Undefined: nobody judged what
 * another did, or all gave one grade.
 */
export function alpha(cases: readonly Judged[], scale: 'nominal' | 'ordinal'): number | undefined {
  const paired = cases.filter((judged) => judged.length > 1);
  const size = 1 + Math.max(-1, ...paired.flat());
  const pairs = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const judged of paired) addPairs(pairs, judged);
  const totals = pairs.map(sumOf);
  const apart = scale === 'nominal' ? otherwise : ranksApart(totals);
  const seen = sumOver(size, (a, b) => (pairs[a]?.[b] ?? 0) * apart(a, b));
  const expected = sumOver(size, (a, b) => (totals[a] ?? 0) * (totals[b] ?? 0) * apart(a, b)) / (sumOf(totals) - 1);
  return expected > 0 ? 1 - seen / expected : undefined;
}

/** Every judgement of a case with every other of it. */
function addPairs(pairs: readonly number[][], judged: Judged): void {
  judged.forEach((a, one) =>
    judged.forEach((b, other) => {
      const row = pairs[a];
      if (row !== undefined && one !== other) row[b] = (row[b] ?? 0) + 1 / (judged.length - 1);
    }),
  );
}
