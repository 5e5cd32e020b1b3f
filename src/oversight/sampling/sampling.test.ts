import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { below, pcg32, seedOf } from './generator.ts';
import { drawSample, type Candidate, type Design } from './sampling.ts';

describe('the generator gives what was published', () => {
  test('PCG32, seed 42, stream 54: the first six of its demonstration', () => {
    const { bits } = pcg32(42n, 54n);
    expect(Array.from({ length: 6 }, bits)).toEqual([0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e]);
  });

  test.each([
    ['', 0xcbf29ce484222325n],
    ['a', 0xaf63dc4c8601ec8cn],
    ['foobar', 0x85944171f73967e8n],
  ])('FNV-1a, 64 bits, of "%s"', (words, hash) => {
    expect(seedOf(words)).toBe(hash);
  });

  test('every number below a limit is as likely', () => {
    const generator = pcg32(1n);
    const drawn = Array.from({ length: 7000 }, () => below(generator, 7));
    const counts = Array.from({ length: 7 }, (_, n) => drawn.filter((one) => one === n).length);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

const candidate = fc.record({
  id: fc.uuid(),
  stratum: fc.constantFrom('North', 'South', 'Central'),
  risk: fc.integer({ min: 0, max: 5 }),
  themes: fc.subarray(['neglect', 'exploitation']),
});
const population: fc.Arbitrary<readonly Candidate[]> = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 60 });
const design: fc.Arbitrary<Design> = fc
  .record({ kind: fc.constantFrom('random', 'stratified', 'riskBased', 'thematic'), size: fc.integer({ min: 0, max: 70 }) })
  .map(({ kind, size }): Design => (kind === 'thematic' ? { kind, size, theme: 'neglect' } : { kind, size }));

describe('a sample', () => {
  test('is the same again, in whatever order the children are given', () => {
    fc.assert(
      fc.property(population, design, fc.string(), (children, how, seed) => {
        expect(drawSample(children.toReversed(), how, seed)).toEqual(drawSample(children, how, seed));
      }),
    );
  });

  test('is of the population, nobody twice, as many as asked for or all there are', () => {
    fc.assert(
      fc.property(population, design, fc.string(), (children, how, seed) => {
        const { drawn, population: among, strata } = drawSample(children, how, seed);
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(Math.min(how.size, among));
        expect(drawn.length).toBe(Math.min(how.size, among));
        for (const one of drawn) expect(children).toContain(one);
        if (how.kind === 'thematic') for (const { themes } of drawn) expect(themes).toContain('neglect');
        if (how.kind === 'stratified') expect(strata.reduce((sum, { population: of }) => sum + of, 0)).toBe(children.length);
      }),
    );
  });

  test('in strata has of each its share, one child more or less, and of each at least one', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 3, max: 60 }), (children, size) => {
        const { strata, drawn } = drawSample(children, { kind: 'stratified', size }, 'x');
        for (const { population: of, drawn: some } of strata) {
          expect(some).toBeGreaterThanOrEqual(1);
          expect(Math.abs(some - (drawn.length * of) / children.length)).toBeLessThan(2);
        }
      }),
    );
  });

  const forty = Array.from({ length: 40 }, (_, n) => ({ id: String(n).padStart(2, '0'), risk: n < 20 ? 1 : 4 }));

  test('at random draws each child as often', () => {
    const times = new Map<string, number>();
    for (let n = 0; n < 2000; n += 1)
      for (const { id } of drawSample(forty, { kind: 'random', size: 10 }, `seed ${n}`).drawn) times.set(id, (times.get(id) ?? 0) + 1);
    for (const { id } of forty) expect(Math.abs((times.get(id) ?? 0) - 500)).toBeLessThan(100);
  });

  test('by risk draws those at risk more often, and speaks for no rate', () => {
    const draws = Array.from({ length: 200 }, (_, n) => drawSample(forty, { kind: 'riskBased', size: 10 }, `seed ${n}`));
    const atRisk = draws.flatMap(({ drawn }) => drawn).filter(({ risk }) => risk === 4).length;
    expect(atRisk / 2000).toBeGreaterThan(0.65);
    expect(draws.every(({ speaksFor }) => speaksFor === undefined)).toBe(true);
  });

  test('another seed draws others', () => {
    const of = (seed: string) => drawSample(forty, { kind: 'random', size: 10 }, seed).drawn.map(({ id }) => id);
    expect(of('one')).not.toEqual(of('two'));
  });
});
