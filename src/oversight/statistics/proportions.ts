import { betaQuantile } from './beta.ts';
import { deviationsHolding } from './normal.ts';

/** Between which shares, from 0 to 1, the true one lies. */
export type Interval = { readonly low: number; readonly high: number };

/** Wilson's score interval for x of n that stand for many more. n = 0: nothing is known. */
export function wilson(x: number, n: number, confidence = 0.95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const [share, z] = [x / n, deviationsHolding(confidence)];
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: x === 0 ? 0 : middle - reach, high: x === n ? 1 : middle + reach };
}

/** Clopper and Pearson's exact interval: it never promises more than it keeps, and is wider for it. */
export function clopperPearson(x: number, n: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/** How many of N must be drawn for a share to be known within so much either way (Cochran; Krejcie and Morgan), at worst: when it is a half. */
export function sampleNeeded(population: number, within: number, confidence = 0.95): number {
  const spread = deviationsHolding(confidence) ** 2 / 4;
  return Math.min(population, Math.ceil((spread * population) / (within * within * (population - 1) + spread)));
}
