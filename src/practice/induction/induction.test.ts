import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { owed } from '../owed.fixture.ts';
import { inductionProgramme } from './induction-programme.ts';
import { inductionReview } from './induction-review.ts';
import { caseloadDecision } from './caseload-decision.ts';

const begun = (on: string, more: object = {}): Told => ['inductionProgramme', on, { startedOn: on, scheme: 'assessedYear', ...more }];
const reviewed = (on: string, stage: string, more: object = {}): Told => [
  'inductionReview',
  on,
  { heldOn: on, stage, judgement: 'onTrack', ...more },
];
const watched = (on: string): Told => ['directObservation', on, { on, what: 'visit' }];
const met = (on: string): Told => ['mentorMeeting', on, { on }];
const ended = (on: string): Told => ['inductionEnd', on, { endedOn: on, outcome: 'passed' }];

const of = (rule: string, ...told: readonly Told[]) =>
  owed(...told)
    .filter((one) => one.startsWith(`${rule} `))
    .map((one) => one.slice(rule.length + 1));

describe('what is owed to somebody newly qualified', () => {
  test.each([
    ['a review at three months', 'inductionFirstReview', [begun('2026-01-05')], ['2026-04-05']],
    ['one at six', 'inductionSecondReview', [begun('2026-01-05')], ['2026-07-05']],
    ['one at twelve', 'inductionThirdReview', [begun('2026-01-05')], ['2027-01-05']],
    ['none at two years, of the assessed year', 'inductionFinalReview', [begun('2026-01-05')], []],
    ['of the two years one at their end', 'inductionFinalReview', [begun('2026-01-05', { scheme: 'twoYears' })], ['2028-01-05']],
    ['each review meets its own', 'inductionSecondReview', [begun('2026-01-05'), reviewed('2026-04-03', 'three')], ['2026-07-05']],
    ['on the last day of a short month', 'inductionFirstReview', [begun('2025-11-30')], ['2026-02-28']],
    ['once, where the mentor changes', 'inductionFirstReview', [begun('2026-01-05'), begun('2026-02-16')], ['2026-04-05']],
    ['no more, once it has ended', 'inductionThirdReview', [begun('2026-01-05'), ended('2026-12-14')], ['2027-01-05 ended 2026-12-14']],
    [
      'anew, after long leave',
      'inductionFirstReview',
      [begun('2026-01-05'), ended('2026-02-02'), begun('2026-09-01')],
      ['2026-04-05 ended 2026-02-02', '2026-12-01'],
    ],
    ['the mentor every month', 'mentorMeeting', [begun('2026-01-05'), met('2026-01-28')], ['2026-02-05 met 2026-01-28', '2026-02-28']],
    ['a first observation before the first review', 'directObservation', [begun('2026-01-05')], ['2026-04-05']],
    [
      'a second before the second, and a third before the last, counted from the first day',
      'directObservation',
      [begun('2026-01-05'), watched('2026-02-17'), watched('2026-06-02')],
      ['2026-04-05 met 2026-02-17', '2026-07-05 met 2026-06-02', '2027-01-05'],
    ],
    [
      'and after three none',
      'directObservation',
      [begun('2026-01-05'), watched('2026-02-17'), watched('2026-06-02'), watched('2026-09-08')],
      ['2026-04-05 met 2026-02-17', '2026-07-05 met 2026-06-02', '2027-01-05 met 2026-09-08'],
    ],
    [
      'of the two years two more in the second, by our default',
      'directObservation',
      [
        begun('2026-01-05', { scheme: 'twoYears' }),
        watched('2026-02-17'),
        watched('2026-06-02'),
        watched('2026-09-08'),
        watched('2027-03-02'),
        watched('2027-11-02'),
      ],
      [
        '2026-04-05 met 2026-02-17',
        '2026-07-05 met 2026-06-02',
        '2027-01-05 met 2026-09-08',
        '2027-07-05 met 2027-03-02',
        '2028-01-05 met 2027-11-02',
      ],
    ],
    [
      'or as many as were promised, evenly over that year',
      'directObservation',
      [
        begun('2026-01-05', { scheme: 'twoYears', laterObservations: 3 }),
        ...['2026-02-17', '2026-06-02', '2026-09-08', '2027-03-02', '2027-06-01'].map(watched),
      ],
      [
        '2026-04-05 met 2026-02-17',
        '2026-07-05 met 2026-06-02',
        '2027-01-05 met 2026-09-08',
        '2027-05-05 met 2027-03-02',
        '2027-09-05 met 2027-06-01',
        '2028-01-05',
      ],
    ],
    [
      'or none, where none was promised',
      'directObservation',
      [begun('2026-01-05', { scheme: 'twoYears', laterObservations: 0 }), ...['2026-02-17', '2026-06-02', '2026-09-08'].map(watched)],
      ['2026-04-05 met 2026-02-17', '2026-07-05 met 2026-06-02', '2027-01-05 met 2026-09-08'],
    ],
    [
      'counted anew from the first day after long leave; what was seen before it counts',
      'directObservation',
      [begun('2026-01-05'), watched('2026-02-17'), ended('2026-03-02'), begun('2026-09-01')],
      ['2026-04-05 met 2026-02-17', '2027-03-01', '2026-07-05 ended 2026-03-02'],
    ],
    [
      'an end by the day that was said, where it is extended',
      'inductionExtended',
      [begun('2026-01-05'), reviewed('2027-01-05', 'twelve', { judgement: 'extend', extendedTo: '2027-04-05' })],
      ['2027-04-05'],
    ],
  ] satisfies readonly (readonly [string, string, readonly Told[], readonly string[]])[])('is %s', (_, rule, told, expected) =>
    expect(of(rule, ...told)).toEqual(expected),
  );
});

describe('what is promised', () => {
  const today = date('2026-06-01');
  const fields = (answers: object) =>
    inductionProgramme
      .decide([], { startedOn: date('2026-01-05'), scheme: 'assessedYear', ...answers } as never, today)
      .map(({ field }) => field);
  it('is by a programme that is in force on the first day', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ scheme: 'twoYears' })).toEqual(['scheme']);
    expect([fields({ laterObservations: 12 }), fields({ laterObservations: 13 })]).toEqual([[], ['laterObservations']]);
    expect(fields({ scheme: 'newlyQualifiedProgramme' })).toEqual(['scheme']);
    expect(fields({ scheme: 'newlyQualifiedProgramme', startedOn: date('2009-03-02') })).toEqual([]);
  });
  it('is a share of the usual caseload', () => {
    expect(fields({ percent: 50 })).toEqual([]);
    expect(fields({ percent: 0 })).toEqual(['percent']);
    expect(fields({ percent: 120 })).toEqual(['percent']);
  });
  it('is filled in from the last when the mentor changes; the next review is the one that was not held', () => {
    const before = historyOf(begun('2026-01-05', { mentor: 'm1' }), reviewed('2026-04-03', 'three'));
    expect(inductionProgramme.offers?.(before, today)).toMatchObject({ startedOn: { value: '2026-01-05' }, mentor: { value: 'm1' } });
    expect(inductionReview.offers?.(before, today)).toMatchObject({ stage: { value: 'six' } });
  });
  it('gives way until a day that is not past when it is decided', () => {
    const decision = { decidedOn: today, why: 'A colleague is off sick', mendedBy: date('2026-05-31') };
    expect(caseloadDecision.decide([], decision, today).map(({ field }) => field)).toEqual(['mendedBy']);
    expect(caseloadDecision.decide([], { ...decision, mendedBy: today }, today)).toEqual([]);
  });
});
