import { bandShare, type Band } from '../simulation/summary.ts';

/**
 * Quantiles of whole numbers, between which lies what was asked for: of the mid-distribution function (Ma, Genton and Parzen, Annals of the Institute of Statistical
 * Mathematics 63, 2011). Those of the plain one would hold more than they say, the more the smaller the numbers.
 */
export function midQuantile(sorted: ArrayLike<number>, share: number): number {
  let [last, lastMid] = [Number.NaN, 0];
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] ?? 0;
    let to = from;
    while (to < sorted.length && sorted[to] === value) to += 1;
    const mid = (from + to) / 2 / sorted.length;
    if (share <= mid) return Number.isNaN(last) ? value : last + ((share - lastMid) / (mid - lastMid)) * (value - last);
    [last, lastMid] = [value, mid];
    from = to;
  }
  return last;
}

export function midBand(values: Float64Array): Band {
  const sorted = values.toSorted();
  const edge = (1 - bandShare) / 2;
  return { low: midQuantile(sorted, edge), middle: midQuantile(sorted, 0.5), high: midQuantile(sorted, 1 - edge) };
}
