import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { pupilOf, rowsOf, yearIn, yearWords, type Pupil } from './virtual-school.ts';

const on = date('2026-03-16');
const care = (bornOn: string): readonly Told[] => [
  ['personDetails', bornOn, { bornOn }],
  ['periodOfCare', '2025-10-06', { legalStatus: 'C2' }],
  ['placement', '2025-10-06', { type: 'U6' }],
];
const pupil = (bornOn: string, ...told: readonly Told[]) => pupilOf('p', historyOf(...care(bornOn), ...told), on);

describe('a pupil of the virtual school', () => {
  it('is of a school year by the age on 31 August', () => {
    expect(['2021-08-31', '2021-09-01', '2022-01-05', '2014-05-14'].map((born) => yearWords(yearIn(date(born), on)))).toEqual([
      'Reception',
      'Nursery',
      'Nursery',
      'Year 7',
    ]);
  });
  it('is looked after, three at least, and not beyond year 13', () => {
    expect(pupil('2014-05-14')?.year).toBe(7);
    expect(pupil('2023-06-01')).toBeUndefined();
    expect(pupil('2014-05-14', ['periodOfCareEnd', '2026-02-02', { reason: 'E4A' }])).toBeUndefined();
  });
  it('has what happened in this school year, money of this financial year, and a plan in time or late', () => {
    const told: readonly Told[] = [
      ['schoolAttendance', '2025-07-11', { possible: 100, attended: 1 }],
      ['schoolAttendance', '2026-02-13', { possible: 60, attended: 51 }],
      ['schoolExclusion', '2025-07-01', { kind: 'suspension', days: 5 }],
      ['schoolExclusion', '2026-03-03', { kind: 'suspension', days: 2 }],
      ['pupilPremiumPlus', '2025-03-20', { amount: 300 }],
      ['pupilPremiumPlus', '2026-01-23', { amount: 840 }],
      ['personalEducationPlan', '2025-10-16', { held: true }],
    ];
    expect(pupil('2014-05-14', ...told)).toEqual({
      person: 'p',
      year: 7,
      attendance: { possible: 60, attended: 51, upTo: '2026-02-13' },
      suspensions: 1,
      daysSuspended: 2,
      permanent: 0,
      plan: 'inTime',
      hasNoPlace: false,
      premium: 840,
    });
    expect(pupil('2014-05-14')?.plan).toBe('late');
    expect(pupil('2014-05-14', ['schoolPlace', '2026-03-02', { change: 'lost' }])?.hasNoPlace).toBe(true);
  });
});

const one = (year: number, more: Partial<Pupil> = {}): Pupil => ({
  person: 'p',
  year,
  attendance: { possible: 100, attended: 95, upTo: on },
  suspensions: 0,
  daysSuspended: 0,
  permanent: 0,
  plan: 'inTime',
  hasNoPlace: false,
  premium: 100,
  ...more,
});
const many = (n: number, year: number, more: Partial<Pupil> = {}) => Array.from({ length: n }, () => one(year, more));

describe('the table', () => {
  it('counts by school year and together', () => {
    const [seven, eight, all] = rowsOf([...many(20, 7), ...many(10, 7, { suspensions: 1, plan: 'late' }), ...many(12, 8)]);
    expect([seven?.pupils, eight?.pupils, all?.pupils]).toEqual([30, 12, 42]);
    expect([seven?.attendance, all?.premium]).toEqual([95, 4200]);
    expect([seven?.suspended, all?.suspended, seven?.plansInTime]).toEqual([10, 10, 20]);
  });
  it('shows no number by which a child could be known, nor one from which it could be found', () => {
    const rows = rowsOf([...many(20, 7), ...many(2, 8, { suspensions: 1 }), ...many(15, 9)]);
    const of = (title: string) => rows.find((row) => row.title === title);
    expect([of('Year 8')?.pupils, of('Year 8')?.attendance, of('Year 8')?.premium, of('Year 8')?.suspended]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([of('Year 7')?.pupils, of('Year 9')?.pupils].filter((n) => n === undefined).length).toBeGreaterThan(0);
    expect(of('All')?.suspended).toBeUndefined();
  });
});
