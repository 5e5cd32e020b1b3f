import { addMonths, formatDate, isDate, type LocalDate } from '../kernel/calendar/dates.ts';
import { fileOfReturn, preparedReturns, type PreparedReturn, type ReturnMadeWith } from '../record/prepared-returns.ts';
import { restrictedForReturns } from '../record/safeguarding-dataset.ts';
import { annexSteps } from '../returns/annex-a/annex.ts';
import { partsUnder } from '../returns/annex-a/numbers.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import { whyOfAnnex, whyOfDay } from '../returns/why.ts';
import { settledNow } from '../record/reading.ts';
import { changedTables } from '../returns/changed-tables.ts';
import type { HowCompared } from '../returns/compared-tables.ts';
import { howGiven, readGiven } from '../returns/given/read.ts';
import type { GivenFile } from '../returns/given/which.ts';
import type { DayTable } from '../returns/of-a-day.ts';
import { kindOfReturn, type SignedOfADay } from '../returns/signed-of-a-day.ts';
import type { ComparedReturn, ComparedWith } from '../web/parts.ts';
import { formatInstant } from '../web/said-dates.ts';
import { digestOf, unread, whoBetween, type Here, type WhoOf } from './compared-returns.ts';
import { madeOfADay, madeWithNow, namesOf } from './made-of-a-day.ts';
import { whoOfStaff } from './staff-changed.ts';

type Kept = { readonly of: SignedOfADay; readonly on: LocalDate; readonly one: PreparedReturn; readonly authority: string };
/** `state`: of the same day from the same record, as known at another instant and with these names. */
type Against = {
  readonly tables: readonly DayTable[];
  readonly said: string;
  readonly how: HowCompared;
  readonly state?: State;
};
type State = { readonly knownAt: string; readonly madeWith: ReturnMadeWith };

/** Between two of ours everything is compared; with another system's, not what each has of its own. */
const ofOurs = (of: SignedOfADay): HowCompared => ({ ...howGiven(of), isOwn: () => false });

/** Makes it again as it was known then, byte for byte; and tells person by person what the record, another of the same return, or a file says otherwise. */
export async function compareOfADay(
  asking: Here,
  { of, on, one }: Omit<Kept, 'authority'>,
  other: ComparedWith,
): Promise<ComparedReturn | undefined> {
  const kept = await fileOfReturn(asking.database, asking.session, one.prepared);
  if (kept === undefined) return undefined;
  const against = await comparedWith(asking, { of, on, one, authority: kept.madeWith.names?.authority ?? '' }, other);
  if ('problem' in against) return unread(against.problem);
  const { knownAt } = one;
  const { madeWith } = kept;
  const states = against.state && ([{ knownAt, madeWith }, against.state] as const);
  return {
    isSame: async () => digestOf((await madeOfADay(asking, { of, on, knownAt, madeWith })).bytes) === one.digest,
    with: against.said,
    changes: changedTables(await tablesIn(of, kept.bytes), against.tables, against.how),
    ...(states === undefined ? {} : { who: of === 'workforce-census' ? whoOfStaff(asking, on, states) : whoOfDay(asking, of, on, states) }),
  };
}

/** Who changed what between two states of the lists of a day. */
function whoOfDay(asking: Here, of: 'annex-a' | 'asglb', on: LocalDate, states: readonly [State, State]): WhoOf {
  const { authority } = asking.session;
  return async (numbers) => {
    const restricted = await restrictedForReturns(asking);
    return whoBetween(asking, states, {
      steps: of === 'annex-a' ? annexSteps : datasetSteps,
      question: { return: of === 'annex-a' ? 'annexA' : of, on },
      said: ({ number, person, history, among }, { madeWith }) =>
        of === 'annex-a'
          ? partsUnder(number, whyOfAnnex(history, on, namesOf(madeWith), among))
          : whyOfDay({ person, history, isRestricted: restricted.has(person) }, { of, on, authority }),
    })(numbers);
  };
}

/** The tables of a file that we wrote. */
const tablesIn = async (of: SignedOfADay, bytes: Buffer): Promise<readonly DayTable[]> =>
  (await readGiven(of, [{ name: `${of}.${kindOfReturn(of)}`, bytes }])).tables;

async function comparedWith(asking: Here, kept: Kept, other: ComparedWith): Promise<Against | { readonly problem: string }> {
  const { of, on } = kept;
  switch (other.kind) {
    case 'record':
      return { ...(await asOf(asking, kept, on)), said: 'the record as it stands now' };
    case 'file':
      return sent(of, other.files);
    case 'kept': {
      const file = await fileOfReturn(asking.database, asking.session, other.prepared);
      if (file === undefined) return { problem: 'The other return was destroyed when its time was over.' };
      const found = (await preparedReturns(asking.database, asking.session)).find(({ prepared }) => prepared === other.prepared);
      const state = found?.on === on ? { state: { knownAt: found.knownAt, madeWith: file.madeWith } } : {};
      return { tables: await tablesIn(of, file.bytes), said: 'the other prepared return', how: ofOurs(of), ...state };
    }
    case 'lastYear':
      return aYearBefore(asking, kept);
  }
}

/** Of a day, as the record knows it now. */
async function asOf(asking: Here, { of, authority, on: day }: Kept, on: LocalDate): Promise<Omit<Against, 'said'>> {
  const madeWith = await madeWithNow(asking, of, authority);
  const knownAt = await settledNow(asking.database);
  const { tables } = await madeOfADay(asking, { of, on, knownAt, madeWith });
  return { tables, how: ofOurs(of), ...(on === day ? { state: { knownAt, madeWith } } : {}) };
}

async function sent(of: SignedOfADay, files: readonly GivenFile[]): Promise<Against | { readonly problem: string }> {
  const { tables, refused } = await readGiven(of, files);
  const [first] = refused;
  if (tables.length === 0) return { problem: first ?? 'There is nothing of this return in it.' };
  return { tables, said: files.map(({ name }) => name).join(', '), how: howGiven(of) };
}

/** The last that was kept of a day half a year before or earlier, a signed one first; where none was, as the record tells of the day a year before. */
async function aYearBefore(asking: Here, kept: Kept): Promise<Against> {
  const { of, on } = kept;
  const earlier = (await preparedReturns(asking.database, asking.session))
    .filter((each) => each.return === of && each.on !== null && each.on <= addMonths(on, -6))
    .toSorted((a, b) => (String(a.on) > String(b.on) ? -1 : 1));
  const last = earlier.find(({ signedBy }) => signedBy !== null) ?? earlier[0];
  const file = last && (await fileOfReturn(asking.database, asking.session, last.prepared));
  if (last === undefined || file === undefined || last.on === null || !isDate(last.on)) {
    const day = addMonths(on, -12);
    return { ...(await asOf(asking, kept, day)), said: `the same of ${formatDate(day)}, as the record tells it: none was kept` };
  }
  const how = last.signedBy === null ? 'prepared' : 'signed';
  const said = `the return of ${formatDate(last.on)} as it was ${how} ${formatInstant(last.signedAt ?? last.preparedAt)}`;
  return { tables: await tablesIn(of, file.bytes), said, how: ofOurs(of) };
}
