import { expect, test } from 'vitest';
import { addDays, date, daysBetween } from '../src/kernel/calendar/dates.ts';
import { whatStands } from '../src/kernel/step/history.ts';
import { arrivalsOf } from '../src/oversight/demand/arrivals.ts';
import { mondaysTo, weeksOf } from '../src/oversight/demand/weeks.ts';
import { watch } from '../src/oversight/demand/rise.ts';
import { measureSteps } from '../src/oversight/measures/measured.ts';
import { measuredChild } from '../src/oversight/measures/measured-child.ts';
import { demonstrationCounties } from './authority.ts';
import { chainsOf } from './chains.ts';
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

test('what is read for it is enough: of whole histories the same arrives, and leads to the same', () => {
  const read = new Set(measureSteps);
  const since = addDays(today, -3 * 365);
  const some = [...families(demonstrationCounties(1), today, 1)].filter(({ n }) => n % 5 === 0);
  const led = some.flatMap((family) =>
    [...chainsOf(family, () => {})].flatMap(([person, chain]) => {
      const history = whatStands(chain);
      const arrived = arrivalsOf(measuredChild(history, today), person, since);
      const part = history.filter(({ step }) => read.has(step));
      expect(arrivalsOf(measuredChild(part, today), person, since)).toEqual(arrived);
      return arrived;
    }),
  );
  const contacts = led.filter(({ kind }) => kind === 'contact');
  expect(contacts.filter((one) => one.led === false).length).toBeGreaterThan(100);
  expect(contacts.filter((one) => one.led === true).length).toBeGreaterThan(20);
});
