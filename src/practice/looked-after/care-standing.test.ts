import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { isShortBreak } from './care.ts';
import { careStandingOf } from './care-standing.ts';

const record = (statuses: readonly (readonly [on: LocalDate, legalStatus: string])[]): History =>
  historyOf(...statuses.map(([on, legalStatus], index): Told => [index === 0 ? 'periodOfCare' : 'legalStatus', on, { legalStatus }]));

it('a child whose short breaks became care is looked after from then on, not from the first break', () =>
  expect(
    careStandingOf(
      record([
        [date('2026-01-12'), 'V4'],
        [date('2026-03-02'), 'V2'],
      ]),
    ),
  ).toMatchObject({ lookedAfterSince: '2026-03-02', legalStatus: 'V2' }));

it('whatever the statuses, since the first after the last short break', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom('V2', 'V3', 'V4', 'C1', 'C2')), { minLength: 1, maxLength: 8 }),
      (changes) => {
        let day = date('2020-01-06');
        const statuses = changes.map(([days, status]) => [(day = addDays(day, days)), status] as const);
        const { lookedAfterSince, shortBreaksSince } = careStandingOf(record(statuses));
        let since: LocalDate | undefined;
        for (const [on, status] of statuses) since = isShortBreak(status) ? undefined : (since ?? on);
        expect(lookedAfterSince).toBe(since);
        expect(shortBreaksSince === undefined).toBe(since !== undefined);
      },
    ),
  ));
