import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { addSchoolDays, isOfSchoolAge, isSchoolDay } from './school-days.ts';

describe('school days, until term dates are data', () => {
  test.each([
    ['2026-03-03', true],
    ['2026-03-07', false], // a Saturday
    ['2026-02-18', false], // half-term
    ['2026-04-01', false], // the week before Easter
    ['2026-04-13', true],
    ['2026-05-04', false], // a bank holiday
    ['2026-05-27', false], // half-term
    ['2026-07-21', true],
    ['2026-07-22', false],
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-10-28', false], // half-term
    ['2026-12-21', false],
    ['2027-01-04', true],
  ])('%s: %s', (on, expected) => expect(isSchoolDay(date(on))).toBe(expected));

  it('are never more than working days', () => {
    for (const from of ['2026-01-05', '2026-03-02', '2026-07-20', '2026-12-15'])
      expect(addSchoolDays(date(from), 20) >= addWorkingDays(date(from), 20)).toBe(true);
    expect(addSchoolDays(date('2026-07-20'), 2)).toBe('2026-09-01');
  });
});

describe('compulsory school age', () => {
  test.each([
    ['2010-06-30', '2026-06-26', true], // sixteen in May or June: until the last Friday in June
    ['2010-05-01', '2026-06-27', false],
    ['2009-09-01', '2026-06-26', true], // sixteen in September: the June after
    ['2009-08-31', '2025-06-28', false], // sixteen at the end of August: the June before
    ['2021-03-03', '2026-03-02', false],
    ['2021-03-03', '2026-03-03', true],
  ])('born on %s, on %s: %s', (born, on, isOf) => expect(isOfSchoolAge(date(born), date(on))).toBe(isOf));
});
