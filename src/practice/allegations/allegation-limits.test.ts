import { expect, test } from 'vitest';
import type { Told } from '../history.fixture.ts';
import { owed } from '../owed.fixture.ts';

const told = (learntOn: string, toldOn: string): Told => ['allegation', toldOn, { learntOn, toldOn, setting: 'school' }];
const considered = (on: string, response: string): Told => ['allegationConsideration', on, { consideredOn: on, response }];
const meeting = (on: string): Told => ['allegationMeeting', on, { heldOn: on, kind: 'review' }];
const ended = (on: string, more: Readonly<Record<string, string>>): Told => ['allegationOutcome', on, { decidedOn: on, ...more }];
const referred = (on: string, to: string): Told => ['barringReferral', on, { referredOn: on, to }];

// Friday 6 March 2026; Good Friday is 3 April, Easter Monday the 6th.
test.each([
  [
    'to be told within one working day of coming to attention, and considered by the next',
    [told('2026-03-06', '2026-03-09')],
    ['allegationReferred 2026-03-09 met 2026-03-09', 'allegationConsidered 2026-03-10'],
  ],
  [
    'nothing less where we were told too late: it is met late, and seen to be',
    [told('2026-03-02', '2026-03-09')],
    ['allegationReferred 2026-03-03 met 2026-03-09', 'allegationConsidered 2026-03-10'],
  ],
  [
    'a meeting in five working days, a review every four weeks and an outcome in three months, once the threshold is met',
    [considered('2026-03-30', 'meeting')],
    ['allegationMeeting 2026-04-08', 'allegationReviewed 2026-04-27', 'allegationConcluded 2026-06-30'],
  ],
  [
    'no meeting where the employer looks into it',
    [considered('2026-03-09', 'employer')],
    ['allegationReviewed 2026-04-06', 'allegationConcluded 2026-06-09'],
  ],
  ['nothing where the threshold is not met', [considered('2026-03-09', 'lowLevel')], []],
  [
    'the next review from the last meeting, until there is an outcome',
    [considered('2026-03-09', 'meeting'), meeting('2026-03-12'), ended('2026-04-01', { outcome: 'unfounded' })],
    [
      'allegationMeeting 2026-03-16 met 2026-03-12',
      'allegationReviewed 2026-04-06 met 2026-03-12',
      'allegationReviewed 2026-04-09 ended 2026-04-01',
      'allegationConcluded 2026-06-09 met 2026-04-01',
    ],
  ],
  [
    'a referral to the barring service and a review of what it teaches; a referral to a regulator does not stand for the first',
    [ended('2026-05-11', { outcome: 'substantiated', barring: 'duty' }), referred('2026-05-12', 'teaching')],
    ['barringReferral 2026-06-11', 'allegationLearnt 2026-06-11'],
  ],
  [
    'no more, once the barring service has it',
    [ended('2026-05-11', { outcome: 'unsubstantiated', barring: 'duty' }), referred('2026-05-20', 'dbs')],
    ['barringReferral 2026-06-11 met 2026-05-20'],
  ],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('an allegation is owed %s', (_, events, limits) =>
  expect(owed(...events).toSorted()).toEqual(limits.toSorted()),
);
