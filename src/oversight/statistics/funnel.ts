import { deviationsHolding } from './normal.ts';
import type { Interval } from './proportions.ts';
import { quantile } from './quantile.ts';

/** Within which shares a team of n lies by chance alone, if it does as the whole does (Spiegelhalter, Statistics in Medicine 2005). */
export function funnel(whole: number, n: number, confidence = 0.95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const reach = deviationsHolding(confidence) * Math.sqrt((whole * (1 - whole)) / n);
  return { low: Math.max(0, whole - reach), high: Math.min(1, whole + reach) };
}

/** What an area has, and what chance alone would scatter it by. */
export type Scattered = { readonly value: number; readonly error: number };

/** Of fewer areas nothing is said of how they differ. */
const fewestAreas = 10;
const tail = 0.1;
/** What is left of the variance of a normal when its tails are drawn in: without it less would be found than there is. */
const remains = (() => {
  const end = deviationsHolding(1 - 2 * tail);
  const density = Math.exp(-(end * end) / 2) / Math.sqrt(2 * Math.PI);
  return 2 * tail * end * end + (1 - 2 * tail) - 2 * end * density;
})();

/**
 * By how much areas differ among themselves beyond chance, as a standard deviation; nought: not at all, or of too few. Distances are drawn in to the tenth and
 * the nine tenths, so that those who are far out do not widen what they are judged by (Spiegelhalter 2005, additive, as the NHS’s hospital mortality indicator
 * does), and what that takes away is given back.
 */
export function betweenAreas(areas: readonly Scattered[], whole: number): number {
  const sized = areas.filter(({ error }) => error > 0);
  if (sized.length < fewestAreas) return 0;
  const distances = sized.map(({ value, error }) => (value - whole) / error).toSorted((a, b) => a - b);
  const [least, most] = [quantile(distances, tail), quantile(distances, 1 - tail)];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const scatter = sum(distances.map((one) => Math.min(most, Math.max(least, one)) ** 2)) / remains;
  const weights = sized.map(({ error }) => error ** -2);
  const all = sum(weights);
  return Math.sqrt(Math.max(0, (scatter - (sized.length - 1)) / (all - sum(weights.map((one) => one * one)) / all)));
}
