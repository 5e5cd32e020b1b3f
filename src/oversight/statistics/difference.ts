import { wilson, type Interval } from './proportions.ts';

export type Share = { readonly n: number; readonly among: number };

/**
 * Between which differences of two shares, from −1 to 1, the true one lies (the second less the first): Newcombe's method 10 of 1998, from the score
 * intervals of the two. Of nobody on one side nothing is known: −1 to 1.
 */
export function differenceOfShares(first: Share, second: Share, confidence = 0.95): Interval {
  if (first.among === 0 || second.among === 0) return { low: -1, high: 1 };
  const [a, b] = [first.n / first.among, second.n / second.among];
  const [one, two] = [wilson(first.n, first.among, confidence), wilson(second.n, second.among, confidence)];
  const difference = b - a;
  return {
    low: difference - Math.sqrt((b - two.low) ** 2 + (one.high - a) ** 2),
    high: difference + Math.sqrt((two.high - b) ** 2 + (a - one.low) ** 2),
  };
}
