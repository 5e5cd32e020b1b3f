import { describe, expect, test } from 'vitest';
import { below, pcg32, type Generator } from '../sampling/generator.ts';
import { bounds, couldFallShort, exactBounds, type Drawn } from './finite.ts';

const draws = 10_000;

/** How many of those drawn fall short, when so many of the population do. */
function foundIn(generator: Generator, population: number, drawn: number, short: number): number {
  let found = 0;
  for (let n = 0; n < drawn; n += 1) if (below(generator, population - n) < short - found) found += 1;
  return found;
}

type Draw = { readonly given: Drawn; readonly short: number };

/** A population of 40 to 630 of whom any number falls short, and a sample of 10 to 60 of it. */
function draw(generator: Generator): Draw {
  const population = 40 + below(generator, 591);
  const drawn = 10 + below(generator, 51);
  const short = below(generator, population + 1);
  const size = Math.min(drawn, population - 1);
  return { given: { population, drawn: size, found: foundIn(generator, population, size, short) }, short };
}

const all = (() => {
  const generator = pcg32(2026n);
  return Array.from({ length: draws }, () => draw(generator));
})();

const covered = (isIn: (one: Draw) => boolean): number => all.filter(isIn).length / draws;

describe(`of ${draws} samples of finite populations of 40 to 630`, () => {
  test('95 % intervals hold the true number in 94 to 96 of a hundred', () => {
    const share = covered(({ given, short }) => {
      const { low, high } = bounds(given);
      return low <= short && short <= high;
    });
    expect(share).toBeGreaterThanOrEqual(0.94);
    expect(share).toBeLessThanOrEqual(0.96);
  });

  test('exact intervals hold it more often', () => {
    const share = covered(({ given, short }) => {
      const { low, high } = exactBounds(given);
      return low <= short && short <= high;
    });
    expect(share).toBeGreaterThan(0.95);
  });

  test('more fall short than "could fall short" says in fewer than 5 of a hundred', () => {
    expect(covered(({ given, short }) => short <= couldFallShort(given))).toBeGreaterThan(0.95);
  });
});
