import { createHash } from 'node:crypto';
import type { Database } from '../platform/database.ts';
import type { Session } from '../record/contract.ts';
import { fileOfReturn, noteReturn, prepareReturn, preparedReturns, signReturn, type PreparedReturn } from '../record/prepared-returns.ts';
import { actOnReturn, returnsKept } from '../record/returns-kept.ts';
import { settledNow } from '../record/reading.ts';
import { registrationsOf, toldOfOne } from '../record/returns.ts';
import { restrictedForReturns } from '../record/safeguarding-dataset.ts';
import type { ReturnName } from '../returns/child-finding.ts';
import { censusSteps } from '../returns/cin-census/build/census-return.ts';
import { whichCollection, whichYear, type Period } from '../returns/rule/period.ts';
import { lookedAfterSteps } from '../returns/ssda903/build/return-set.ts';
import { cpIsSteps } from '../returns/cp-is/extract.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import { whyOf, whyOfDay } from '../returns/why.ts';
import { derivation } from '../practice/pathway.ts';
import { changesBetween } from '../returns/changes.ts';
import { kindOf } from '../reading/kind-of-file.ts';
import { csvSetInXml } from '../returns/ssda903/csv-set.ts';
import { foundInReturn } from '../returns/found-in-return.ts';
import { isCollectionYear, type CollectionYear } from '../returns/rule/years.ts';
import type { ComparedWith, WebParts, WhyOfDay } from '../web/parts.ts';
import { formatInstant } from '../web/said-dates.ts';
import { madeReturn, yearBefore } from './made-returns.ts';

type Parts = WebParts['returns']['prepared'];

/** Returns that are prepared, explained, signed, and compared with the record afterwards. */
export const preparedOf = (database: Database, reference: string | undefined): Parts => ({
  all: (session) => preparedReturns(database, session),
  file: (session, prepared) => fileOfReturn(database, session, prepared),
  note: (session, prepared, note) => noteReturn(database, session, prepared, note),
  sign: (session, prepared, signedBy) => signReturn(database, session, prepared, signedBy),
  prepare: (session, asked) => prepare(database, session, { ...asked, reference }),
  compare: (session, one, other) => compare(database, session, one, other),
  kept: (session) => returnsKept(database, session),
  keep: (session, prepared, act) => actOnReturn(database, session, prepared, act),
  why: (session, asked) => why(database, session, asked),
});

type Asked = Parameters<Parts['prepare']>[1] & { readonly reference: string | undefined };

async function prepare(database: Database, session: Session, { prepared, of, year, reference }: Asked): ReturnType<Parts['prepare']> {
  const asking = { database, session };
  const registrations = await numbersFor(asking, of);
  const knownAt = await settledNow(database);
  const explained = new Map<string, ReadonlySet<string>>();
  const bytes = await madeReturn(asking, { of, year, knownAt, registrations, explained });
  const last = of === 'cin' ? {} : { last: await madeReturn(asking, { of, year, knownAt, registrations, period: yearBefore(year) }) };
  const found = await foundInReturn({ of, year, authority: session.authority, bytes, ...last }, explained, reference);
  const madeWith = { registrations: Object.fromEntries(registrations) };
  return prepareReturn(database, session, { prepared, return: of, year, knownAt, bytes, found, madeWith });
}

/** Makes it again from the record as known then, byte for byte; and tells child by child what the record would give today, or what another file gave. */
async function compare(database: Database, session: Session, one: PreparedReturn, other: ComparedWith): ReturnType<Parts['compare']> {
  const kept = await fileOfReturn(database, session, one.prepared);
  const { return: of, year, knownAt, digest } = one;
  if (kept === undefined || !isCollectionYear(year)) return undefined;
  const asking = { database, session };
  const again = await madeReturn(asking, { of, year, knownAt, registrations: new Map(Object.entries(kept.madeWith.registrations)) });
  const against = await comparedWith(asking, { of, year }, other);
  if (against === undefined) return undefined;
  if ('problem' in against) return { isSame: false, with: 'the files', changes: { children: [], totals: [], problem: against.problem } };
  return {
    isSame: createHash('sha256').update(again).digest('hex') === digest,
    with: against.said,
    changes: await changesBetween(of, whole(kept.bytes), whole(against.bytes)),
  };
}

type Against = { readonly bytes: Uint8Array; readonly said: string };

type OfYear = { readonly of: ReturnName; readonly year: CollectionYear };

async function comparedWith(
  asking: Here,
  { of, year }: OfYear,
  other: ComparedWith,
): Promise<Against | { readonly problem: string } | undefined> {
  switch (other.kind) {
    case 'record':
      return { bytes: await madeNow(asking, { of, year }), said: 'the record as it stands now' };
    case 'file':
      return sentReturn(of, other.files);
    case 'kept': {
      const file = await fileOfReturn(asking.database, asking.session, other.prepared);
      return file && { bytes: file.bytes, said: 'the other prepared return' };
    }
    case 'lastYear':
      return lastYear(asking, { of, year });
  }
}

/** One XML file as it is; the CSV files of a looked-after return as the XML that is written of one. */
function sentReturn(
  of: ReturnName,
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Against | { readonly problem: string } {
  const [first, ...more] = files;
  if (first === undefined) return { problem: 'No file was sent.' };
  const said = files.map(({ name }) => name).join(', ');
  const isCsv = (one: typeof first): boolean => kindOf(one.bytes.toString('utf8', 0, 4_096), one.name) === 'csv';
  if (of === 'ssda903' && files.every(isCsv)) {
    const set = csvSetInXml(files);
    return 'xml' in set ? { bytes: Buffer.from(set.xml), said } : set;
  }
  if (more.length > 0)
    return { problem: of === 'cin' ? 'A census is one XML file.' : 'Send either one XML file or the CSV files of one return.' };
  return { bytes: first.bytes, said };
}

/** The year before as it was kept, the signed one first; where none was, as the record tells it, what was imported among it. */
async function lastYear(asking: Here, { of, year }: OfYear): Promise<Against> {
  const period = yearBefore(year);
  const { year: named } = whichYear(period.from);
  const all = (await preparedReturns(asking.database, asking.session)).filter(
    (one) => one.return === of && one.year === named && named < year,
  );
  const last = all.find(({ signedBy }) => signedBy !== null) ?? all[0];
  const file = last && (await fileOfReturn(asking.database, asking.session, last.prepared));
  if (last === undefined || file === undefined)
    return { bytes: await madeNow(asking, { of, year, period }), said: 'the year before, as the record tells it: none was kept' };
  const how = last.signedBy === null ? 'prepared' : 'signed';
  return { bytes: file.bytes, said: `the return of ${named} as it was ${how} ${formatInstant(last.signedAt ?? last.preparedAt)}` };
}

type Here = { readonly database: Database; readonly session: Session };

const numbersFor = (asking: Here, of: ReturnName): Promise<ReadonlyMap<string, string>> =>
  of === 'cin' ? Promise.resolve(new Map<string, string>()) : registrationsOf(asking);

const madeNow = async (asking: Here, { of, year, period }: OfYear & { readonly period?: Period }): Promise<Buffer> =>
  madeReturn(asking, {
    of,
    year,
    ...(period === undefined ? {} : { period }),
    registrations: await numbersFor(asking, of),
    knownAt: await settledNow(asking.database),
  });

async function why(database: Database, session: Session, asked: Parameters<Parts['why']>[1]): ReturnType<Parts['why']> {
  const asking = { database, session };
  if ('on' in asked) return whyOnDay(asking, asked);
  const { of, year, number } = asked;
  const steps = of === 'cin' ? censusSteps : lookedAfterSteps;
  const told = await toldOfOne(asking, number, { derivation, steps, question: { return: of, year, child: number } });
  if (told === undefined) return undefined;
  const parts = whyOf(told.history, { of, which: whichCollection(year), registrations: await numbersFor(asking, of) });
  return { person: told.person, parts };
}

async function whyOnDay(asking: Here, { of, on, number }: WhyOfDay): ReturnType<Parts['why']> {
  const steps = of === 'cp-is' ? cpIsSteps : datasetSteps;
  const told = await toldOfOne(asking, number, { derivation, steps, question: { return: of, on, child: number } });
  if (told === undefined) return undefined;
  const isRestricted = (await restrictedForReturns(asking)).has(told.person);
  const { authority } = asking.session;
  return { person: told.person, parts: whyOfDay({ ...told, isRestricted }, { of, on, authority }) };
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
