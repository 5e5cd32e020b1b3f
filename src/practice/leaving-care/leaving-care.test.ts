import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { leavingCareStatusOn } from './leaving-care.ts';

/** 16 on 14 May 2026, 18 on 14 May 2028, 21 in 2031, 25 in 2035. */
const born: Told = ['personDetails', '2010-05-14', { bornOn: '2010-05-14' }];
const inCare = (on: string, legalStatus = 'C2'): Told => ['periodOfCare', on, { legalStatus }];
const left = (on: string, reason = 'E5'): Told => ['periodOfCareEnd', on, { reason }];
const statusOf = (on: string, ...told: readonly Told[]) => leavingCareStatusOn(historyOf(born, ...told), date(on));

describe('what a young person is', () => {
  test.each<[string, string | undefined, string, readonly Told[]]>([
    ['in care at fifteen', undefined, '2026-05-13', [inCare('2025-01-06')]],
    ['from sixteen, in care for thirteen weeks', 'eligible', '2026-05-14', [inCare('2025-01-06')]],
    ['in care at sixteen for less', undefined, '2026-06-01', [inCare('2026-05-04')]],
    ['left at seventeen', 'relevant', '2027-06-01', [inCare('2025-01-06'), left('2027-05-20', 'E4A')]],
    ['at eighteen', 'formerRelevant', '2028-05-14', [inCare('2025-01-06'), left('2028-05-14')]],
    ['at twenty-four', 'formerRelevant', '2035-05-13', [inCare('2025-01-06'), left('2028-05-14')]],
    ['at twenty-five', undefined, '2035-05-14', [inCare('2025-01-06'), left('2028-05-14')]],
    ['left at sixteen after six weeks', 'qualifying', '2026-09-01', [inCare('2026-06-01'), left('2026-07-13', 'E4A')]],
    ['still in care after six weeks', undefined, '2026-07-10', [inCare('2026-06-01')]],
    ['the same at twenty', 'qualifying', '2031-05-13', [inCare('2026-06-01'), left('2026-07-13', 'E4A')]],
    ['the same at twenty-one', undefined, '2031-05-14', [inCare('2026-06-01'), left('2026-07-13', 'E4A')]],
    ['left at fifteen for home', undefined, '2027-01-11', [inCare('2024-01-08'), left('2026-02-02', 'E4A')]],
    ['left at fifteen to a special guardian', 'qualifying', '2027-01-11', [inCare('2024-01-08'), left('2026-02-02', 'E45')]],
    ['the same before sixteen', undefined, '2026-05-13', [inCare('2024-01-08'), left('2026-02-02', 'E45')]],
    ['adopted at sixteen', undefined, '2027-01-11', [inCare('2026-06-01'), left('2026-07-13', 'E12')]],
    ['short breaks alone', undefined, '2027-01-11', [inCare('2026-06-01', 'V3'), left('2026-07-13', 'E4A')]],
  ])('%s: %s', (_what, status, on, told) => expect(statusOf(on, ...told)).toBe(status));
});
