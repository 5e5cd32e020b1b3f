import type { Database } from '../platform/database.ts';
import type { Session } from '../record/contract.ts';
import { fileOfReturn, findingsOfReturn, noteReturn, prepareReturn, preparedReturns, signReturn } from '../record/prepared-returns.ts';
import { actOnReturn, returnsKept } from '../record/returns-kept.ts';
import { settledNow } from '../record/reading.ts';
import { explanationsTold } from '../record/returns.ts';
import { whichYear } from '../returns/rule/period.ts';
import type { RecordExplains } from '../returns/explained-rules.ts';
import { readRows, withWords } from '../returns/found-rows.ts';
import { foundInReturn } from '../returns/found-in-return.ts';
import { censusDay } from '../oversight/workforce/census.ts';
import { foundInTables } from '../returns/found-in-tables.ts';
import { isSignedOfADay } from '../returns/signed-of-a-day.ts';
import type { PreparedOfDay, PreparedOfYear, WebParts } from '../web/parts.ts';
import { compareOfADay } from './compared-days.ts';
import { madeOfADay, madeWithNow } from './made-of-a-day.ts';
import { compare, numbersFor, type Here } from './compared-returns.ts';
import { madeReturn, yearBefore } from './made-returns.ts';
import { placesIn } from './known-places.ts';
import { whyAsked } from './why-asked.ts';

type Parts = WebParts['returns']['prepared'];

/** Returns that are prepared, explained, signed, and compared with the record afterwards. */
export const preparedOf = (database: Database, reference: string | undefined): Parts => ({
  all: (session) => preparedReturns(database, session),
  file: (session, prepared) => fileOfReturn(database, session, prepared),
  findings: async (session, prepared) => {
    const kept = await findingsOfReturn(database, session, prepared);
    if (kept === undefined) return undefined;
    const rows = [...readRows(kept)];
    const words = await explanationsTold(
      { database, session },
      rows.flatMap(({ explained }) => explained?.entries ?? []),
    );
    return rows.map((row) => withWords(row, words));
  },
  note: (session, prepared, note) => noteReturn(database, session, prepared, note),
  sign: (session, prepared, signedBy) => signReturn(database, session, prepared, signedBy),
  prepare: (session, asked) =>
    'on' in asked ? prepareDay({ database, session }, asked) : prepare(database, session, { ...asked, reference }),
  compare: (session, one, other) =>
    isSignedOfADay(one.return)
      ? one.on === null
        ? Promise.resolve(undefined)
        : compareOfADay({ database, session }, { of: one.return, on: one.on, one }, other)
      : compare(database, session, one, other),
  kept: (session) => returnsKept(database, session),
  keep: (session, prepared, act) => actOnReturn(database, session, prepared, act),
  why: (session, asked) => whyAsked({ database, session }, asked),
});

type Asked = PreparedOfYear & { readonly reference: string | undefined };

async function prepare(database: Database, session: Session, { prepared, of, year, reference }: Asked): ReturnType<Parts['prepare']> {
  const asking = { database, session };
  const registrations = await numbersFor(asking, of);
  const knownAt = await settledNow(database);
  const explained = new Map<string, ReadonlyMap<string, RecordExplains>>();
  const places = (await placesIn(reference)).of(session.authority);
  const bytes = await madeReturn(asking, { of, year, knownAt, registrations, explained, places });
  const last = of === 'cin' ? {} : { last: await madeReturn(asking, { of, year, knownAt, registrations, period: yearBefore(year) }) };
  const { found, rows: findings } = await foundInReturn({ of, year, authority: session.authority, bytes, ...last }, explained, reference);
  const madeWith = { registrations: Object.fromEntries(registrations) };
  return prepareReturn(database, session, { prepared, return: of, year, on: null, knownAt, bytes, found, madeWith, findings });
}

/** Of a day that has come; the workforce census of the last 30 September by then. */
async function prepareDay(asking: Here, { prepared, of, on: asked, authority }: PreparedOfDay): ReturnType<Parts['prepare']> {
  const on = of === 'workforce-census' ? censusDay(asked) : asked;
  const knownAt = await settledNow(asking.database);
  const madeWith = await madeWithNow(asking, of, authority);
  const { bytes, tables } = await madeOfADay(asking, { of, on, knownAt, madeWith });
  const { found, rows: findings } = foundInTables(of, tables);
  const { year } = whichYear(on);
  return prepareReturn(asking.database, asking.session, { prepared, return: of, year, on, knownAt, bytes, found, madeWith, findings });
}
