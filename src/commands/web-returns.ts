import type { Database } from '../platform/database.ts';
import { feedRuns } from '../record/daily-feed.ts';
import { leftOutOfAnnex, openReturnFindings, ownReturnFindings, withExplanations } from '../record/returns.ts';
import type { WebParts } from '../web/parts.ts';
import { preparedOf } from './prepared-returns.ts';
import { annexFor, censusFor, lookedAfterFor, lookedAfterXmlFor } from './built-returns.ts';
import { dayTables } from './day-tables.ts';
import { reconciledFiles } from './reconciled-files.ts';

/** Statutory returns as the pages ask for them. */
export const returnsOf = (database: Database, reference?: string): WebParts['returns'] => ({
  prepared: preparedOf(database, reference),
  own: (session) => ownReturnFindings(database, session),
  open: async (session) => withExplanations({ database, session }, await openReturnFindings(database, session)),
  census: (session, year, knownAt) => censusFor({ database, session }, year, knownAt),
  lookedAfterXml: (session, year, knownAt) => lookedAfterXmlFor({ database, session }, year, knownAt),
  annexA: (session, on, names, knownAt) => annexFor({ database, session }, on, names, knownAt),
  reconcile: (session, files, asked) => reconciledFiles({ database, session }, files, asked),
  feed: (session) => feedRuns(database, session),
  ofADay: (session, of, asked) => dayTables[of]({ database, session }, asked),
  leftOutOfAnnex: (session) => leftOutOfAnnex(database, session),
  lookedAfter: (session, year, knownAt) => lookedAfterFor({ database, session }, year, knownAt),
});
