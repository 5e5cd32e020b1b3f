import { createHash } from 'node:crypto';
import type { History } from '../kernel/step/history.ts';
import { derivation } from '../practice/pathway.ts';
import type { Database } from '../platform/database.ts';
import { kindOf } from '../reading/kind-of-file.ts';
import type { Session } from '../record/contract.ts';
import { fileOfReturn, preparedReturns, type PreparedReturn } from '../record/prepared-returns.ts';
import { settledNow } from '../record/reading.ts';
import { registrationsOf } from '../record/returns.ts';
import { toldBetween } from '../record/told-between.ts';
import { changesBetween } from '../returns/changes.ts';
import type { ReturnName } from '../returns/child-finding.ts';
import { censusSteps } from '../returns/cin-census/build/census-return.ts';
import { whichCollection, whichYear } from '../returns/rule/period.ts';
import { isCollectionYear, type CollectionYear } from '../returns/rule/years.ts';
import { lookedAfterSteps } from '../returns/ssda903/build/return-set.ts';
import { csvSetInXml } from '../returns/ssda903/csv-set.ts';
import type { Registrations } from '../returns/ssda903/build/social-worker-rows.ts';
import { isSignedOfADay } from '../returns/signed-of-a-day.ts';
import { whoChanged } from '../returns/who-changed.ts';
import { whyOf, type ReturnPart } from '../returns/why.ts';
import type { ComparedReturn, ComparedWith } from '../web/parts.ts';
import { formatInstant } from '../web/said-dates.ts';
import { madeReturn, yearBefore } from './made-returns.ts';

export type Here = { readonly database: Database; readonly session: Session };

export const numbersFor = (asking: Here, of: ReturnName): Promise<ReadonlyMap<string, string>> =>
  of === 'cin' ? Promise.resolve(new Map<string, string>()) : registrationsOf(asking);

/** Of so many children it is told who changed what: as many as the page shows. */
const most = 200;

/** Makes it again from the record as known then, byte for byte; and tells child by child what the record would give today, or what another file gave. */
export async function compare(
  database: Database,
  session: Session,
  one: PreparedReturn,
  other: ComparedWith,
): Promise<ComparedReturn | undefined> {
  const kept = await fileOfReturn(database, session, one.prepared);
  const { return: of, year, knownAt, digest } = one;
  if (kept === undefined || !isCollectionYear(year) || isSignedOfADay(of)) return undefined;
  const asking = { database, session };
  const registrations = new Map(Object.entries(kept.madeWith.registrations));
  const again = await madeReturn(asking, { of, year, knownAt, registrations });
  const against = await comparedWith(asking, { of, year }, other);
  if (against === undefined) return undefined;
  if ('problem' in against) return { isSame: false, with: 'the files', changes: { children: [], totals: [], problem: against.problem } };
  const changes = await changesBetween(of, whole(kept.bytes), whole(against.bytes));
  const children = changes.children.slice(0, most).map(({ child }) => child);
  const which = whichCollection(year);
  const who =
    against.state &&
    (await whoBetween(asking, children, [{ knownAt, registrations }, against.state], {
      steps: of === 'cin' ? censusSteps : lookedAfterSteps,
      question: { return: of, year },
      said: (history, _person, state) => whyOf(history, { of, which, registrations: state.registrations }),
    }));
  return {
    isSame: createHash('sha256').update(again).digest('hex') === digest,
    with: against.said,
    changes,
    ...(who === undefined ? {} : { who }),
  };
}

/** `state`: of the same year from the same record, as known at another instant; absent of a file of somebody else's, or of another year. */
type Against = { readonly bytes: Uint8Array; readonly said: string; readonly state?: State };
type State = { readonly knownAt: string; readonly registrations: Registrations };

type HowSaid<S> = {
  readonly steps: readonly string[];
  /** Of which return, as it is logged. */
  readonly question: Readonly<Record<string, unknown>>;
  readonly said: (history: History, person: string, state: S) => readonly ReturnPart[];
};

/** Child by child, which values differ between two states of the record, and which entries of whom lie between them. */
export async function whoBetween<S extends { readonly knownAt: string }>(
  asking: Here,
  children: readonly string[],
  states: readonly [S, S],
  { steps, question, said }: HowSaid<S>,
): Promise<ComparedReturn['who']> {
  const [earlier, later] = states[0].knownAt <= states[1].knownAt ? states : [states[1], states[0]];
  const [from, to] = [earlier.knownAt, later.knownAt];
  const asked = { derivation, steps, question: { ...question, compared: 'who changed what' }, from, to };
  const told = await toldBetween(asking, children, asked);
  return {
    from,
    to,
    children: told.map(({ number, person, before, after, since }) => ({
      child: number,
      person,
      ...whoChanged(said(before, person, earlier), said(after, person, later), since),
    })),
  };
}

type OfYear = { readonly of: ReturnName; readonly year: CollectionYear };

async function comparedWith(
  asking: Here,
  { of, year }: OfYear,
  other: ComparedWith,
): Promise<Against | { readonly problem: string } | undefined> {
  switch (other.kind) {
    case 'record': {
      const state = await stateNow(asking, of);
      return { bytes: await madeReturn(asking, { of, year, ...state }), said: 'the record as it stands now', state };
    }
    case 'file':
      return sentReturn(of, other.files);
    case 'kept': {
      const file = await fileOfReturn(asking.database, asking.session, other.prepared);
      const known = (await preparedReturns(asking.database, asking.session)).find(({ prepared }) => prepared === other.prepared);
      if (file === undefined || known === undefined) return { problem: 'The other return was destroyed when its time was over.' };
      const state = { knownAt: known.knownAt, registrations: new Map(Object.entries(file.madeWith.registrations)) };
      return { bytes: file.bytes, said: 'the other prepared return', ...(known.year === year ? { state } : {}) };
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
    return {
      bytes: await madeReturn(asking, { of, year, period, ...(await stateNow(asking, of)) }),
      said: 'the year before, as the record tells it: none was kept',
    };
  const how = last.signedBy === null ? 'prepared' : 'signed';
  return { bytes: file.bytes, said: `the return of ${named} as it was ${how} ${formatInstant(last.signedAt ?? last.preparedAt)}` };
}

const stateNow = async (asking: Here, of: ReturnName): Promise<State> => ({
  knownAt: await settledNow(asking.database),
  registrations: await numbersFor(asking, of),
});

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
