import { expect, test } from 'vitest';
import { addDays, date, daysBetween } from '../src/kernel/calendar/dates.ts';
import { mondaysTo, weeksOf } from '../src/oversight/demand/weeks.ts';
import { watch } from '../src/oversight/demand/rise.ts';
import { demonstrationCounties } from './authority.ts';
import { families } from './families.ts';

const today = date('2026-11-24');

test('in one quarter three in ten more contacts came than usual: it is told from chance, and dated, within two weeks', () => {
  const told = [...families(demonstrationCounties(1), today, 1)].flatMap(({ entries }) => entries);
  const days = told.filter(({ step }) => step === 'contact').map(({ happenedOn }) => happenedOn);
  const { shift } = watch(weeksOf(days, mondaysTo(addDays(today, -1), 100)));
  expect(shift?.low).toBeGreaterThan(0);
  expect(shift?.low).toBeLessThan(0.3);
  expect(shift?.high).toBeGreaterThan(0.3);
  const began = addDays(today, -18 * 7);
  expect(Math.abs(daysBetween(began, shift?.since ?? today))).toBeLessThanOrEqual(14);
  expect(daysBetween(began, shift?.noticed ?? today)).toBeLessThanOrEqual(8 * 7);
  expect(shift?.until).toBeDefined();
});
