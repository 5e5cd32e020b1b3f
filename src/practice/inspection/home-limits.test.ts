import { expect, test } from 'vitest';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';

const service = (what: string): Told => ['qualityRecord', '2026-01-31', { on: '2026-01-31', service: what }];
const report = (on: string, kind: string): Told => ['inspectionReport', on, { on, kind }];
const asked: Told = ['inspectionRecommendation', '2026-03-02', { on: '2026-03-02', byWhen: '2026-09-30' }];
const judged = (on: string, how: string): Told => ['improvementProgress', on, { on, recommendation: 'e1', judged: how }];
const open = (...events: readonly Told[]) =>
  derivation
    .clocks(historyOf(...events))
    .filter(({ metOn }) => metOn === undefined)
    .map(({ rule, dueOn }) => `${rule} ${dueOn}`);

test.each([
  ['a visit each month and a review every six of a home', [service('home')], ['homeVisited 2026-02-28', 'homeReviewed 2026-07-31']],
  [
    'the next visit in the month after the last',
    [service('home'), report('2026-02-16', 'independentVisit')],
    ['homeVisited 2026-03-31', 'homeReviewed 2026-07-31'],
  ],
  ['nothing of fostering', [service('fostering')], []],
  ['an improvement by its day', [asked], ['improvementMet 2026-09-30']],
  ['still, where it is met in part', [asked, judged('2026-06-15', 'partly')], ['improvementMet 2026-09-30']],
  ['no more, once it is judged met', [asked, judged('2026-06-15', 'met')], []],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('is owed: %s', (_, events, limits) =>
  expect(open(...events)).toEqual(limits),
);

test('a serious event in a home is told to Ofsted and to the child’s own authority within a working day, each by itself', () => {
  const event = (more: Readonly<Record<string, string>>): Told => [
    'homeEvent',
    '2026-03-06',
    { on: '2026-03-06', what: 'police', ...more },
  ];
  expect(open(event({}))).toEqual(['homeEventOfsted 2026-03-09', 'homeEventAuthority 2026-03-09']);
  expect(open(event({ ofstedToldOn: '2026-03-06' }))).toEqual(['homeEventAuthority 2026-03-09']);
  expect(open(event({ ofstedToldOn: '2026-03-06', authorityToldOn: '2026-03-07' }))).toEqual([]);
});
