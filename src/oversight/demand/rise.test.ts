import { describe, expect, test } from 'vitest';
import { addDays, date, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';
import { below, pcg32, type Generator } from '../sampling/generator.ts';
import { watch, watched } from './rise.ts';
import { mondaysTo, weeksOf } from './weeks.ts';

const on = date('2026-12-27');
const weeks = 156;
const mondays = mondaysTo(on, weeks);

const uniform = (generator: Generator): number => below(generator, 1_000_000) / 1_000_000;

/** Knuth’s way, of means of a few dozen. */
function poisson(generator: Generator, mean: number): number {
  const limit = Math.exp(-mean);
  let [count, product] = [0, uniform(generator)];
  while (product > limit) {
    count += 1;
    product *= uniform(generator);
  }
  return count;
}

/** The year of a service: fewer in August and at Christmas, hardly any on days off, and from a week on so much more. */
function arrivals(generator: Generator, perWeek: number, more: number, from: number, to = weeks): readonly LocalDate[] {
  return mondays.flatMap((monday, week) =>
    Array.from({ length: 7 }, (_, n) => addDays(monday, n)).flatMap((day) => {
      const season = day.slice(5, 7) === '08' ? 0.7 : day.slice(5, 7) === '11' ? 1.15 : 1;
      const rate = (perWeek / 5.2) * season * (isWorkingDay(day) ? 1 : 0.1) * (week >= from && week < to ? 1 + more : 1);
      return Array.from({ length: poisson(generator, rate) }, () => day);
    }),
  );
}

const rounds = 200;
const begins = weeks - 13;

describe(`of ${rounds} services, with seasons and bank holidays`, () => {
  const shiftsOf = (perWeek: number, more: number, until = weeks) => {
    const generator = pcg32(8n);
    return Array.from({ length: rounds }, () => watch(weeksOf(arrivals(generator, perWeek, more, begins), mondays).slice(0, until)).shift);
  };
  const shareOf = (some: readonly unknown[]): number => some.filter((one) => one !== undefined).length / rounds;

  test('a rise of 30 % on 60 a week is told within seven weeks in nine of ten, and dated to three weeks in nine of ten', () => {
    const told = shiftsOf(60, 0.3, begins + 7).map((shift) => (shift !== undefined && shift.change > 0 ? shift : undefined));
    expect(shareOf(told)).toBeGreaterThanOrEqual(0.9);
    const near = told.filter((shift) => shift !== undefined && Math.abs(daysBetween(mondays[begins] ?? on, shift.since)) <= 21);
    expect(near.length / told.filter((one) => one !== undefined).length).toBeGreaterThanOrEqual(0.9);
  });

  test('on 20 a week it is told within the quarter in three of four, and in five of six its size lies within what is said: what is told is what stood out', () => {
    const told = shiftsOf(20, 0.3).filter((shift) => shift !== undefined && shift.change > 0);
    expect(told.length / rounds).toBeGreaterThanOrEqual(0.75);
    const held = told.filter((shift) => shift !== undefined && shift.low <= 0.3 && shift.high >= 0.3);
    expect(held.length / told.length).toBeGreaterThanOrEqual(5 / 6);
  });

  test('where nothing changes, hardly one half-year in thirty says that something did', () => {
    expect(shareOf(shiftsOf(60, 0))).toBeLessThanOrEqual(0.045);
    expect(shareOf(shiftsOf(20, 0))).toBeLessThanOrEqual(0.045);
  });

  test('a surge that is over has an end', () => {
    const generator = pcg32(80n);
    const found = Array.from(
      { length: rounds },
      () => watch(weeksOf(arrivals(generator, 60, 0.4, weeks - watched + 4, weeks - 9), mondays)).shift,
    );
    const ended = found.filter(
      (shift) => shift?.until !== undefined && Math.abs(daysBetween(mondays[weeks - 10] ?? on, shift.until)) <= 14,
    );
    expect(ended.length / rounds).toBeGreaterThanOrEqual(0.9);
  });
});

test('August and Easter are no fall: what is usual then is what is compared with', () => {
  const every = mondays.flatMap((monday) =>
    Array.from({ length: 7 }, (_, n) => addDays(monday, n))
      .filter(isWorkingDay)
      .flatMap((day) => Array.from({ length: day.slice(5, 7) === '08' ? 6 : 10 }, () => day)),
  );
  const { adjusted, limits, shift } = watch(weeksOf(every, mondays));
  expect(shift).toBeUndefined();
  const easter = mondays.findIndex((monday) => monday === '2026-04-06');
  expect(Math.abs((adjusted[easter] ?? 0) - (limits?.middle ?? 0))).toBeLessThan(6);
});

test('says how large a change must be to be told within a quarter', () => {
  const generator = pcg32(3n);
  const least = (perWeek: number) => watch(weeksOf(arrivals(generator, perWeek, 0, weeks), mondays)).leastTold ?? 0;
  expect(least(60)).toBeGreaterThan(0.1);
  expect(least(60)).toBeLessThan(0.25);
  expect(least(6)).toBeGreaterThan(0.4);
});

test('of less than twenty usual weeks nothing is said', () => {
  expect(watch(weeksOf([], mondays.slice(-30)))).toMatchObject({ limits: undefined, shift: undefined, leastTold: undefined });
});
