import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, date, dayInEngland } from './dates.ts';
import { addHours, dayUntil, endOfDay, instantInEngland } from './instants.ts';

describe('an instant in England', () => {
  test.each([
    ['2026-01-05', '09:00', '2026-01-05T09:00:00.000Z', 'winter'],
    ['2026-07-01', '09:00', '2026-07-01T08:00:00.000Z', 'summer'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z', 'the minute before the clocks go forward'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z', 'a time left out: an hour later'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z', 'the minute after'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z', 'a time that comes twice: the first'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z', 'when the clocks have gone back'],
    ['1970-01-05', '09:00', '1970-01-05T08:00:00.000Z', 'British Standard Time'],
  ])('%s %s is %s: %s', (on, time, instant) => expect(instantInEngland(date(on), time).toISOString()).toBe(instant));

  it('72 hours are elapsed hours, also over a change of the clocks', () => {
    expect(addHours(instantInEngland(date('2026-03-27'), '20:00'), 72)).toEqual(instantInEngland(date('2026-03-30'), '21:00'));
    expect(addHours(instantInEngland(date('2026-10-23'), '20:00'), 72)).toEqual(instantInEngland(date('2026-10-26'), '19:00'));
  });
  it('a day ends when the next begins, and what ends then belongs to it', () => {
    expect(endOfDay(date('2026-05-09')).toISOString()).toBe('2026-05-09T23:00:00.000Z');
    expect(dayUntil(endOfDay(date('2026-05-09')))).toBe('2026-05-09');
  });
  it('is on the day that it names, whatever the time of day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
        const on = addDays(date('1990-01-01'), days);
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        expect(dayInEngland(instantInEngland(on, time))).toBe(on);
      }),
    ));
});
