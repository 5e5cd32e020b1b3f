import type { Asking } from '../record/returns.ts';
import type { AskedDay, DayTable, ReturnOfADay } from '../returns/of-a-day.ts';
import { datasetFor } from './built-returns.ts';
import { censusTables, censusXml } from '../returns/workforce-census/census.ts';
import { asglbFor, cpIsFor } from './sharing-tables.ts';
import { workforceCensusFor } from './workforce-census.ts';

type Tables = (asking: Asking, asked: AskedDay) => Promise<readonly DayTable[]>;

/** How each return of a day is made. */
export const dayTables: Readonly<Record<ReturnOfADay, Tables>> = {
  'safeguarding-dataset': (asking, { on, knownAt }) => datasetFor(asking, on, knownAt),
  'cp-is': cpIsFor,
  asglb: asglbFor,
  'workforce-census': async (asking, asked) => {
    const census = await workforceCensusFor(asking, asked);
    const { authority } = 'owner' in asking ? asking : asking.session;
    // As known at an instant it is made at that instant, whenever it is asked for: the same record gives the same bytes.
    const message = censusXml(census, { authority, madeAt: asked.knownAt ?? new Date().toISOString() });
    return censusTables(census).map((table, n) => (n === 0 ? { ...table, message } : table));
  },
};
