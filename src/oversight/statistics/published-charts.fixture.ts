import { resistances, smallBatch, yields } from './published-data.fixture.ts';
import type { RunLimits, Signal } from './run-chart.ts';

/**
 * XmR charts that were published with their numbers. Each says where it stands; `said` has what is printed there, each with how far it may be off: half of its
 * last digit, or what a rounded constant (2.66, 3.268 or 3.27 for 3/d₂ and D₄) makes of it. `signals`: which points (counted from 1) the source says a rule tells of.
 * Books were read through the tests of open packages that quote them by page, named beside the book.
 */
export type PublishedChart = {
  readonly name: string;
  readonly source: string;
  readonly points: readonly number[];
  readonly said: Readonly<Partial<Record<keyof RunLimits | 'reach', readonly [value: number, within: number]>>>;
  readonly signals?: Readonly<Partial<Record<Signal['rule'], readonly number[]>>>;
};

const montgomery = 'Montgomery, Introduction to Statistical Quality Control, individuals charts';
const wheeler = (page: string): string => `Wheeler, Understanding Statistical Process Control, p. ${page} (quoted by pycontrolcharts)`;
const making = (page: string): string => `Wheeler, Making Sense of Data, ${page} (quoted by statprocon)`;
const good = 'Wheeler, Guide to Data Analysis, p. 134; limits of pycontrolcharts, which takes 1.128';
const jasp = 'JASP quality control, tests of individuals charts: verified with Minitab, runs of seven';

export const publishedCharts: readonly PublishedChart[] = [
  {
    name: 'viscosity of aircraft primer paint',
    source: montgomery,
    points: [33.75, 33.05, 34.0, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33.0, 33.54, 33.12, 33.84],
    said: { middle: [33.52, 0.005], meanRange: [0.48, 0.005], high: [34.8, 0.02], low: [32.24, 0.02], mostRange: [1.57, 0.02] },
    signals: { beyond: [] },
  },
  {
    name: 'weekly costs of processing mortgage loans',
    source: montgomery,
    points: [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304],
    said: { middle: [300.5, 0.05], meanRange: [7.79, 0.005], high: [321.22, 0.02], low: [279.78, 0.02], mostRange: [25.45, 0.03] },
    signals: { beyond: [] },
  },
  {
    name: 'flow rate, ten batches',
    source: 'NIST/SEMATECH e-Handbook of Statistical Methods 6.3.2.2',
    points: [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1],
    said: { middle: [50.81, 0.005], meanRange: [1.8778, 0.00005], high: [55.8041, 0.0005], low: [45.8159, 0.0005] },
    signals: { beyond: [] },
  },
  {
    name: 'monthly counts',
    source: 'spc-plotly 0.1.3, documentation',
    points: [
      2478, 2350, 2485, 2296, 2359, 2567, 3089, 2668, 1788, 2854, 2365, 1883, 1959, 1927, 2640, 2626, 2144, 2409, 4412, 3287, 3049, 3364,
      3078, 2972, 3415, 2753, 3102, 2191, 3693, 4385, 4699, 3031, 2659, 3885, 2628, 2621, 3071, 2002,
    ],
    said: {
      middle: [2820.6316, 0.00005],
      meanRange: [571.8919, 0.00005],
      high: [4341.864, 0.3],
      low: [1299.399, 0.3],
      mostRange: [1868.943, 0.6],
    },
  },
  {
    name: 'data for verifying software',
    source: making('p. 382'),
    points: resistances.slice(0, 16),
    said: { middle: [4135.5, 0.005], meanRange: [355.93, 0.005], high: [5082.28, 0.2], low: [3188.72, 0.2], mostRange: [1163.19, 0.4] },
    signals: { beyond: [16] },
  },
  {
    name: 'resistances of 204 wafers',
    source: wheeler('27'),
    points: resistances,
    said: { middle: [4498.18, 0.005], meanRange: [318.81, 0.1], high: [5346.08, 0.2], low: [3650.27, 0.2], mostRange: [1041.88, 0.4] },
  },
  {
    name: 'twelve values',
    source: wheeler('49'),
    points: smallBatch,
    said: { middle: [41.42, 0.005], high: [46.01, 0.01], low: [36.82, 0.01] },
    signals: { beyond: [] },
  },
  {
    name: 'six values',
    source: 'pycontrolcharts, tests of the XmR chart',
    points: smallBatch.slice(0, 6),
    said: { meanRange: [1, 0], high: [44.159574, 0.0000005], low: [38.840426, 0.0000005], mostRange: [3.268, 0.002] },
  },
  {
    name: 'weights of 45 batches of limestone',
    source: `${wheeler('215')}; signals of Minitab, help on I-MR charts, all tests: runs there are of nine, so of eight one point earlier`,
    points: [
      905, 930, 865, 895, 905, 885, 890, 930, 915, 910, 920, 915, 925, 860, 905, 925, 925, 905, 915, 930, 890, 940, 860, 875, 985, 970, 940,
      975, 1000, 1035, 1020, 985, 960, 945, 965, 940, 900, 920, 980, 950, 955, 970, 970, 1035, 1040,
    ],
    said: { middle: [936.89, 0.005], meanRange: [27.84, 0.005], high: [1010.93, 0.02], low: [862.84, 0.02], mostRange: [90.98, 0.05] },
    signals: {
      beyond: [14, 23, 30, 31, 44, 45],
      twoOfThree: [24, 30, 31, 45],
      fourOfFive: [5, 6, 7, 29, 30, 31, 32, 45],
      eightOnOneSide: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 32, 33, 34, 35, 36],
      sixInARow: [],
    },
  },
  {
    name: 'treatment A',
    source: good,
    points: [9, 14, 9, 12, 10, 11, 7, 9, 12, 13],
    said: { middle: [10.6, 0.005], high: [18.283215, 0.002], low: [2.916785, 0.002] },
  },
  {
    name: 'treatment B',
    source: good,
    points: [14, 11, 10, 14, 12, 11, 11, 10, 13, 9],
    said: { middle: [11.5, 0.005], high: [17.114657, 0.002], low: [5.885343, 0.002] },
  },
  {
    name: 'treatment C',
    source: good,
    points: [14, 17, 17, 13, 13, 12, 14, 16, 15, 18],
    said: { middle: [14.9, 0.005], high: [19.628132, 0.002], low: [10.171868, 0.002] },
  },
  {
    name: 'treatment D',
    source: good,
    points: [12, 14, 17, 12, 11, 13, 15, 16, 14, 13],
    said: { middle: [13.7, 0.005], high: [19.314657, 0.002], low: [8.085343, 0.002] },
  },
  {
    name: 'first of three groups',
    source: wheeler('56'),
    points: [4, 5, 5, 4, 8, 4, 3, 7],
    said: { middle: [5, 0.005], meanRange: [2.14, 0.005], high: [10.7, 0.05], mostRange: [7, 0.05] },
  },
  {
    name: 'second of three groups',
    source: wheeler('56'),
    points: [0, 2, 1, 5, 3, 2, 0, 3],
    said: { middle: [2, 0.005], meanRange: [2.14, 0.005], high: [7.7, 0.05], mostRange: [7, 0.05] },
  },
  {
    name: 'third of three groups',
    source: wheeler('56'),
    points: [6, 9, 9, 7, 8, 7, 9, 9],
    said: { middle: [8, 0.005], meanRange: [1.29, 0.005], high: [11.42, 0.005], low: [4.58, 0.005], mostRange: [4.2, 0.05] },
  },
  {
    name: 'peak flow in the morning, 18 days',
    source: `${making('p. 130')}: its ranges were rounded to a tenth first`,
    points: [120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180],
    said: { middle: [183.1, 0.05], meanRange: [52.4, 0.05], high: [322.5, 0.22], low: [43.7, 0.22], mostRange: [171.3, 0.3] },
    signals: { beyond: [] },
  },
  {
    name: 'accident rates, first group',
    source: making('table 9.1'),
    points: [43, 40, 37, 33, 30, 33, 34, 35, 29, 33, 31, 39],
    said: { high: [43.9, 0.06], low: [25.6, 0.06] },
  },
  {
    name: 'accident rates, second group',
    source: making('table 9.1'),
    points: [35, 37, 33, 32, 27, 29, 31, 22, 25, 30, 24, 19],
    said: { high: [39.3, 0.06], low: [18, 0.06] },
  },
  {
    name: 'accounts receivable, in 100 of sales, two years',
    source: `${making('table 9.2')}: of a month that is printed as the limit itself the two say otherwise`,
    points: [
      55.6, 54.7, 54.9, 54.8, 56.9, 55.7, 53.8, 54.8, 53.4, 57.0, 59.4, 63.2, 60.9, 60.7, 58.6, 57.3, 56.9, 58.1, 58.3, 50.9, 53.3, 52.5,
      50.8, 52.9,
    ],
    said: { high: [60.7, 0.07] },
    signals: { beyond: [12, 13, 20, 23] },
  },
  {
    name: 'seniors of high schools who smoke daily',
    source: making('table 8.1'),
    points: [21.3, 20.2, 20.9, 21.0, 18.8, 19.6, 18.7, 18.6, 18.1, 18.9, 19.2, 18.2, 17.3, 19.0],
    said: {},
    signals: { eightOnOneSide: [14] },
  },
  {
    name: 'sales of region D',
    source: making('p. 179, which says how far limits are from the middle'),
    points: [539, 558, 591, 556, 540, 590, 606, 643, 657, 602, 596, 640, 691, 723, 701, 802, 749, 762, 807, 781],
    said: { reach: [93.5, 0.06] },
  },
  {
    name: 'sales of region B',
    source: making('p. 179, which says how far limits are from the middle'),
    points: [1412, 1280, 1129, 1181, 1149, 1248, 1103, 1021, 1085, 1125, 910, 999, 883, 851, 997, 878, 939, 834, 688, 806],
    said: { reach: [272.2, 0.1] },
  },
  {
    name: 'twelve months, of which one lost',
    source: making('p. 145, whose limits are of a median: the middle alone'),
    points: [2.5, 2.3, 16.3, 6.3, 7.6, 16.3, 7.1, 7.8, 7.8, 9.9, 10.5, -4.8],
    said: { middle: [7.47, 0.005] },
  },
  {
    name: 'eighteen days, as the sheet of Making Data Count draws them',
    source: 'NHS Making Data Count, by NHSRplotthedots, vignette on deviations: outlying points not left out',
    points: [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1],
    said: { middle: [1.94, 0.005], high: [6.95, 0.005], low: [-3.06, 0.005] },
    signals: { beyond: [5] },
  },
  {
    name: 'a yield, three years',
    source: `${jasp}, so of eight one point later`,
    points: yields,
    said: {},
    signals: {
      beyond: [3, 4, 23, 24],
      twoOfThree: [4, 24],
      eightOnOneSide: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 32, 33, 34, 35, 36],
    },
  },
  {
    name: 'the yield of the first year',
    source: `${jasp}, so of eight one point later`,
    points: yields.slice(0, 12),
    said: {},
    signals: { beyond: [3, 4], twoOfThree: [4], eightOnOneSide: [12] },
  },
  {
    name: 'the yield of the second year',
    source: `${jasp}, so of eight one point later`,
    points: yields.slice(12, 24),
    said: {},
    signals: { beyond: [23 - 12, 24 - 12], twoOfThree: [24 - 12], eightOnOneSide: [20 - 12, 21 - 12, 22 - 12] },
  },
  {
    name: 'the yield of the third year',
    source: jasp,
    points: yields.slice(24),
    said: {},
    signals: { beyond: [], twoOfThree: [], eightOnOneSide: [] },
  },
  {
    name: 'a count that grows, thirteen of its years',
    source: 'statprocon, tests of limits that follow a trend: rising from first to last',
    points: [5251728, 5364266, 5466729, 5631477, 5678999, 5757659, 5877636, 5917390, 6026344, 6137704, 6417100, 6561540, 6719511],
    said: { middle: [5908314.077, 0.0005] },
    signals: { sixInARow: [6, 7, 8, 9, 10, 11, 12, 13] },
  },
];
