import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { clocksOfRules } from '../pathway.ts';
import { leavingCareStatusOn } from './leaving-care.ts';

/** 16 on 14 May 2026, 18 on 14 May 2028, 21 in 2031, 25 in 2035. */
const born: Told = ['personDetails', '2010-05-14', { bornOn: '2010-05-14' }];
const inCare = (on: string, legalStatus = 'C2'): Told => ['periodOfCare', on, { legalStatus }];
const left = (on: string, reason = 'E5'): Told => ['periodOfCareEnd', on, { reason }];
const statusOf = (on: string, ...told: readonly Told[]) => leavingCareStatusOn(historyOf(born, ...told), date(on));

describe('what a young person is', () => {
  test.each<[string, string | undefined, string, readonly Told[]]>([
    ['in care at fifteen', undefined, '2026-05-13', [inCare('2025-01-06')]],
    ['from sixteen, in care for thirteen weeks', 'eligible', '2026-05-14', [inCare('2025-01-06')]],
    ['in care at sixteen for less', undefined, '2026-06-01', [inCare('2026-05-04')]],
    ['left at seventeen', 'relevant', '2027-06-01', [inCare('2025-01-06'), left('2027-05-20', 'E4A')]],
    ['at eighteen', 'formerRelevant', '2028-05-14', [inCare('2025-01-06'), left('2028-05-14')]],
    ['at twenty-four', 'formerRelevant', '2035-05-13', [inCare('2025-01-06'), left('2028-05-14')]],
    ['at twenty-five', undefined, '2035-05-14', [inCare('2025-01-06'), left('2028-05-14')]],
    ['left at sixteen after six weeks', 'qualifying', '2026-09-01', [inCare('2026-06-01'), left('2026-07-13', 'E4A')]],
    ['still in care after six weeks', undefined, '2026-07-10', [inCare('2026-06-01')]],
    ['the same at twenty', 'qualifying', '2031-05-13', [inCare('2026-06-01'), left('2026-07-13', 'E4A')]],
    ['the same at twenty-one', undefined, '2031-05-14', [inCare('2026-06-01'), left('2026-07-13', 'E4A')]],
    ['left at fifteen for home', undefined, '2027-01-11', [inCare('2024-01-08'), left('2026-02-02', 'E4A')]],
    ['left at fifteen to a special guardian', 'qualifying', '2027-01-11', [inCare('2024-01-08'), left('2026-02-02', 'E45')]],
    ['the same before sixteen', undefined, '2026-05-13', [inCare('2024-01-08'), left('2026-02-02', 'E45')]],
    ['adopted at sixteen', undefined, '2027-01-11', [inCare('2026-06-01'), left('2026-07-13', 'E12')]],
    ['short breaks alone', undefined, '2027-01-11', [inCare('2026-06-01', 'V3'), left('2026-07-13', 'E4A')]],
  ])('%s: %s', (_what, status, on, told) => expect(statusOf(on, ...told)).toBe(status));
});

/** Each interval of regulation 7: by when the plan is reviewed, and what ended it. */
const reviewsOwed = (...told: readonly Told[]) =>
  clocksOfRules((rule) => rule === 'pathwayPlanReview')(historyOf(born, ...told))
    .map(({ dueOn, metOn, endedBecause }) => [dueOn, metOn ?? endedBecause ?? ''].join(' '))
    .toSorted();

describe('a pathway plan after care is reviewed in one interval at a time', () => {
  const care = [inCare('2025-01-06'), ['pathwayPlan', '2026-08-03', {}]] as const satisfies readonly Told[];
  const plan = (on: string): Told => ['pathwayPlan', on, {}];
  const ended: Told = ['careLeaverContact', '2029-01-10', { inTouch: 'NREQ' }];
  test.each<[string, readonly string[], readonly Told[]]>([
    ['a plan written anew after care', ['2028-11-14 21st birthday'], [...care, left('2028-05-14'), plan('2028-05-24')]],
    [
      'the first plan of all, made after care',
      ['2028-11-24 21st birthday'],
      [inCare('2025-01-06'), left('2028-05-14'), plan('2028-05-24')],
    ],
    [
      'another plan after that one, and a review',
      ['2028-11-24 2028-11-20', '2029-05-20 21st birthday'],
      [
        inCare('2025-01-06'),
        left('2028-05-14'),
        plan('2028-05-24'),
        plan('2028-09-04'),
        ['pathwayPlanReview', '2028-11-20', { held: true }],
      ],
    ],
    [
      'who wanted nothing any more, and came back',
      ['2028-11-14 no longer a care leaver who is owed it', '2029-09-05 21st birthday'],
      [...care, left('2028-05-14'), ended, plan('2029-03-05')],
    ],
    ['who came back after 21', ['2028-11-14 21st birthday', '2031-12-04 25th birthday'], [...care, left('2028-05-14'), plan('2031-06-04')]],
  ])('%s', (_what, owed, told) => expect(reviewsOwed(...told)).toEqual(owed));
});
