/** So many of so many, of one team. */
export type Part = { readonly title: string; readonly n: number; readonly among: number };
/** `n` undefined: not shown, since it could point at a child. */
export type ShownPart = { readonly title: string; readonly n: number | undefined; readonly among: number };

/** As statistics about children are published: 1 to 4 are not. */
export const fewest = 5;

/** A count of children by which one could be known. */
export const isSmall = (count: number): boolean => count > 0 && count < fewest;

/** A number, or those missing from all, so few that a child could be known by it. */
export const pointsAtSomebody = ({ n, among }: Pick<Part, 'n' | 'among'>): boolean => isSmall(n) || isSmall(among - n) || isSmall(among);

const sumOf = (parts: readonly Part[], of: (part: Part) => number): number => parts.reduce((sum, part) => sum + of(part), 0);

/** Whether of each that points at somebody there are two numbers at least that fit the sum of those not shown, which anybody can take from the total. */
function tellsNothing(hidden: readonly Part[]): boolean {
  const [n, among] = [sumOf(hidden, (part) => part.n), sumOf(hidden, (part) => part.among)];
  return hidden.filter(pointsAtSomebody).every((part) => Math.min(part.among, n) > Math.max(0, n - (among - part.among)));
}

/**
 * The parts of a total that is published, without those that point at somebody; and without as many others, the smallest first, as it takes that none of the
 * former can be found by taking the rest from the total.
 */
export function withoutSmall(parts: readonly Part[]): readonly ShownPart[] {
  const hidden = new Set(parts.filter(pointsAtSomebody));
  const others = parts.filter((part) => !hidden.has(part)).toSorted((a, b) => a.among - b.among);
  for (const next of others) {
    if (tellsNothing([...hidden])) break;
    hidden.add(next);
  }
  return parts.map((part) => (hidden.has(part) ? { ...part, n: undefined } : part));
}

/** How many are in each part of a whole; undefined: not shown. */
export function countsWithoutSmall(counts: readonly number[]): readonly (number | undefined)[] {
  const among = counts.reduce((sum, n) => sum + n, 0);
  return withoutSmall(counts.map((n, at) => ({ title: String(at), n, among }))).map(({ n }) => n);
}

/** A count of the whole as it may be drawn: 1 to 4 stand as 4, and so do 1 to 4 who are outside. */
export function blurred<T extends Pick<Part, 'n' | 'among'>>(count: T): T {
  if (isSmall(count.n)) return { ...count, n: Math.min(count.among, fewest - 1) };
  return isSmall(count.among - count.n) ? { ...count, n: Math.max(0, count.among - fewest + 1) } : count;
}
