import type { Database } from '../platform/database.ts';
import { derivation } from '../practice/pathway.ts';
import { openReturnFindings, ownReturnFindings, toldOfEverybody } from '../record/returns.ts';
import { censusOfAll, censusSteps } from '../returns/cin-census/build/census-return.ts';
import { whichCollection } from '../returns/rule/period.ts';
import { lookedAfterSteps, returnSetOf } from '../returns/ssda903/build/return-set.ts';
import type { WebParts } from '../web/parts.ts';

/** Statutory returns as the pages ask for them. */
export const returnsOf = (database: Database): WebParts['returns'] => ({
  own: (session) => ownReturnFindings(database, session),
  open: (session) => openReturnFindings(database, session),
  census: (session, year, knownAt) => {
    const question = { return: 'cin', year };
    const told = toldOfEverybody({ database, session }, { derivation, steps: censusSteps, question, knownAt });
    return censusOfAll({ ...whichCollection(year), authority: session.authority, knownAt }, told);
  },
  lookedAfter: (session, year, knownAt) => {
    const question = { return: 'ssda903', year };
    const told = toldOfEverybody({ database, session }, { derivation, steps: lookedAfterSteps, question, knownAt });
    return returnSetOf(whichCollection(year).period, told);
  },
});
