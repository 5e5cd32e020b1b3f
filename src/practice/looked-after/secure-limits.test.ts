import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bankHolidays } from '../../kernel/calendar/bank-holidays.ts';
import { addDays, date, dayInEngland, dayOfWeek, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addHours, instantInEngland } from '../../kernel/calendar/instants.ts';
import { historyOf } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';

const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays(date('2025-06-01'), n));
const times = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
const isRest = (day: LocalDate): boolean => dayOfWeek(day) === 7 || bankHolidays(Number(day.slice(0, 4))).includes(day);

/** When the hours without an order end that begin with the last placement: after a stay of so many whole days some days before it. */
function endsAt(on: LocalDate, startedAt: string, stay: number, gap: number): Date {
  const first = addDays(on, -gap - stay);
  const history = historyOf(
    ['periodOfCare', first, { legalStatus: 'C2' }],
    ...(stay === 0 ? [] : ([['placement', first, { type: 'K1', startedAt: '20:00' }]] as const)),
    ['placement', addDays(on, -gap), { type: 'K2' }],
    ['placement', on, { type: 'K1', startedAt }],
  );
  const clock = derivation.clocks(history).findLast(({ rule }) => rule === 'secureWithoutOrder');
  return new Date(clock?.dueAt ?? 'none');
}

it('without an order the hours end when the law has used them up, or at midday after a Sunday or holiday where most was used before', () =>
  fc.assert(
    fc.property(days, times, fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 1, max: 24 }), (on, time, stay, gap) => {
      const used = stay === 0 ? 0 : 4 + 24 * (stay - 1);
      const start = instantInEngland(on, time);
      const plain = addHours(start, 72 - used);
      const end = endsAt(on, time, stay, gap);
      const isInWindow = used > 48 && gap + stay <= 27;
      if (!isInWindow || end.getTime() === plain.getTime()) {
        expect(end.toISOString()).toBe(plain.toISOString());
        return;
      }
      // Later than the hours alone: at midday of an open day, with nothing but Sundays and holidays between it and the day before it ran out.
      const last = dayInEngland(end);
      expect(end.getTime()).toBeGreaterThan(plain.getTime());
      expect(instantInEngland(last, '12:00').getTime()).toBe(end.getTime());
      expect(isRest(last)).toBe(false);
      const holiday = [-1, -2, -3, -4].map((n) => addDays(last, n)).find((day) => !isRest(day)) ?? last;
      expect(isRest(addDays(holiday, 1))).toBe(true);
      expect(start.getTime()).toBeGreaterThanOrEqual(instantInEngland(holiday, '12:00').getTime());
    }),
    { numRuns: 2_000 },
  ));
