import { describe, expect, test } from 'vitest';
import { partialDate } from './partial-date.ts';
import { decimal } from './plain.ts';
import { time } from './time.ts';

describe('a time', () => {
  test.each([
    ['14:30', '14:30'],
    ['9.05', '09:05'],
    ['2:30pm', '14:30'],
    ['12:00 am', '00:00'],
    ['12.15 PM', '12:15'],
  ])('%s is %s', (given, value) => expect(time('Time').parse(given)).toEqual({ value }));
  test.each(['24:00', '13:00pm', '0:30am', 'noon', '7'])('%s is refused', (given) =>
    expect(time('Time').parse(given)).toEqual({ problem: 'must be a time, for example 14:30 or 2:30pm' }),
  );
  test('nothing is nothing', () => expect(time('Time').parse(' ')).toEqual({ value: undefined }));
});

describe('a date as far as it is known', () => {
  test.each([
    ['03/05/2020', '2020-05-03', '3 May 2020'],
    ['zz/05/2020', '2020-05', 'May 2020'],
    ['5/2020', '2020-05', 'May 2020'],
    ['zz/zz/2020', '2020', '2020'],
    ['2020', '2020', '2020'],
    ['2020-05', '2020-05', 'May 2020'],
    ['zz/zz/zzzz', 'unknown', 'Not known'],
  ])('%s is kept as %s and reads %s', (given, value, shown) => {
    const field = partialDate('Date');
    expect(field.parse(given)).toEqual({ value });
    expect(field.display(value)).toBe(shown);
    expect(field.parse(value)).toEqual({ value });
  });
  test.each(['31/02/2020', '13/2020', 'zz/zz/20', '03/zz/2020', 'May', '1/2/3/2020'])('%s is refused', (given) =>
    expect(partialDate('Date').parse(given)).toHaveProperty('problem'),
  );
});

describe('a decimal', () => {
  test('has at most one digit after the point', () => {
    expect(decimal('Miles').parse('4.5')).toEqual({ value: 4.5 });
    expect(decimal('Miles').parse('12')).toEqual({ value: 12 });
    expect(decimal('Miles').parse('4.55')).toHaveProperty('problem');
    expect(decimal('Miles').parse('-1')).toHaveProperty('problem');
  });
});
