import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Asking } from '../record/returns.ts';
import type { DayTable, ReturnOfADay } from '../returns/of-a-day.ts';
import { datasetFor } from './built-returns.ts';

type Tables = (asking: Asking, on: LocalDate, knownAt: string | undefined) => Promise<readonly DayTable[]>;

/** How each return of a day is made. */
export const dayTables: Readonly<Record<ReturnOfADay, Tables>> = {
  'safeguarding-dataset': datasetFor,
};
