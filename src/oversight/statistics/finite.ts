import { deviationsHolding } from './normal.ts';

/** Of `population`, `drawn` were looked at without putting any back, and `found` of them fell short. */
export type Drawn = { readonly population: number; readonly drawn: number; readonly found: number };
/** Between how many of the whole population fall short. */
export type Bounds = { readonly low: number; readonly high: number };

const logFactorials = [0];
function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next += 1) logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** How likely just `found` is, if `short` of the population fall short. */
export function hypergeometric({ population, drawn, found }: Drawn, short: number): number {
  if (found < Math.max(0, drawn + short - population) || found > Math.min(drawn, short)) return 0;
  return Math.exp(logChoose(short, found) + logChoose(population - short, drawn - found) - logChoose(population, drawn));
}

/** How likely `found` or fewer are. */
export function foundAtMost(given: Drawn, short: number): number {
  let sum = 0;
  for (let found = Math.max(0, given.drawn + short - given.population); found <= given.found; found += 1)
    sum += hypergeometric({ ...given, found }, short);
  return Math.min(1, sum);
}

/** The last of these numbers for which it holds: it holds for the first and, once it fails, goes on failing. */
function lastHolding(from: number, to: number, holds: (n: number) => boolean): number {
  let [last, beyond] = [from, to + 1];
  while (beyond - last > 1) {
    const half = Math.floor((last + beyond) / 2);
    if (holds(half)) last = half;
    else beyond = half;
  }
  return last;
}

const turned = ({ population, drawn, found }: Drawn): Drawn => ({ population, drawn, found: drawn - found });

const most = (given: Drawn, tail: number): number =>
  lastHolding(given.found, given.population - given.drawn + given.found, (short) => foundAtMost(given, short) > tail);

/**
 * How many could fall short at most and the sample would still, in more than 5 of 100 draws, look as good as it does or better: exact, for the sentence in
 * which a committee reads what it does not know.
 */
export const couldFallShort = (given: Drawn, confidence = 0.95): number => most(given, 1 - confidence);

/** Exact bounds of both sides: right at least as often as they say, and wider for it. */
export const exactBounds = (given: Drawn, confidence = 0.95): Bounds => ({
  low: given.population - most(turned(given), (1 - confidence) / 2),
  high: most(given, (1 - confidence) / 2),
});

/**
 * Wilson's interval with the correction for a finite population, in whole children: right as often as it says over many samples, where exact bounds are
 * right more often. Never fewer than were found, nor more than were not looked at.
 */
export function bounds(given: Drawn, confidence = 0.95): Bounds {
  const { population, drawn, found } = given;
  const [fewest, most] = [found, population - drawn + found];
  if (drawn === 0 || drawn === population) return { low: fewest, high: most };
  const [share, spread] = [found / drawn, (deviationsHolding(confidence) * finiteCorrection(population, drawn)) ** 2 / drawn];
  const middle = (share + spread / 2) / (1 + spread);
  const reach = Math.sqrt(spread * share * (1 - share) + (spread * spread) / 4) / (1 + spread);
  const low = Math.max(fewest, Math.ceil(population * (middle - reach) - 1e-6));
  const high = Math.min(most, Math.floor(population * (middle + reach) + 1e-6));
  return low <= high ? { low, high } : { low: high, high: low };
}

/** What a standard error shrinks to when so many of the population were drawn. */
export const finiteCorrection = (population: number, drawn: number): number =>
  population <= 1 ? 0 : Math.sqrt((population - drawn) / (population - 1));
