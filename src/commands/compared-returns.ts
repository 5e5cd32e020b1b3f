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
import { isAdopter } from '../returns/annex-a/numbers.ts';
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
import type { ChangedBy, ComparedReturn, ComparedWith } from '../web/parts.ts';
import { formatInstant } from '../web/said-dates.ts';
import { madeReturn, yearBefore } from './made-returns.ts';

export type Here = { readonly database: Database; readonly session: Session };

export const numbersFor = (asking: Here, of: ReturnName): Promise<ReadonlyMap<string, string>> =>
  of === 'cin' ? Promise.resolve(new Map<string, string>()) : registrationsOf(asking);

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
  const against = await comparedWith(asking, { of, year }, other);
  if (against === undefined) return undefined;
  if ('problem' in against) return unread(against.problem);
  const changes = await changesBetween(of, whole(kept.bytes), whole(against.bytes));
  const { state } = against;
  return {
    isSame: async () => digestOf(await madeReturn(asking, { of, year, knownAt, registrations })) === digest,
    with: against.said,
    changes,
    ...(state === undefined ? {} : { who: whoOfYear(asking, { of, year }, [{ knownAt, registrations }, state]) }),
  };
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Files that could not be read: why, in words. */
export const unread = (problem: string): ComparedReturn => ({
  isSame: async () => false,
  with: 'the files',
  changes: { children: [], totals: [], problem },
});

type OfYear = { readonly of: ReturnName; readonly year: CollectionYear };

const whoOfYear = (asking: Here, { of, year }: OfYear, states: readonly [State, State]): WhoOf => {
  const which = whichCollection(year);
  return whoBetween(asking, states, {
    steps: of === 'cin' ? censusSteps : lookedAfterSteps,
    question: { return: of, year },
    said: ({ history }, { registrations }) => whyOf(history, { of, which, registrations }),
  });
};

/** `state`: of the same year from the same record, as known at another instant; absent of a file of somebody else's, or of another year. */
type Against = { readonly bytes: Uint8Array; readonly said: string; readonly state?: State };
type State = { readonly knownAt: string; readonly registrations: Registrations };

export type WhoOf = NonNullable<ComparedReturn['who']>;
/** What stands of one under a number. `among`: the entries that lie between the two states. */
export type Said = { readonly number: string; readonly person: string; readonly history: History; readonly among: ReadonlySet<string> };

type HowSaid<S> = {
  readonly steps: readonly string[];
  /** Of which return, as it is logged. */
  readonly question: Readonly<Record<string, unknown>>;
  readonly said: (one: Said, state: S) => readonly ReturnPart[];
};

export const inOrderOfTime = <S extends { readonly knownAt: string }>([one, other]: readonly [S, S]): readonly [S, S] =>
  one.knownAt <= other.knownAt ? [one, other] : [other, one];

/** Child by child, which values differ between two states of the record, and which entries of whom lie between them. Others are served between one child and the next. */
export const whoBetween =
  <S extends { readonly knownAt: string }>(asking: Here, states: readonly [S, S], { steps, question, said }: HowSaid<S>): WhoOf =>
  async (numbers) => {
    const [earlier, later] = inOrderOfTime(states);
    const [from, to] = [earlier.knownAt, later.knownAt];
    const asked = { derivation, steps, question: { ...question, compared: 'who changed what' }, from, to };
    const children: ChangedBy[] = [];
    for (const { number, person, before, after, since } of await toldBetween(asking, numbers, asked)) {
      const one = { number, person, among: new Set(since.map(({ entry }) => entry)) };
      const changed = whoChanged(said({ ...one, history: before }, earlier), said({ ...one, history: after }, later), since);
      children.push({ child: number, person, ...(isAdopter(number) ? { isFile: true } : {}), ...changed });
      await othersFirst();
    }
    return { from, to, children };
  };

/** Whatever else has been asked of the server is answered before this goes on. */
export const othersFirst = (): Promise<void> => new Promise((done) => void setImmediate(done));

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
