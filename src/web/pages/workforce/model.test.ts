import { expect, test } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { toldOn } from './model.ts';

test.each([
  ['2026-05-31', '2026-06-10', '2026-05-31'],
  ['2026-05-31', '2026-05-31', '2026-04-30'],
  ['2026-05-30', '2026-06-10', '2026-04-30'],
  ['2026-01-01', '2026-01-01', '2025-12-31'],
])('asked of %s on %s, whoever counts alone is told as of %s: of a month that is over, as the database tells it', (on, today, told) => {
  expect(toldOn(false, date(on), date(today))).toBe(told);
  expect(toldOn(true, date(on), date(today))).toBe(on);
});
