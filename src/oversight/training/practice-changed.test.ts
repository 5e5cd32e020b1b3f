import { expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { differenceOfShares } from '../statistics/difference.ts';
import { practiceChanged } from './practice-changed.ts';

// Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10: the examples a, b, c, e and g.
test.each([
  [48, 80, 56, 70, 0.0524, 0.3339],
  [3, 10, 9, 10, 0.1705, 0.809],
  [2, 7, 6, 7, 0.0582, 0.8062],
  [0, 29, 5, 56, -0.0381, 0.1926],
  [0, 20, 0, 10, -0.1611, 0.2775],
])('the difference between %i of %i and %i of %i is as published', (n, among, m, of, low, high) => {
  const found = differenceOfShares({ n, among }, { n: m, among: of });
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

it('of nobody on one side says nothing', () =>
  expect(differenceOfShares({ n: 0, among: 0 }, { n: 3, among: 4 })).toEqual({ low: -1, high: 1 }));

const since = date('2026-01-12');

test.each([
  ['better, where chance alone does not explain it', [12, 24], [33, 38], 'better'],
  ['worse, likewise', [22, 24], [18, 38], 'worse'],
  ['not told apart from chance', [14, 24], [24, 38], 'unclear'],
  ['of too few', [14, 24], [0, 0], 'tooFew'],
] as const)('practice is %s', (_, [n, among], [m, of], said) =>
  expect(practiceChanged({ since, before: { n, among }, after: { n: m, among: of } }).said).toBe(said),
);

it('is of the year before, and of the year from three months after', () =>
  expect(practiceChanged({ since, before: { n: 3, among: 5 }, after: { n: 6, among: 7 } })).toMatchObject({
    beforeFrom: '2025-01-12',
    afterFrom: '2026-04-12',
    afterTo: '2027-04-12',
  }));
