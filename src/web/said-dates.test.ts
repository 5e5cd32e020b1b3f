import { expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { inPractice, lateBy, until } from './said-dates.ts';

it('counts lateness in working days, or in days where nobody worked since', () => {
  expect(lateBy(date('2026-02-27'), date('2026-03-03'))).toBe('2 working days late');
  expect(lateBy(date('2026-02-27'), date('2026-02-28'))).toBe('1 day late');
});

it('says how long is left', () => {
  expect(until(date('2026-03-03'), date('2026-03-03'))).toBe('today');
  expect(until(date('2026-03-04'), date('2026-03-03'))).toBe('in 1 working day');
  expect(until(date('2026-09-03'), date('2026-03-03'))).toBe('in 6 months');
});

it('a limit on a weekend or holiday stays, and the day by which it must be done in practice is said', () => {
  expect(inPractice(date('2026-02-28'))).toBe('in practice by Fri 27 Feb 2026');
  expect(inPractice(date('2026-04-06'))).toBe('in practice by Thu 2 Apr 2026');
  expect(inPractice(date('2026-02-27'))).toBeUndefined();
});
