import { expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { byTime, clockState, inPractice, lateBy, until } from './said-dates.ts';

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

it('a limit in hours has passed at its instant, not at the end of its day', () => {
  const thursday = date('2026-01-15');
  const clock = {
    rule: 'policeProtection',
    version: '1989',
    startedBy: 'e',
    startedOn: date('2026-01-12'),
    dueOn: thursday,
    dueAt: '2026-01-15T09:00:00.000Z',
    notInSource: false,
  };
  const at = (time: string) => clockState(clock, { today: thursday, at: new Date(`2026-01-15T${time}:00Z`) });
  expect([at('08:59'), at('09:01')]).toEqual(['dueSoon', 'late']);
  expect([byTime(clock), lateBy(clock.dueOn, thursday)]).toEqual([', 09:00', 'late today']);
});
