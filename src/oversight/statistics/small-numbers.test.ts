import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsWithoutSmall, pointsAtSomebody, withoutSmall, type Part } from './small-numbers.ts';

const parts: fc.Arbitrary<readonly Part[]> = fc
  .array(fc.nat({ max: 40 }), { maxLength: 9 })
  .chain((among) => fc.tuple(...among.map((of) => fc.nat({ max: of }).map((n) => ({ n, among: of })))))
  .map((given) => given.map((one, n) => ({ title: `Team ${n}`, ...one })));

/** Every number that a part may have, as far as anybody can tell from the total and from what is shown. */
function possible(given: readonly Part[], shown: ReturnType<typeof withoutSmall>, at: number): number {
  const total = given.reduce((sum, { n }) => sum + n, 0);
  const left = total - shown.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const hidden = shown.filter(({ n }) => n === undefined);
  const others = hidden.reduce((sum, { among }) => sum + among, 0) - (shown[at]?.among ?? 0);
  return Math.min(shown[at]?.among ?? 0, left) - Math.max(0, left - others) + 1;
}

describe('small numbers', () => {
  test('none that points at somebody is shown', () => {
    fc.assert(
      fc.property(parts, (given) => {
        withoutSmall(given).forEach(({ n }, at) => {
          const part = given[at];
          if (part !== undefined && pointsAtSomebody(part)) expect(n).toBeUndefined();
          if (n !== undefined) expect(n).toBe(part?.n);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('none that is not shown can be found from the total and the others, as long as there are others to hide it among', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const shown = withoutSmall(given);
        if (shown.every(({ n }) => n === undefined)) return;
        shown.forEach(({ n }, at) => {
          const part = given[at];
          if (n === undefined && part !== undefined && pointsAtSomebody(part)) expect(possible(given, shown, at)).toBeGreaterThan(1);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('one small team takes the next smallest with it', () => {
    const given = [
      { title: 'North', n: 20, among: 40 },
      { title: 'South', n: 2, among: 30 },
      { title: 'Central', n: 15, among: 35 },
    ];
    expect(withoutSmall(given).map(({ n }) => n)).toEqual([20, undefined, undefined]);
  });

  test('where nothing is small everything is shown', () => {
    const given = [{ title: 'North', n: 20, among: 40 }];
    expect(withoutSmall(given)).toEqual(given);
  });

  test('of the parts of a whole the small one is not shown, nor the one that the rest would tell', () => {
    expect(countsWithoutSmall([12, 3, 20])).toEqual([undefined, undefined, 20]);
    expect(countsWithoutSmall([12, 0, 20])).toEqual([12, 0, 20]);
  });
});
