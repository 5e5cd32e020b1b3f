import { expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { differenceOfShares } from '../statistics/difference.ts';
import { practiceChanged, type Verdict } from './practice-changed.ts';

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
let child = 0;
const audits = (on: string, confirmed: number, disputed: number, standard = 'seen'): readonly Verdict[] =>
  Array.from({ length: confirmed + disputed }, (_, n) => ({
    child: (child += 1),
    auditedOn: date(on),
    standard,
    verdict: n < confirmed ? 'confirmed' : 'disputed',
  }));

test.each([
  ['better, where chance alone does not explain it', audits('2025-11-03', 12, 12), audits('2026-06-01', 33, 5), 'better'],
  ['worse, likewise', audits('2025-11-03', 22, 2), audits('2026-06-01', 18, 20), 'worse'],
  ['not told apart from chance', audits('2025-11-03', 14, 10), audits('2026-06-01', 24, 14), 'unclear'],
  ['of too few', audits('2025-11-03', 14, 10), audits('2026-06-01', 4, 0), 'tooFew'],
] as const)('practice is %s', (_, before, after, said) => expect(practiceChanged([...before, ...after], 'seen', since).said).toBe(said));

it('counts the year before and the year from three months after, of the one standard, each child once by the latest, and nobody of whom it could not be told', () => {
  const [twice] = audits('2026-05-04', 0, 1);
  if (twice === undefined) throw new Error('no audit');
  const all: readonly Verdict[] = [
    ...audits('2025-01-11', 7, 0),
    ...audits('2025-01-12', 3, 2),
    ...audits('2026-01-12', 9, 9),
    ...audits('2026-04-11', 9, 9),
    ...audits('2026-04-12', 5, 1),
    ...audits('2026-05-04', 8, 8, 'assessment'),
    twice,
    { ...twice, auditedOn: date('2026-05-06'), verdict: 'confirmed' },
    { ...twice, child: 9999, verdict: 'cannotTell' },
  ];
  expect(practiceChanged(all, 'seen', since)).toMatchObject({ before: { n: 3, among: 5 }, after: { n: 6, among: 7 } });
});
