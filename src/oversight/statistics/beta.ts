import { whereReached } from './normal.ts';

const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];

/** ln Γ(x) for x > 0: Stirling's series from 10 on, reached by the recurrence. */
export function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const series = stirling.reduce((sum, part, n) => sum + part / x ** (2 * n + 1), 0);
  return (x - 0.5) * Math.log(x) - x + 0.918_938_533_204_672_8 + series;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), from its end. */
function fractionOf(x: number, a: number, b: number): number {
  let below = 1;
  for (let m = 200; m >= 1; m -= 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m - 1) * (a + b + m - 1) * x) / ((a + 2 * m - 2) * (a + 2 * m - 1));
    below = 1 + odd / (1 + even / below);
  }
  return 1 / below;
}

/** The beta distribution with a and b up to x. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return (front * fractionOf(x, a, b)) / a;
}

/** The place below which such a part of the beta distribution lies. */
export const betaQuantile = (part: number, a: number, b: number): number => whereReached(part, 0, 1, (x) => betaBelow(x, a, b));
