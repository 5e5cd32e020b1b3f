/** The standard normal distribution up to x: Marsaglia's series (Journal of Statistical Software 11/4, 2004), exact to the last digits between −7 and 7. */
export function normalBelow(x: number): number {
  if (x < -7) return 0;
  if (x > 7) return 1;
  let [sum, term] = [x, x];
  for (let n = 3; sum !== sum + term || n === 3; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - 0.918_938_533_204_672_8);
}

/** Where a rising function of a place between two others reaches a value. */
export function whereReached(value: number, low: number, high: number, rising: (place: number) => number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 60; step += 1) {
    const middle = (from + to) / 2;
    if (rising(middle) < value) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** How many standard deviations on both sides of the middle hold such a part: 0.95 gives 1.96. */
export const deviationsHolding = (part: number): number => whereReached(0.5 + part / 2, 0, 7, normalBelow);
