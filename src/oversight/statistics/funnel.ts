import { deviationsHolding } from './normal.ts';
import type { Interval } from './proportions.ts';

/** Within which shares a team of n lies by chance alone, if it does as the whole does (Spiegelhalter, Statistics in Medicine 2005). */
export function funnel(whole: number, n: number, confidence = 0.95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const reach = deviationsHolding(confidence) * Math.sqrt((whole * (1 - whole)) / n);
  return { low: Math.max(0, whole - reach), high: Math.min(1, whole + reach) };
}
