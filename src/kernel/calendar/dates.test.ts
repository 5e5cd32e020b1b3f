import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, dayNumber, fromDayNumber, isDate, yearBegan } from './dates.ts';

const two = (number: number): string => String(number).padStart(2, '0');

test('a day exists exactly when the calendar of the platform gives it back', () => {
  const text = fc
    .tuple(fc.integer({ min: 1900, max: 2150 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
  fc.assert(
    fc.property(text, (given) => {
      const instant = new Date(`${given}T00:00:00Z`);
      return isDate(given) === (!Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === given);
    }),
  );
  expect(['2000-02-29', '1900-02-29', '2026-02-30', '2026-2-3', '2026-04-31', ''].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a year that begins on a day of its own begins on that day, and not before it', () =>
  expect(['2026-08-31', '2026-09-01', '2027-01-01'].map((day) => yearBegan(date(day), '09-01'))).toEqual([
    '2025-09-01',
    '2026-09-01',
    '2026-09-01',
  ]));

test('days are counted as every calendar counts them, over all years that can be written', () => {
  const wrong: string[] = [];
  for (let day = -719_528; day < 2_932_896; day += 97) {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (isDate(text) && (dayNumber(text) !== day || fromDayNumber(day) !== text)) wrong.push(text);
  }
  expect(wrong).toEqual([]);
  for (const text of ['0000-01-01', '0000-02-29', '1900-02-28', '1900-03-01', '2000-02-29', '2100-03-01', '9999-12-31'])
    expect(dayNumber(date(text)), text).toBe(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
});
