import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { breachOf, carriedBy, inductionOf, protectedAt, runsOn } from './induction.ts';
import { asSupplied } from './standard.ts';

const begun: Told = ['inductionProgramme', '2026-01-05', { startedOn: '2026-01-05', scheme: 'assessedYear', mentor: 'm1' }];
const decided = (on: string, carried: number | undefined, mendedBy: string): Told => [
  'caseloadDecision',
  on,
  { decidedOn: on, ...(carried === undefined ? {} : { carried }), why: 'A colleague is off sick', mendedBy },
];
const of = (...told: readonly Told[]) => {
  const found = inductionOf(historyOf(...told));
  if (found === undefined) throw new Error('none was begun');
  return found;
};

describe('an induction', () => {
  it('is the last programme, with what was done in it', () => {
    expect(inductionOf(historyOf())).toBeUndefined();
    const found = of(
      begun,
      ['mentorMeeting', '2026-01-28', {}],
      ['directObservation', '2026-02-17', { what: 'visit' }],
      ['inductionEvidence', '2026-03-03', { towards: 'analysis' }],
      ['inductionEvidence', '2026-03-10', { towards: 'analysis' }],
      ['inductionProgramme', '2026-01-05', { startedOn: '2026-01-05', scheme: 'assessedYear', mentor: 'm2', percent: 50 }],
    );
    expect(found).toMatchObject({ mentor: 'm2', percent: 50, endsOn: '2027-01-05', meetings: ['2026-01-28'] });
    expect(found.evidence).toEqual(new Map([['analysis', 2]]));
    expect(found.observations).toEqual([{ on: '2026-02-17', what: 'visit' }]);
  });
  it('ends when it is said, and later where it was extended; a programme after an end runs', () => {
    const review: Told = [
      'inductionReview',
      '2027-01-05',
      { heldOn: '2027-01-05', stage: 'twelve', judgement: 'extend', extendedTo: '2027-04-05' },
    ];
    expect(of(begun, review).endsOn).toBe('2027-04-05');
    const end: Told = ['inductionEnd', '2026-02-02', { endedOn: '2026-02-02', outcome: 'paused' }];
    expect(of(begun, end).ended).toEqual({ on: '2026-02-02', outcome: 'paused' });
    const again: Told = ['inductionProgramme', '2026-09-01', { startedOn: '2026-09-01', scheme: 'assessedYear' }];
    expect(of(begun, end, again).ended).toBeUndefined();
    const extended: Told = [
      'inductionReview',
      '2026-02-01',
      { heldOn: '2026-02-01', stage: 'six', judgement: 'extend', extendedTo: '2028-04-05' },
    ];
    expect(of(begun, extended, end, again).endsOn).toBe('2027-09-01');
    expect(
      of(begun, extended, ['inductionProgramme', '2026-01-05', { startedOn: '2026-01-05', scheme: 'assessedYear', mentor: 'm2' }]).endsOn,
    ).toBe('2028-04-05');
  });
  it('runs until its end or the day that was named, and its protection with it', () => {
    const end: Told = ['inductionEnd', '2026-02-02', { endedOn: '2026-02-02', outcome: 'paused' }];
    expect(['2026-01-04', '2026-01-05', '2027-01-05', '2027-01-06'].map((day) => runsOn(of(begun), date(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(runsOn(of(begun, end), date('2026-02-02'))).toBe(false);
  });
  it('has its decisions of what was carried: a child who came after one is not covered by it', () => {
    const openSince = date('2026-01-05');
    const carried = [
      { worker: 'a', workerSince: date('2026-02-02'), openSince },
      { worker: 'a', workerSince: date('2026-05-05'), openSince },
      { worker: 'b', workerSince: date('2026-02-02'), openSince },
    ];
    expect(['2026-05-04', '2026-05-05'].map((day) => carriedBy('a', date(day), carried, asSupplied))).toEqual([1, 2]);
  });
});

describe('the protected caseload', () => {
  it('is about nine tenths of the usual, by hours, and less where that was promised', () => {
    expect(protectedAt({}, 37, asSupplied)).toBe(16.2);
    expect(protectedAt({}, undefined, asSupplied)).toBe(16.2);
    expect(protectedAt({}, 18.5, asSupplied)).toBe(8.1);
    expect(protectedAt({ percent: 50 }, 37, asSupplied)).toBe(9);
  });
  const may = date('2026-05-11');
  test.each([
    ['is kept, up to the last tenth', [begun], 16.2, 'none'],
    ['is exceeded, and nobody has said why', [begun], 16.3, 'undecided'],
    ['is exceeded by a decision', [begun, decided('2026-05-04', 17.4, '2026-06-12')], 17.4, 'decided'],
    ['is exceeded by more than was decided', [begun, decided('2026-05-04', 17.4, '2026-06-12')], 18, 'undecided'],
    [
      'is exceeded by a decision that says no number, and no child came since',
      [begun, decided('2026-05-04', undefined, '2026-06-12')],
      17.4,
      'decided',
    ],
    ['is exceeded by one more child than there were then', [begun, decided('2026-05-04', undefined, '2026-06-12')], 18.9, 'undecided'],
    ['was to be kept again by now', [begun, decided('2026-04-06', 17.4, '2026-05-08')], 17.4, 'overdue'],
    ['is mended by itself', [begun, decided('2026-04-06', 17.4, '2026-05-08')], 15, 'none'],
    ['protects nobody whose induction has ended', [begun, ['inductionEnd', '2026-05-01', { outcome: 'left' }]], 30, 'none'],
  ] satisfies readonly (readonly [string, readonly Told[], number, string])[])('%s', (_, told, carried, kind) =>
    expect(breachOf(of(...told), { carried, most: 16.2, covered: 17.4 }, may).kind).toBe(kind),
  );
});
