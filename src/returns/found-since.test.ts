import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date } from '../kernel/calendar/dates.ts';
import { foundSince } from './found-since.ts';

const from = date('2026-04-01');

test('whatever the first day is, it is found, and of a year no more than ten days are looked at', () =>
  fc.assert(
    fc.property(fc.nat(364), fc.nat(364), (length, n) => {
      const [to, first] = [addDays(from, length), addDays(from, Math.min(n, length))];
      const asked: string[] = [];
      const isFoundOn = (day: typeof from): boolean => asked.push(day) > 0 && day >= first;
      expect(foundSince({ from, to, isFoundOn })).toBe(first);
      expect(asked.length).toBeLessThanOrEqual(10);
    }),
  ));

test('what begins after the day on which it is found, by another clock, is found on that day', () =>
  expect(foundSince({ from: addDays(from, 3), to: from, isFoundOn: () => true })).toBe(from));
