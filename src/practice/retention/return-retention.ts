import { addMonths, date, type LocalDate } from '../../kernel/calendar/dates.ts';

/** How long a prepared return is kept, in force from the first day of this schedule. No period is in law: an authority changes its own here, and in the database with it (`kept_until`). */
export const returnRetention = {
  years: 6,
  from: date('2026-11-29'),
  law: 'No period in law: UK GDPR Art 5(1)(e), as long as it is needed; by a schedule of ours six years after the year that it is of, as long as the Department may ask about it and a claim may rest on it (Limitation Act 1980 s5)',
} as const;

/** Until when the return of a year, "2025-26", is kept. */
export const returnKeptUntil = (year: string): LocalDate =>
  addMonths(date(`${Number(year.slice(0, 4)) + 1}-03-31`), 12 * returnRetention.years);
