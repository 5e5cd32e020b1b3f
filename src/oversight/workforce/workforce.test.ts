import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { workingDaysBetween } from '../../kernel/calendar/working-days.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { capacityOf, caseloadOf, stageOf, weightOf, type CarriedChild } from './caseload.ts';
import { establishmentOn, postsOn, turnoverOf } from './establishment.ts';
import { absenceOn, absencesOf, daysLost, employmentsOf, hasLeftBy, spellOn, staffMemberOf } from './staff.ts';
import { asSupplied, standardOn } from './standard.ts';

const employed = (from: string, more: object = {}): Told => [
  'employment',
  from,
  { from, contract: 'permanent', team: 't1', hours: 37, grade: 'socialWorker', ...more },
];
const left = (on: string): Told => ['employmentEnd', on, { endedOn: on, reason: '1', destination: '3' }];
const away = (from: string, more: object = {}): Told => ['staffAbsence', from, { from, reason: 'SIC', ...more }];
const back = (lastDay: string): Told => ['staffAbsenceEnd', lastDay, { lastDay }];
const somebody = (...told: readonly Told[]) => staffMemberOf('m', historyOf(...told));

describe('employment', () => {
  it('is as it was last said by a day, until the last day of it', () => {
    const one = somebody(employed('2024-01-08'), employed('2025-03-03', { hours: 22.2, team: 't2' }), left('2026-01-30'));
    const on = (day: string) => spellOn(one, date(day));
    expect(on('2024-01-07')).toBeUndefined();
    expect(on('2025-03-02')).toMatchObject({ hours: 37, team: 't1' });
    expect(on('2025-03-03')).toMatchObject({ hours: 22.2, team: 't2' });
    expect(on('2026-01-30')).toMatchObject({ team: 't2' });
    expect(on('2026-01-31')).toBeUndefined();
    expect([hasLeftBy(one, date('2026-01-30')), hasLeftBy(one, date('2026-01-31')), hasLeftBy(one, date('2023-12-01'))]).toEqual([
      false,
      true,
      false,
    ]);
  });
  it('of somebody who came back is another', () => {
    const employments = employmentsOf(historyOf(employed('2024-01-08'), left('2025-01-31'), employed('2026-01-05', { origin: '2' })));
    expect(employments.map(({ from, to, reason, origin }) => [from, to, reason, origin])).toEqual([
      ['2024-01-08', '2025-01-31', '1', undefined],
      ['2026-01-05', undefined, undefined, '2'],
    ]);
  });
  it('of whoever is newly qualified says since when: from the first day where nobody says otherwise', () => {
    expect(spellOn(somebody(employed('2026-01-05', { grade: 'newlyQualified' })), date('2026-02-02'))?.newlyQualifiedSince).toBe(
      '2026-01-05',
    );
    const earlier = employed('2026-01-05', { grade: 'newlyQualified', newlyQualifiedSince: '2025-10-06' });
    expect(spellOn(somebody(earlier), date('2026-02-02'))?.newlyQualifiedSince).toBe('2025-10-06');
    expect(spellOn(somebody(employed('2026-01-05')), date('2026-02-02'))).not.toHaveProperty('newlyQualifiedSince');
  });
});

describe('absence', () => {
  test.each([
    ['until the last day that was named', [away('2026-02-02', { until: '2026-02-06' })], ['2026-02-06']],
    ['until the return, if that was sooner or later', [away('2026-02-02', { until: '2026-02-27' }), back('2026-02-13')], ['2026-02-13']],
    ['still, where nobody named one', [away('2026-02-02')], [undefined]],
    ['until the next began', [away('2026-02-02'), away('2026-03-02')], ['2026-03-01', undefined]],
  ] satisfies readonly (readonly [string, readonly Told[], readonly (string | undefined)[]])[])('is %s', (_, told, ends) =>
    expect(absencesOf(historyOf(...told)).map(({ to }) => to)).toEqual(ends),
  );
  it('of sickness is counted in working days, by the hours that somebody works, within the period and the employment', () => {
    const february = { from: date('2026-02-01'), to: date('2026-02-28') };
    const half = employed('2025-01-06', { hours: 18.5 });
    expect(daysLost(somebody(employed('2025-01-06'), away('2026-02-02', { until: '2026-02-06' })), february, 37)).toBe(5);
    expect(daysLost(somebody(half, away('2026-02-02', { until: '2026-02-06' })), february, 37)).toBe(2.5);
    expect(daysLost(somebody(employed('2025-01-06'), away('2026-01-26')), february, 37)).toBe(20);
    expect(daysLost(somebody(employed('2025-01-06'), away('2026-02-02'), left('2026-02-06')), february, 37)).toBe(5);
    expect(daysLost(somebody(employed('2025-01-06'), away('2026-02-02', { reason: 'MAT' })), february, 37)).toBe(0);
  });

  const days = fc.integer({ min: 0, max: 900 }).map((n) => addDays(date('2024-01-01'), n));
  const lines = fc.array(
    fc.oneof(
      fc.tuple(fc.constantFrom('employment', 'employmentEnd', 'staffAbsence', 'staffAbsenceEnd'), days, fc.integer({ min: 1, max: 60 })),
    ),
    { maxLength: 12 },
  );
  const tell = (all: readonly (readonly [string, LocalDate, number])[]): readonly Told[] =>
    all
      .toSorted((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0))
      .map(([step, on, n]): Told =>
        step === 'employment'
          ? employed(on, { hours: n })
          : step === 'employmentEnd'
            ? left(on)
            : step === 'staffAbsence'
              ? away(on, n % 3 === 0 ? { until: addDays(on, n) } : {})
              : back(on),
      );
  it('and employment, in whatever order they were recorded: nobody is employed twice or away twice on one day, nor sick for more days than there were', () => {
    fc.assert(
      fc.property(lines, days, (all, on) => {
        const one = somebody(...tell(all));
        const holding = one.employments
          .flatMap(({ spells }) => spells)
          .filter(({ from, to }) => from <= on && (to === undefined || to >= on));
        expect(holding.length).toBeLessThanOrEqual(1);
        expect(one.absences.filter(({ from, to }) => from <= on && (to === undefined || to >= on)).length).toBeLessThanOrEqual(1);
        expect(absenceOn(one, on) === undefined).toBe(one.absences.every(({ from, to }) => from > on || (to !== undefined && to < on)));
        const period = { from: addDays(on, -200), to: on };
        const lost = daysLost(one, period, 37);
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(workingDaysBetween(addDays(period.from, -1), on));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the establishment of a team', () => {
  const on = date('2026-09-30');
  const register = historyOf(
    ['teamPosts', '2025-04-01', { from: '2025-04-01', team: 't1', posts: [{ grade: 'socialWorker', fte: 5 }] }],
    [
      'teamPosts',
      '2026-04-01',
      {
        from: '2026-04-01',
        team: 't1',
        posts: [
          { grade: 'socialWorker', fte: 6 },
          { grade: 'manager', fte: 1 },
        ],
      },
    ],
  );
  const staff = [
    somebody(employed('2024-01-08', { grade: 'manager' })),
    somebody(employed('2024-01-08'), away('2026-09-28')),
    somebody(employed('2025-11-03', { hours: 22.2, grade: 'newlyQualified' })),
    somebody(employed('2026-02-02', { contract: 'agency' })),
    somebody(employed('2024-01-08'), left('2026-03-31')),
    somebody(employed('2024-01-08'), left('2025-03-31')),
    somebody(employed('2024-01-08', { team: 't2' })),
  ];
  it('has posts, of which employees fill some and none that agency staff do', () =>
    expect(establishmentOn(staff, register, ['t1'], on, asSupplied)).toEqual({
      posts: 7,
      filled: 2.6,
      vacant: 4.4,
      agency: 1,
      people: 3,
      agencyPeople: 1,
      newlyQualified: 1,
      away: 1,
      sickDays: 3,
      sickPeople: 1,
      starters: 1,
      leavers: 1,
      leaversFte: 1,
    }));
  it('is as it was on a day: who had not come is not there, and who had not left is', () => {
    const then = establishmentOn(staff, register, ['t1'], date('2025-09-30'), asSupplied);
    expect(then).toMatchObject({ posts: 5, filled: 3, vacant: 2, agency: 0, leavers: 1 });
    expect([...(postsOn(register, 't1', date('2025-09-30')) ?? [])]).toEqual([['socialWorker', 5]]);
    expect(postsOn(register, 't1', date('2025-03-31'))).toBeUndefined();
  });
  it('turns over by those who left in twelve months for each in post at their end', () => {
    expect(turnoverOf({ leaversFte: 1, filled: 4 })).toBe(0.25);
    expect(turnoverOf({ leaversFte: 1, filled: 0 })).toBeUndefined();
  });
});

describe('a local standard', () => {
  it('is as supplied until one is declared, which holds from its day and says what it leaves open', () => {
    const register = historyOf([
      'caseloadStandard',
      '2026-04-01',
      { from: '2026-04-01', why: 'Agreed', protection: 2, siblings: 50, laterObservations: 4 },
    ]);
    expect(standardOn(register, date('2026-03-31'))).toBe(asSupplied);
    expect(standardOn(register, date('2026-04-01'))).toEqual({
      ...asSupplied,
      protection: 2,
      siblings: 0.5,
      laterObservations: 4,
      declared: { from: '2026-04-01', entry: 'e1' },
    });
  });
});

describe('a caseload', () => {
  const since = date('2026-01-05');
  const onPlan: CarriedChild = { worker: 'w', openSince: since, onPlanSince: since };
  it('weighs what the work is: the heaviest of what holds, before a court more, and far away more', () => {
    expect(stageOf({ openSince: since }, asSupplied)).toBe('assessment');
    expect(stageOf({ ...onPlan, inNeedPlanSince: since, lookedAfterSince: since }, asSupplied)).toBe('protection');
    expect(stageOf({ careLeaverUntil: date('2031-02-02') }, asSupplied)).toBe('leavingCare');
    expect(stageOf({ openSince: since, careLeaverUntil: date('2031-02-02') }, asSupplied)).toBe('assessment');
    expect(stageOf({}, asSupplied)).toBeUndefined();
    expect(weightOf({ ...onPlan, courtSince: since, miles: 21 }, asSupplied)).toMatchObject({ weight: 1.5 + 0.8 + 0.3 });
    expect(weightOf({ ...onPlan, miles: 20 }, asSupplied)).toMatchObject({ weight: 1.5, isDistant: false });
  });
  it('counts brothers and sisters plainly, and weighs each further one less', () => {
    const carried = [
      { ...onPlan, family: 1 },
      { ...onPlan, family: 1 },
      { ...onPlan, family: 2 },
      { worker: 'x', openSince: since, seconds: ['w'] },
    ];
    expect(caseloadOf('w', carried, asSupplied)).toMatchObject({ children: 3, second: 1, families: 2, weighted: 1.5 + 0.9 + 1.5 + 0.5 });
    expect(caseloadOf('y', carried, asSupplied)).toMatchObject({ children: 0, second: 0, weighted: 0 });
  });
  it('is held against the hours that somebody works, and what is protected of the newly qualified', () => {
    expect(capacityOf({ hours: 37, grade: 'socialWorker' }, asSupplied)).toEqual({ most: 18, isProtected: false });
    expect(capacityOf({ hours: 37, grade: 'newlyQualified' }, asSupplied)).toEqual({ most: 16.2, isProtected: true });
    expect(capacityOf({ hours: 18.5, grade: 'advanced' }, asSupplied)).toEqual({ most: 9, isProtected: false });
  });

  const child = fc.record(
    {
      worker: fc.constantFrom('w', 'x'),
      seconds: fc.subarray(['w', 'x', 'y']),
      family: fc.integer({ min: 1, max: 4 }),
      openSince: fc.constant(since),
      onPlanSince: fc.constant(since),
      lookedAfterSince: fc.constant(since),
      courtSince: fc.constant(since),
      miles: fc.integer({ min: 0, max: 90 }),
    },
    { requiredKeys: ['worker'] },
  );
  it('whatever is carried: another child never makes it lighter, and the plain counts of all workers are the children worked with', () => {
    fc.assert(
      fc.property(fc.array(child, { maxLength: 20 }), child, (all, another) => {
        const before = caseloadOf('w', all, asSupplied);
        expect(caseloadOf('w', [...all, another], asSupplied).weighted).toBeGreaterThanOrEqual(before.weighted);
        const carried = ['w', 'x'].map((worker) => caseloadOf(worker, all, asSupplied).children);
        expect((carried[0] ?? 0) + (carried[1] ?? 0)).toBe(all.filter((one) => stageOf(one, asSupplied) !== undefined).length);
        expect([...before.byStage.values()].reduce((sum, n) => sum + n, 0)).toBe(before.children);
      }),
      { numRuns: 300 },
    );
  });
});
