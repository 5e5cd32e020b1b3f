import { describe, expect, test } from 'vitest';
import { pcg32, type Generator } from '../sampling/generator.ts';
import { runLimits, signalsIn, type Signal } from './run-chart.ts';

/*
 * XmR charts that are published with their numbers. Each case is one published value, with the digits in which it is printed.
 */
const montgomery = 'Montgomery, Introduction to Statistical Quality Control, individuals charts';
const nist = 'NIST/SEMATECH e-Handbook 6.3.2.2';
const plotly = 'spc-plotly 0.1.3, documentation: monthly counts';
const champ = 'Champ and Woodall, Technometrics 29 (1987), table 1';

const charts = {
  /** Viscosity of aircraft primer paint. */
  viscosity: [33.75, 33.05, 34.0, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33.0, 33.54, 33.12, 33.84],
  /** Weekly costs of processing mortgage loans. */
  mortgages: [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304],
  /** Flow rate, ten batches. */
  flow: [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1],
  /** Monthly counts of two years and two months. */
  counts: [
    2478, 2350, 2485, 2296, 2359, 2567, 3089, 2668, 1788, 2854, 2365, 1883, 1959, 1927, 2640, 2626, 2144, 2409, 4412, 3287, 3049, 3364,
    3078, 2972, 3415, 2753, 3102, 2191, 3693, 4385, 4699, 3031, 2659, 3885, 2628, 2621, 3071, 2002,
  ],
} as const;

const limitsOf = (name: keyof typeof charts) => {
  const limits = runLimits(charts[name]);
  if (limits === undefined) throw new Error(name);
  return limits;
};
type Part = keyof ReturnType<typeof limitsOf>;

const published: readonly (readonly [string, keyof typeof charts, Part, number, number])[] = [
  [`${montgomery}: viscosity`, 'viscosity', 'middle', 33.52, 2],
  [`${montgomery}: viscosity`, 'viscosity', 'meanRange', 0.48, 2],
  [`${montgomery}: viscosity`, 'viscosity', 'high', 34.8, 1],
  [`${montgomery}: viscosity`, 'viscosity', 'low', 32.24, 1],
  [`${montgomery}: viscosity`, 'viscosity', 'mostRange', 1.57, 1],
  [`${montgomery}: mortgage loans`, 'mortgages', 'middle', 300.5, 1],
  [`${montgomery}: mortgage loans`, 'mortgages', 'meanRange', 7.79, 2],
  [`${montgomery}: mortgage loans`, 'mortgages', 'high', 321.22, 1],
  [`${montgomery}: mortgage loans`, 'mortgages', 'low', 279.78, 1],
  [`${montgomery}: mortgage loans`, 'mortgages', 'mostRange', 25.45, 1],
  [`${nist}: flow rate`, 'flow', 'middle', 50.81, 2],
  [`${nist}: flow rate`, 'flow', 'meanRange', 1.8778, 4],
  [`${nist}: flow rate`, 'flow', 'high', 55.8041, 3],
  [`${nist}: flow rate`, 'flow', 'low', 45.8159, 3],
  [plotly, 'counts', 'middle', 2820.6316, 3],
  [plotly, 'counts', 'meanRange', 571.8919, 3],
  // Their constants are rounded, 2.66 and 3.268: the limits agree to one in five thousand.
  [plotly, 'counts', 'high', 4341.864, -0.5],
  [plotly, 'counts', 'low', 1299.399, -0.5],
  [plotly, 'counts', 'mostRange', 1868.943, -0.5],
];

describe('published XmR charts', () => {
  test.each(published)('%s, %s: %s', (_source, name, part, value, digits) => expect(limitsOf(name)[part]).toBeCloseTo(value, digits));

  test.each([
    [`${montgomery}: viscosity is in control`, 'viscosity'],
    [`${montgomery}: mortgage loans are in control`, 'mortgages'],
    [`${nist}: flow rate, no point beyond`, 'flow'],
  ] as const)('%s', (_source, name) => {
    expect(signalsIn(charts[name], limitsOf(name)).filter(({ rule }) => rule === 'beyond')).toEqual([]);
  });
});

type Rule = Signal['rule'];
const [one, two, four, eight]: readonly [Rule, Rule, Rule, Rule] = ['beyond', 'twoOfThree', 'fourOfFive', 'eightOnOneSide'];

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

test('thirty published values at least', () => {
  expect(published.length + 3 + runLengths.length).toBeGreaterThanOrEqual(30);
});
