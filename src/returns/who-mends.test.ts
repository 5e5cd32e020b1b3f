import { describe, expect, test } from 'vitest';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { namedIn, waitsFor } from './who-mends.ts';

const [ruth, amos, ann] = ['ruth', 'amos', 'ann'];

describe('whom a record names for a part of its returns', () => {
  const named = (...told: readonly Told[]) => namedIn(historyOf(...told));
  test('nobody, where it names nobody', () => expect(named(['referral', '2025-06-02', {}])).toEqual([]));
  test('the reviewing officer, the chair of the last conference, and the adviser, each as last named', () =>
    expect(
      named(
        ['reviewingOfficerNamed', '2025-06-02', { officer: 'before' }],
        ['reviewingOfficerNamed', '2025-07-02', { officer: ruth }],
        ['initialConference', '2025-06-10', { chair: 'somebody' }],
        ['reviewConference', '2025-09-10', { chair: amos }],
        ['reviewConference', '2025-12-10', {}],
        ['pathwayPlan', '2025-08-02', { adviser: 'planned' }],
        ['personalAdviserNamed', '2025-08-20', { adviser: ann }],
      ),
    ).toEqual([
      { member: ruth, place: 'officer' },
      { member: amos, place: 'officer' },
      { member: ann, place: 'adviser' },
    ]));
  test('the adviser as last named, in a plan too; nobody once no more is owed, or they ask for nothing more', () => {
    const [plan, given]: [Told, Told] = [
      ['personalAdviserNamed', '2025-08-20', { adviser: ann }],
      ['pathwayPlan', '2026-02-02', { adviser: ruth }],
    ];
    expect(named(plan, given)).toEqual([{ member: ruth, place: 'adviser' }]);
    expect(named(plan, ['careLeaverContact', '2026-03-02', { inTouch: 'NREQ' }])).toEqual([]);
  });
  test('one who reviews and chairs is named once; the plan names the adviser, where nobody else does', () =>
    expect(
      named(
        ['reviewingOfficerNamed', '2025-07-02', { officer: ruth }],
        ['reviewConference', '2025-09-10', { chair: ruth }],
        ['pathwayPlan', '2025-08-02', { adviser: ann }],
      ),
    ).toEqual([
      { member: ruth, place: 'officer' },
      { member: ann, place: 'adviser' },
    ]));
});

test.each([
  ['worker', ['SEX'], true],
  ['manager', ['SEX'], true],
  ['duty', ['SEX'], true],
  ['officer', ['REVIEW_CODE'], true],
  ['officer', ['CPPreviewDate'], true],
  ['officer', ['IN_TOUCH'], false],
  ['adviser', ['ACCOM', 'ACTIV'], true],
  ['adviser', ['REVIEW'], false],
] as const)('of what is found in what they record themselves they hear, and of nothing else: %s, %j', (place, fields, hears) =>
  expect(waitsFor(place, { fields })).toBe(hears),
);
