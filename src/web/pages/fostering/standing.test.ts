import { describe, expect, test } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { hasPlaceFor, isForOneChild, lastDecision, openConcerns, termsOn } from './standing.ts';

const approved = (on: string, more: Readonly<Record<string, unknown>> = {}): Told => [
  'fosterCarerApproval',
  on,
  { decidedOn: on, decision: 'approved', places: 2, youngest: 5, eldest: 12, ...more },
];
const terms = (on: string, ...told: readonly Told[]) => termsOn(historyOf(...told), date(on));

describe('who may be placed with carers', () => {
  test('nobody before they are approved, nor after the approval ended, nor upon a proposal not to approve', () => {
    expect(terms('2025-09-14', approved('2025-09-15'))).toBeUndefined();
    expect(terms('2026-10-01', approved('2025-09-15'), ['fosterCarerApprovalEnd', '2026-09-30'])).toBeUndefined();
    expect(terms('2025-09-20', approved('2025-09-15', { decision: 'proposed' }))).toBeUndefined();
  });
  test('as many as the terms say, and a change says what is otherwise', () =>
    expect(
      terms(
        '2026-02-01',
        approved('2025-09-15'),
        approved('2026-01-12', { decision: 'changed', places: 3, youngest: undefined, eldest: undefined }),
      ),
    ).toEqual({
      places: 3,
      youngest: 5,
      eldest: 12,
    }));
  test('more under an exemption, until its last day', () => {
    const exempt: Told = ['fosterExemption', '2026-03-02', { from: '2026-03-02', until: '2026-06-30', places: 4 }];
    expect(terms('2026-06-30', approved('2025-09-15'), exempt)?.places).toBe(4);
    expect(terms('2026-07-01', approved('2025-09-15'), exempt)?.places).toBe(2);
  });
  test('before assessment: one child by name, for sixteen weeks and eight more, and no other', () => {
    const temporary = approved('2026-01-05', { decision: 'temporary', places: 1 });
    const extended = approved('2026-04-20', { decision: 'extended', places: 1 });
    expect([terms('2026-04-27', temporary)?.places, terms('2026-04-28', temporary)]).toEqual([1, undefined]);
    expect([terms('2026-06-15', temporary, extended)?.places, terms('2026-06-16', temporary, extended)]).toEqual([1, undefined]);
    expect([isForOneChild(historyOf(temporary)), isForOneChild(historyOf(temporary, approved('2026-05-01')))]).toEqual([true, false]);
  });
  test('a child of the right age, while there is a place', () => {
    const two = { places: 2, youngest: 5, eldest: 12 };
    expect([
      hasPlaceFor(two, 1, 5),
      hasPlaceFor(two, 1, 12),
      hasPlaceFor(two, 1, 13),
      hasPlaceFor(two, 1, 4),
      hasPlaceFor(two, 2, 7),
      hasPlaceFor(undefined, 0, 7),
    ]).toEqual([true, true, false, false, false, false]);
  });
});

test('a concern stands until its own end, and the last decision is told', () => {
  const history = historyOf(
    approved('2025-09-15'),
    ['fosterConcern', '2026-05-04', { kind: 'standard' }],
    ['fosterConcern', '2026-05-05', { kind: 'allegation' }],
    ['fosterConcernEnd', '2026-06-01', { concern: 'e2' }],
  );
  expect(openConcerns(history)).toBe(1);
  expect(lastDecision(history)).toBe('Approved, 15 Sep 2025');
});
