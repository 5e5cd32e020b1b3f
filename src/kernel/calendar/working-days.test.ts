import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bankHolidays, easterSunday } from './bank-holidays.ts';
import { addDays, addMonths, date, dayOfWeek, fromDayNumber, dayNumber } from './dates.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const anyDay = fc.integer({ min: dayNumber(date('1950-01-01')), max: dayNumber(date('2090-12-31')) }).map(fromDayNumber);

describe('bank holidays of England', () => {
  test.each([
    ['1995-05-08', 'early May, moved for VE Day'],
    ['1999-12-31', 'the millennium'],
    ['2002-06-03', 'Golden Jubilee'],
    ['2002-06-04', 'spring, moved'],
    ['2011-04-29', 'royal wedding'],
    ['2012-06-04', 'spring, moved'],
    ['2012-06-05', 'Diamond Jubilee'],
    ['2020-05-08', 'early May, moved for VE Day'],
    ['2022-06-02', 'spring, moved'],
    ['2022-06-03', 'Platinum Jubilee'],
    ['2022-09-19', 'state funeral'],
    ['2023-05-08', 'coronation'],
    ['2021-12-27', 'Christmas on a Saturday'],
    ['2021-12-28', 'Boxing Day on a Sunday'],
    ['2022-12-27', 'Christmas on a Sunday'],
    ['2020-12-28', 'Boxing Day on a Saturday'],
    ['2022-01-03', 'New Year on a Saturday'],
  ])('%s, %s', (day) => expect(isWorkingDay(date(day))).toBe(false));

  test.each(['1995-05-01', '2002-05-27', '2012-05-28', '2020-05-04', '2022-05-30'])('%s was moved away and is worked', (day) =>
    expect(isWorkingDay(date(day))).toBe(true),
  );

  test.each([
    [1990, '1990-04-15'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2030, '2030-04-21'],
  ])('Easter %i', (year, sunday) => expect(easterSunday(year)).toBe(sunday));

  // As published: those of Great Britain by the holidays project (vacanza/holidays, snapshots/countries/GB_COMMON.json), with Easter Monday and the last Monday in August.
  test.each([
    [1990, '01-01 04-13 04-16 05-07 05-28 08-27 12-25 12-26'],
    [1991, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [1992, '01-01 04-17 04-20 05-04 05-25 08-31 12-25 12-28'],
    [1993, '01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28'],
    [1994, '01-03 04-01 04-04 05-02 05-30 08-29 12-26 12-27'],
    [1995, '01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26'],
    [1996, '01-01 04-05 04-08 05-06 05-27 08-26 12-25 12-26'],
    [1997, '01-01 03-28 03-31 05-05 05-26 08-25 12-25 12-26'],
    [1998, '01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28'],
    [1999, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31'],
    [2000, '01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26'],
    [2001, '01-01 04-13 04-16 05-07 05-28 08-27 12-25 12-26'],
    [2002, '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26'],
    [2003, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2004, '01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28'],
    [2005, '01-03 03-25 03-28 05-02 05-30 08-29 12-26 12-27'],
    [2006, '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2007, '01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26'],
    [2008, '01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26'],
    [2009, '01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28'],
    [2010, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  ])('in %i were these and no others', (year, published) =>
    expect(bankHolidays(year)).toEqual(published.split(' ').map((day) => `${year}-${day}`)),
  );

  // The library is wrong before 2013 (1995, 1999, 2002, 2011, 2012).
  test.each(Array.from({ length: 18 }, (_, index) => 2013 + index))('agree on weekdays with date-holidays in %i', (year) => {
    const theirs = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map((holiday) => date(holiday.date.slice(0, 10)));
    const weekdays = [...new Set(theirs)].filter((day) => dayOfWeek(day) <= 5).sort();
    expect(bankHolidays(year).filter((day) => dayOfWeek(day) <= 5)).toEqual(weekdays);
  });
});

describe('working days', () => {
  it('count from the day of the event, which is day 0 also on a Saturday', () => {
    expect(addWorkingDays(date('2026-03-02'), 1)).toBe('2026-03-03');
    expect(addWorkingDays(date('2026-03-07'), 1)).toBe('2026-03-09');
  });
  it('pass over Easter', () => expect(addWorkingDays(date('2026-04-02'), 1)).toBe('2026-04-07'));
  it('pass over Christmas', () => expect(addWorkingDays(date('2026-12-24'), 1)).toBe('2026-12-29'));
  it('count backwards', () => expect(addWorkingDays(date('2026-04-07'), -1)).toBe('2026-04-02'));
  it('say when a date is outside the calendar', () =>
    expect(() => addWorkingDays(date('2150-12-30'), 100)).toThrow(/known from 1900 to 2150/));

  it('are always reached on a working day, and count back to what was added', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 5000 }), (from, count) => {
        const due = addWorkingDays(from, count);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(from, due)).toBe(count);
      }),
    ));
  it('agree with counting one day at a time', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        let [day, left] = [from, count];
        while (left > 0) {
          day = addDays(day, 1);
          if (dayOfWeek(day) <= 5 && !bankHolidays(Number(day.slice(0, 4))).includes(day)) left -= 1;
        }
        expect(addWorkingDays(from, count)).toBe(day);
      }),
      { numRuns: 50 },
    ));
  it('between two days is the opposite the other way round', () =>
    fc.assert(fc.property(anyDay, anyDay, (a, b) => workingDaysBetween(a, b) + workingDaysBetween(b, a) === 0)));
});

it('the days of the week are right before 1970', () =>
  expect([dayOfWeek(date('1969-12-28')), dayOfWeek(date('1966-07-30')), dayOfWeek(date('2026-11-24'))]).toEqual([7, 6, 2]));

describe('months', () => {
  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-15', 3, '2026-06-15'],
  ])('%s and %i months is %s', (from, count, due) => expect(addMonths(date(from), count)).toBe(due));
});
