import { expect, test } from 'vitest';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';

const incident = (harm: string, abuse = 'suspected'): Told => ['seriousIncident', '2026-03-09', { learntOn: '2026-03-09', harm, abuse }];
const told = (on: string, ...whom: readonly string[]): Told => ['incidentNotification', on, { notifiedOn: on, whom }];
const decided = (on: string, decision: string): Told => ['caseReviewDecision', on, { decidedOn: on, decision }];
const learnt: Told = ['reviewLearning', '2026-07-06', { on: '2026-07-06', finding: 'x', lookAgainOn: '2027-01-11' }];

const owed = (...events: readonly Told[]) =>
  derivation.clocks(historyOf(...events)).map(({ rule, dueOn, metOn }) => `${rule} ${dueOn}${metOn === undefined ? '' : ` met ${metOn}`}`);

test.each([
  ['the Panel, five working days after we learnt of it', [incident('seriouslyHarmed')], ['incidentNotified 2026-03-16']],
  ['nobody, where neither abuse nor neglect is suspected', [incident('seriouslyHarmed', 'no')], []],
  ['the Secretary of State of a care leaver, and not the Panel', [incident('diedCareLeaver')], ['incidentInCareNotified 2026-03-16']],
  [
    'both of a looked-after child who died of abuse',
    [incident('diedLookedAfter', 'known')],
    ['incidentNotified 2026-03-16', 'incidentInCareNotified 2026-03-16'],
  ],
  [
    'a rapid review, fifteen working days after the Panel was told; Good Friday and Easter Monday are none',
    [incident('died'), told('2026-03-13', 'panel')],
    ['incidentNotified 2026-03-16 met 2026-03-13', 'rapidReview 2026-04-07'],
  ],
  ['no rapid review before the Panel was told', [incident('died'), told('2026-03-13', 'partners')], ['incidentNotified 2026-03-16']],
  [
    'publication, six months after the decision on a local review',
    [decided('2026-08-31', 'localReview')],
    ['caseReviewPublished 2027-02-28'],
  ],
  ['none, where there is no review', [decided('2026-04-20', 'none')], []],
  ['a look whether the learning holds, by the day that it names', [learnt], ['learningTested 2027-01-11']],
  [
    'one look for each: that of another learning is not its own',
    [learnt, ['learningTested', '2027-01-08', { on: '2027-01-08', learning: 'e9' }]],
    ['learningTested 2027-01-11'],
  ],
  [
    'no more, once it was looked at',
    [learnt, ['learningTested', '2027-01-08', { on: '2027-01-08', learning: 'e1' }]],
    ['learningTested 2027-01-11 met 2027-01-08'],
  ],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('a serious incident owes %s', (_, events, limits) =>
  expect(owed(...events)).toEqual(limits),
);
