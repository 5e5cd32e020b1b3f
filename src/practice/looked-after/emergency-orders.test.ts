import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../../kernel/calendar/bank-holidays.ts';
import { addDays, date, dayOfWeek, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { lastDayOfOrder } from './emergency-orders.ts';
import { legalStatus } from './legal-status.ts';
import { periodOfCare } from './period-of-care.ts';

const messages = (history: History, changedOn: LocalDate, until: LocalDate) =>
  legalStatus
    .decide(history, { changedOn, legalStatus: 'L2', until }, date('2040-01-01'))
    .map(({ field, message }) => `${field}: ${message}`);
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(date('2012-01-01'), days));
const under = (code: string, on: LocalDate, more = {}): Told => ['periodOfCare', on, { legalStatus: code, ...more }];

describe('an emergency protection order', () => {
  it('lasts eight days beginning with the day on which it is made, to the next day that is no holiday', () =>
    fc.assert(
      fc.property(anyDay, (madeOn) => {
        const last = lastDayOfOrder(madeOn);
        const isHoliday = (day: LocalDate) => dayOfWeek(day) === 7 || bankHolidays(Number(day.slice(0, 4))).includes(day);
        expect(isHoliday(last)).toBe(false);
        const between = Array.from({ length: daysBetween(madeOn, last) - 7 }, (_, days) => addDays(madeOn, 7 + days));
        expect(between.every(isHoliday)).toBe(true);
      }),
    ));
  it('is refused when it is longer, and taken when it is not', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3, max: 30 }), (madeOn, days) => {
        const until = addDays(madeOn, days);
        const lawful = days >= 0 && until <= lastDayOfOrder(madeOn);
        expect(messages(historyOf(under('V2', addDays(madeOn, -5))), madeOn, until).length).toBe(lawful ? 0 : 1);
        const begun = periodOfCare.decide([], { startedOn: madeOn, legalStatus: 'L2', until }, date('2040-01-01'));
        expect(begun.length).toBe(lawful ? 0 : 1);
      }),
    ));
  it('says until when it may run', () =>
    expect(messages(historyOf(under('V2', date('2026-01-05'))), date('2026-01-12'), date('2026-03-01'))).toEqual([
      'until: The order runs until 1 Mar 2026: at most until 19 Jan 2026, eight days beginning with the day on which it is made',
    ]));
  it('is extended once, by seven days at most', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 20 }), (madeOn, heard, days) => {
        const order = under('L2', madeOn, { until: addDays(madeOn, 7) });
        const [on, until] = [addDays(madeOn, heard), addDays(madeOn, 7 + days)];
        expect(messages(historyOf(order), on, until).length).toBe(days <= 7 ? 0 : 1);
        const extended: Told = ['legalStatus', on, { legalStatus: 'L2', until: addDays(madeOn, 14) }];
        expect(messages(historyOf(order, extended), addDays(madeOn, 14), addDays(madeOn, 15))[0]).toContain('extended already');
      }),
    ));
  it('a new one may follow another legal status', () =>
    expect(
      messages(
        historyOf(
          under('L2', date('2026-01-12')),
          ['legalStatus', date('2026-01-19'), { legalStatus: 'L2', until: '2026-01-26' }],
          ['legalStatus', date('2026-01-26'), { legalStatus: 'V2' }],
        ),
        date('2026-03-02'),
        date('2026-03-09'),
      ),
    ).toEqual([]));
});
