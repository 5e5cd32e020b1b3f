import { describe, expect, test } from 'vitest';
import { pcg32, type Generator } from '../sampling/generator.ts';
import { publishedCharts } from './published-charts.fixture.ts';
import { runLimits, signalsIn, type RunLimits, type Signal } from './run-chart.ts';

type Rule = Signal['rule'];
const [one, two, four, eight, six]: readonly [Rule, Rule, Rule, Rule, Rule] = [
  'beyond',
  'twoOfThree',
  'fourOfFive',
  'eightOnOneSide',
  'sixInARow',
];
const champ = 'Champ and Woodall, Technometrics 29 (1987), table 1';

const limitsOf = (points: readonly number[]): RunLimits => {
  const limits = runLimits(points);
  if (limits === undefined) throw new Error('too few points');
  return limits;
};

type Part = keyof RunLimits | 'reach';
const partOf = (limits: RunLimits, part: Part): number => (part === 'reach' ? limits.high - limits.middle : limits[part]);

const values = publishedCharts.flatMap(({ name, source, points, said }) =>
  Object.entries(said).map(([part, [value, within]]) => ({ name, source, points, part: part as Part, value, within })),
);
const signals = publishedCharts.flatMap(({ name, source, points, signals: told = {} }) =>
  Object.entries(told).map(([rule, at]) => ({ name, source, points, rule: rule as Rule, at })),
);

describe('published XmR charts', () => {
  test.each(values)('$name: $part is $value ($source)', ({ points, part, value, within }) => {
    expect(Math.abs(partOf(limitsOf(points), part) - value)).toBeLessThanOrEqual(within + 1e-9);
  });
  test.each(signals)('$name: $rule tells of $at ($source)', ({ points, rule, at }) => {
    const found = signalsIn(points, limitsOf(points)).filter((signal) => signal.rule === rule);
    expect(found.map((signal) => signal.at + 1)).toEqual(at);
  });
  test('are thirty at least, of which each says something, and each rule tells of something in one at least', () => {
    expect(new Set(publishedCharts.map(({ name }) => name)).size).toBe(publishedCharts.length);
    expect(
      publishedCharts.filter(({ said, signals: told = {} }) => Object.keys({ ...said, ...told }).length > 0).length,
    ).toBeGreaterThanOrEqual(30);
    expect(new Set(signals.filter(({ at }) => at.length > 0).map(({ rule }) => rule))).toEqual(new Set([one, two, four, eight, six]));
  });
});

/** How many points a process in control gives on average until one of these rules tells of something. */
const runLengths: readonly (readonly [string, readonly Rule[], number])[] = [
  ['rule 1', [one], 370.4],
  ['rules 1 and 2', [one, two], 225.44],
  ['rules 1 and 3', [one, four], 166.05],
  ['rules 1 and 4', [one, eight], 152.73],
  ['rules 1, 2 and 3', [one, two, four], 132.89],
  ['rules 1, 2 and 4', [one, two, eight], 122.05],
  ['rules 1, 3 and 4', [one, four, eight], 105.78],
  ['all four', [one, two, four, eight], 91.75],
];

/** Box and Muller. */
const normal = ({ share }: Generator): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());

const known = { middle: 0, low: -3, high: 3, meanRange: 1.128, mostRange: 3.69 };
const runs = 1_500;

/** Long stretches of a process in control, each looked at once; the first sign of each set of rules. */
function lengthsFound(): readonly number[] {
  const generator = pcg32(1987n);
  const sums = runLengths.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    let points: number[] = [];
    const first = runLengths.map(() => 0);
    while (first.some((at) => at === 0)) {
      points = [...points, ...Array.from({ length: 400 }, () => normal(generator))];
      const signals = signalsIn(points, known);
      runLengths.forEach(([, rules], n) => {
        first[n] = 1 + (signals.find(({ rule }) => rules.includes(rule))?.at ?? -1);
      });
    }
    first.forEach((at, n) => void (sums[n] = (sums[n] ?? 0) + at));
  }
  return sums.map((sum) => sum / runs);
}

describe('published run lengths of the Western Electric rules', () => {
  const found = lengthsFound();
  // A run’s length scatters as much as it is long: of so many runs the mean is within a twelfth in more than 998 of a thousand.
  test.each(runLengths.map(([name, , length], n) => [`${champ}: ${name}`, found[n] ?? 0, length] as const))(
    '%s',
    (_source, mean, length) => {
      expect(Math.abs(mean / length - 1)).toBeLessThan(1 / 12);
    },
  );
});
