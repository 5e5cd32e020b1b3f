import { describe, expect, test } from 'vitest';
import { alpha, kappa, stepsApart, stepsApartSquared } from './agreement.ts';
import { betaBelow, logGamma } from './beta.ts';
import { couldFallShort, exactBounds, finiteCorrection, foundAtMost, hypergeometric } from './finite.ts';
import { funnel } from './funnel.ts';
import { deviationsHolding, normalBelow } from './normal.ts';
import { clopperPearson, sampleNeeded, wilson, type Interval } from './proportions.ts';
import { runLimits, signalsIn } from './run-chart.ts';

type Case = readonly [source: string, found: number | undefined, published: number, digits: number];

const low = ({ low }: Interval): number => low;
const high = ({ high }: Interval): number => high;
const ends = (source: string, found: Interval, from: number, to: number, digits = 4): readonly Case[] => [
  [`${source}, low`, low(found), from, digits],
  [`${source}, high`, high(found), to, digits],
];

const newcombe = 'Newcombe, Statistics in Medicine 17 (1998), table I';
const nist = 'NIST/SEMATECH e-Handbook of Statistical Methods';
const krejcie = 'Krejcie and Morgan, Educational and Psychological Measurement 30 (1970), table 1';
const handbook = 'Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011)';
const cohen = 'Cohen, Psychological Bulletin 70 (1968), table 1';
const fleiss = 'Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.1';
const fisher = 'Fisher, The Design of Experiments (1935), chapter II: the lady tasting tea';
const abramowitz = 'Abramowitz and Stegun, Handbook of Mathematical Functions';

/** Two judges of binary data; two of nominal data; four who left some out. */
const binary = ['01', '11', '01', '00', '00', '01', '00', '00', '10', '00'].map((pair) => Array.from(pair, Number));
const nominal = ['01', '00', '11', '11', '31', '22', '22', '22', '44', '33', '33', '03'].map((pair) => Array.from(pair, Number));
const four = ['111', '2232', '3333', '3333', '2222', '1234', '4444', '1121', '2222', '555', '11', '3'].map((some) =>
  Array.from(some, Number),
);

const disorders = [
  [0.44, 0.07, 0.09],
  [0.05, 0.2, 0.05],
  [0.01, 0.03, 0.06],
];
const disorderWeights = [
  [0, 1, 3],
  [1, 0, 6],
  [3, 6, 0],
];
const diagnoses = [
  [75, 1, 4],
  [5, 4, 1],
  [0, 0, 10],
];
const batches = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const tea = { population: 8, drawn: 4, found: 4 };
const lottery = { population: 49, drawn: 6, found: 6 };

const published: readonly Case[] = [
  ...ends(`${newcombe}: 81 of 263, score`, wilson(81, 263), 0.2553, 0.3662),
  ...ends(`${newcombe}: 15 of 148, score`, wilson(15, 148), 0.0624, 0.1605),
  ...ends(`${newcombe}: 0 of 20, score`, wilson(0, 20), 0, 0.1611),
  ...ends(`${newcombe}: 1 of 29, score`, wilson(1, 29), 0.0061, 0.1718),
  ...ends(`${newcombe}: 81 of 263, Clopper–Pearson`, clopperPearson(81, 263), 0.2527, 0.3676),
  ...ends(`${newcombe}: 15 of 148, Clopper–Pearson`, clopperPearson(15, 148), 0.0578, 0.1617),
  ...ends(`${newcombe}: 0 of 20, Clopper–Pearson`, clopperPearson(0, 20), 0, 0.1684),
  ...ends(`${newcombe}: 1 of 29, Clopper–Pearson`, clopperPearson(1, 29), 0.0009, 0.1776),
  ...ends(`${nist} 7.2.4.1: 4 of 20, exact, 90 %`, clopperPearson(4, 20, 0.9), 0.071354, 0.401029, 5),
  [`${krejcie}: of 40`, sampleNeeded(40, 0.05), 36, -1],
  [`${krejcie}: of 100`, sampleNeeded(100, 0.05), 80, 0],
  [`${krejcie}: of 220`, sampleNeeded(220, 0.05), 140, -1],
  [`${krejcie}: of 500`, sampleNeeded(500, 0.05), 217, -1],
  [`${krejcie}: of 1,000`, sampleNeeded(1000, 0.05), 278, 0],
  [`${fisher}: all four`, hypergeometric(tea, 4), 1 / 70, 12],
  [`${fisher}: three`, hypergeometric({ ...tea, found: 3 }, 4), 16 / 70, 12],
  [`${fisher}: at most two`, foundAtMost({ ...tea, found: 2 }, 4), 53 / 70, 12],
  ['Six of 49 drawn: all six, 1 in 13,983,816', hypergeometric(lottery, 6) * 13_983_816, 1, 9],
  ['Six of 49 drawn: three, 1 in 56.7', 1 / hypergeometric({ ...lottery, found: 3 }, 6), 56.7, 1],
  ['Cochran, Sampling Techniques, 2.6: a quarter drawn of 101', finiteCorrection(101, 26), Math.sqrt(75 / 100), 12],
  [`${cohen}: kappa`, kappa(disorders), 0.492, 3],
  [`${cohen}: weighted kappa`, kappa(disorders, (a, b) => disorderWeights[a]?.[b] ?? 0), 0.348, 3],
  [`${fleiss}: kappa`, kappa(diagnoses), 0.676, 3],
  [`${handbook}: A, binary`, alpha(binary, 'nominal'), 0.095, 3],
  [`${handbook}: B, nominal`, alpha(nominal, 'nominal'), 0.692, 3],
  [`${handbook}: C, nominal, some left out`, alpha(four, 'nominal'), 0.743, 3],
  [`${handbook}: C, ordinal, some left out`, alpha(four, 'ordinal'), 0.815, 3],
  [`${nist} 6.3.2.2: middle`, runLimits(batches)?.middle, 50.81, 4],
  [`${nist} 6.3.2.2: mean of moving ranges`, runLimits(batches)?.meanRange, 1.8778, 4],
  [`${nist} 6.3.2.2: high limit`, runLimits(batches)?.high, 55.8041, 3],
  [`${nist} 6.3.2.2: low limit`, runLimits(batches)?.low, 45.8159, 3],
  [`${abramowitz} table 26.1: P(1)`, normalBelow(1), 0.841344746068543, 13],
  [`${abramowitz} table 26.1: P(1.96)`, normalBelow(1.96), 0.97500210485178, 13],
  [`${abramowitz} table 26.1: P(−2)`, normalBelow(-2), 0.022750131948179, 13],
  [`${abramowitz} table 26.5: 95 % of both sides`, deviationsHolding(0.95), 1.95996, 5],
  [`${abramowitz} table 26.5: 99 % of both sides`, deviationsHolding(0.99), 2.57583, 5],
  [`${abramowitz} 6.1.8: Γ(½) = √π`, logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 12],
  [`${abramowitz} 6.1.5: Γ(11) = 10!`, logGamma(11), Math.log(3_628_800), 11],
  [`${abramowitz} 26.5.24: I of ½ with 5 and 6 is 10 coins`, betaBelow(0.5, 5, 6), 1 - 386 / 1024, 12],
  ['Hanley and Lippman-Hand, JAMA 249 (1983): none of 30, 95 % one-sided', clopperPearson(0, 30, 0.9).high, 1 - 0.05 ** (1 / 30), 9],
  ['Spiegelhalter, Statistics in Medicine 24 (2005): ½ of 100, 95 %', funnel(0.5, 100).high, 0.598, 3],
  ['Spiegelhalter, Statistics in Medicine 24 (2005): ½ of 100, 99.8 %', funnel(0.5, 100, 0.998).high, 0.6545, 4],
];

describe('what textbooks say', () => {
  test.each(published)('%s', (_, found, expected, digits) => {
    if (digits < 0) expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1);
    else expect(found).toBeCloseTo(expected, digits);
  });

  test('at least forty cases, each with its source', () => {
    expect(new Set(published.map(([source]) => source)).size).toBeGreaterThanOrEqual(40);
  });

  test('weights by how far grades are apart change nothing where there are two', () => {
    const table = [
      [20, 5],
      [10, 15],
    ];
    for (const apart of [undefined, stepsApart, stepsApartSquared]) expect(kappa(table, apart)).toBeCloseTo(0.4, 12);
  });

  test('where nobody could disagree nothing is said of agreement', () => {
    expect(kappa([[12]])).toBeUndefined();
    expect(
      alpha(
        [
          [0, 0],
          [0, 0],
        ],
        'nominal',
      ),
    ).toBeUndefined();
    expect(alpha([[0], [1]], 'ordinal')).toBeUndefined();
  });
});

describe('a sample of few', () => {
  test('all were looked at: nothing is left unknown', () => {
    const all = { population: 40, drawn: 40, found: 3 };
    expect(exactBounds(all)).toEqual({ low: 3, high: 3 });
    expect(couldFallShort(all)).toBe(3);
  });

  test('none was looked at: anything could be', () => {
    const none = { population: 40, drawn: 0, found: 0 };
    expect(exactBounds(none)).toEqual({ low: 0, high: 40 });
    expect(couldFallShort(none)).toBe(40);
  });

  test('the bound is the last number that the sample does not speak against', () => {
    const given = { population: 220, drawn: 40, found: 0 };
    const bound = couldFallShort(given);
    expect(foundAtMost(given, bound)).toBeGreaterThan(0.05);
    expect(foundAtMost(given, bound + 1)).toBeLessThanOrEqual(0.05);
  });
});

describe('runs', () => {
  const limits = { middle: 0, low: -3, high: 3, meanRange: 1, mostRange: 3 };
  const rulesOf = (points: readonly number[]) => signalsIn(points, limits).map(({ at, rule }) => `${rule} ${at}`);
  test.each([
    ['one beyond the limits', [0, 3.1], 'beyond 1'],
    ['two of three beyond two thirds of the way', [2.1, 0, 2.1], 'twoOfThree 2'],
    ['four of five beyond one third', [1.1, 1.1, 0, 1.1, 1.1], 'fourOfFive 4'],
    ['eight on one side', [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2], 'eightOnOneSide 7'],
    ['six falling', [0.9, 0.6, 0.3, 0, -0.3, -0.6], 'sixInARow 5'],
  ])('%s is a signal', (_, points, signal) => {
    expect(rulesOf(points)).toEqual([signal]);
  });

  test.each([
    ['on both sides', [2.1, -2.1, 2.1, 0]],
    ['seven on one side', [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1]],
    ['five falling', [0.6, 0.3, 0, -0.3, -0.6]],
  ])('%s is none', (_, points) => {
    expect(rulesOf(points).filter((each) => !each.startsWith('twoOfThree'))).toEqual([]);
  });

  test('of few points no limits are given', () => {
    expect(runLimits([1, 2, 3, 4, 5])).toBeUndefined();
  });
});
