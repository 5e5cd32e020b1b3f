import { dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { append, type RecordParts } from './append.ts';
import { call, doneOrRefused, orRefused, refusalIn, type Done } from './call.ts';
import type { Appended, ChildRecord, ListedChild, NewEntry, Opened, Opening, Session, TheRecord } from './contract.ts';
import { boardCounts, boardPart, type BoardCounts, type BoardPart } from './board.ts';
import { nothingStated } from './derive.ts';
import { dataProtection, type Watched } from './data-protection.ts';
import { askDestruction, destroy, destructions, withdrawDestruction, type Destruction } from './destruction.ts';
import { entryPeople, withheldFrom, type Withheld } from './entry-people.ts';
import { claimants, identify, list } from './listing.ts';
import { beforeCourt, frontDoor, peopleAsk, type Waiting } from './front-door.ts';
import { complexEnquiry, type ComplexEnquiry } from './complex-enquiry.ts';
import { inFiles, type Files } from './files.ts';
import { expertViews, type ExpertViews } from './expert-views.ts';
import { inspecting, type Inspecting } from './inspectors.ts';
import { moveEntry, type Move } from './move-entry.ts';
import { movedSince, type MovedFilter } from './moved.ts';
import { alerts, breakGlass, open, restriction, whoOpened, type Alert } from './opening.ts';
import { counts, type Counts } from './population.ts';
import { readMany } from './reading.ts';
import { named, relatives } from './relatives.ts';
import { settlePublicComment } from './public-comments.ts';
import { recordingLag, type RecordingLag } from './recording-lag.ts';
import { restrictedNamesIn } from './restricted-names.ts';
import { search, type Found } from './search/search.ts';
import { ownActions, type OwnAction } from './own-actions.ts';
import { ownAdvised } from './own-advised.ts';
import { ownReturned, type OwnReturned } from './own-returned.ts';
import { seals, type Seals } from './seals.ts';
import { savedViews, saveView, type SavedView } from './saved-views.ts';
import { judge } from './whole-history.ts';
import { workforce, type Workforce } from './workforce.ts';

/** The record, with what few may do. */
export type WholeRecord = TheRecord &
  Files &
  Workforce &
  Seals &
  ExpertViews &
  Inspecting & {
    /** What is stated, and a record sealed upon it (see `Seals.seal`), in one transaction: where either is refused, neither is done. */
    readonly sealWith: (
      session: Session,
      seal: { readonly person: string; readonly reason: string },
      entries: readonly NewEntry[],
      asRead: ReadonlyMap<string, ChildRecord>,
    ) => Promise<Appended>;
    /** Takes a comment from outside into its chapter’s file and settles it, both or neither. Refused, with who did what and when: a colleague has settled it. */
    readonly takeIn: (
      session: Session,
      comment: string,
      entries: readonly NewEntry[],
      asRead: ReadonlyMap<string, ChildRecord>,
    ) => Promise<Appended>;
    /** Many opened records at once, by person; all must have been opened by one session. */
    readonly readMany: (records: readonly Opened[], knownAt?: string) => Promise<ReadonlyMap<string, ChildRecord>>;
    /** Opens a restricted record all the same: always works for a practitioner, always alerts. */
    readonly breakGlass: (session: Session, person: string, reason: string) => Promise<Opening>;
    /** Restricts a record to named readers; again: to others. Team managers and heads of service. */
    readonly restrict: (
      session: Session,
      person: string,
      to: { readonly readers: readonly string[]; readonly ring: string; readonly reason: string },
    ) => Promise<Done>;
    /** Unrestricted people by name, as heard or half remembered, and by date of birth, for practitioners: whom they may open, they may find. Best first, at most 50. */
    readonly search: (session: Session, words: string) => Promise<readonly Found[]>;
    /** What waits at the front door on a day, for practitioners, whatever their lists show. */
    readonly frontDoor: (session: Session, today: LocalDate) => Promise<readonly Waiting[]>;
    /** Which texts, by their place from 0, name somebody of the family, or of those with whom a statement is shared, whose record is closed to the session; never whom. Logged. */
    readonly restrictedNamesIn: (record: Opened, texts: readonly string[]) => Promise<ReadonlySet<number>>;
    /** What people ask of their own records and is not answered on a day, of the whole service: for team managers and heads of service, nothing to anybody else. */
    readonly peopleAsk: (session: Session, today: LocalDate) => Promise<readonly Waiting[]>;
    /** Limits that run on a day for families in legal planning, pre-proceedings and proceedings: for team managers and heads of service, nothing to anybody else. */
    readonly beforeCourt: (session: Session, today: LocalDate) => Promise<readonly Waiting[]>;
    /** The children of one enquiry over unrelated families, by its reference, for practitioners: those restricted to others are counted alone. */
    readonly complexEnquiry: (session: Session, reference: string) => Promise<ComplexEnquiry>;
    /** How many children there were at several instants, each as known at it; of all teams or of those named. */
    readonly counts: (session: Session, instants: readonly string[], teams?: readonly string[]) => Promise<readonly Counts[]>;
    /** Of those on a plan or looked after at a past instant: how many of this session's children they were, who are now another team's or worker's. */
    readonly movedSince: (session: Session, filter: MovedFilter, knownAt: string) => Promise<number>;
    /** What is counted on the boards now, for sessions whose lists are of the whole service: of all of it, or of some teams. Anybody else: nothing. */
    readonly boardCounts: (session: Session, at: Date, teams?: readonly string[]) => Promise<BoardCounts>;
    /** Some children of a board now, in its order; for the same sessions. */
    readonly boardPart: (session: Session, at: Date, part: BoardPart) => Promise<readonly string[]>;
    /** How long after it happened things were recorded since an instant, of these steps: by team, step and day, of five people at least. */
    readonly recordingLag: (session: Session, since: string, steps: readonly string[]) => Promise<readonly RecordingLag[]>;
    /** What is this member's to do, of any child. */
    readonly ownActions: (session: Session) => Promise<readonly OwnAction[]>;
    /** What the manager returned of what this member wrote, or of their own children. */
    readonly ownReturned: (session: Session) => Promise<readonly OwnReturned[]>;
    /** The young people whose personal adviser this member is, whoever has the case, with what runs on a day. */
    readonly ownAdvised: (session: Session, runningOn: LocalDate) => Promise<readonly ListedChild[]>;
    /** The member's own views of a page, by name. */
    readonly savedViews: (session: Session, page: string) => Promise<readonly SavedView[]>;
    /** Saves a view under its name; an empty query forgets it. */
    readonly saveView: (session: Session, page: string, view: SavedView) => Promise<Done>;
    /** What a data protection officer watches since a day; nobody else is given any. */
    readonly dataProtection: (session: Session, since: LocalDate, on: LocalDate) => Promise<readonly Watched[]>;
    /** Every breaking of the glass, newest first, for team managers and heads of service; nobody else is given any. */
    readonly alerts: (session: Session) => Promise<readonly Alert[]>;
    readonly lift: (session: Session, person: string, reason: string) => Promise<Done>;
    /** Whom else an entry of an opened record is about: nobody whose record is restricted to others. */
    readonly entryPeople: (record: Opened, entry: string) => Promise<readonly string[]>;
    /** The entries of an opened record whose shared words are withheld from brothers and sisters until they are written anew for these. */
    readonly withheldFrom: (record: Opened) => Promise<readonly Withheld[]>;
    /** Moves a statement from the wrong person's record to the right one's, in one transaction: nothing of its words stays on the wrong one. */
    readonly move: (session: Session, move: Move) => Promise<Appended>;
    /** What was asked to be destroyed, what waits first; for team managers and heads of service alone. */
    readonly destructions: (session: Session) => Promise<readonly Destruction[]>;
    /** Asks that a record be destroyed whose time has come. Refused: it is kept still, is held, or is worked with. */
    readonly askDestruction: (
      record: Opened,
      asked: { readonly destruction: string; readonly ground: string; readonly reason: string },
    ) => Promise<Done>;
    readonly withdrawDestruction: (record: Opened, destruction: string) => Promise<Done>;
    /** Destroys what somebody else asked for: every word goes, header, digest and a line that says so stay. */
    readonly destroy: (record: Opened, confirmed: { readonly destruction: string; readonly on: LocalDate }) => Promise<Appended>;
  };

const alreadyCorrected = '23505';
const correctsNothing = '23514';

/** Of what is recorded, the database's own keys refuse some too. */
function refusalOfEntry(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === alreadyCorrected) return 'This statement has already been corrected, or is stated twice about one child';
  return error.code === correctsNothing && 'table' in error && error.table === 'ledger'
    ? 'A correction must name an earlier statement about the same child'
    : refusalIn(error);
}

const recordedOrRefused = (work: Promise<Appended>): Promise<Appended> => orRefused(work, refusalOfEntry);

const stating = (parts: RecordParts): Pick<WholeRecord, 'append' | 'takeIn' | 'sealWith'> => ({
  append: (session, entries, asRead) => recordedOrRefused(append(parts, session, entries, asRead)),
  takeIn: (session, comment, entries, asRead) =>
    recordedOrRefused(append(parts, session, entries, asRead, (sql) => settlePublicComment(sql, comment, 'taken'))),
  sealWith: (session, { person, reason }, entries, asRead) =>
    recordedOrRefused(
      append(parts, session, entries, asRead, (sql) => sql.query('select record.seal($1, $2, $3)', [session.authority, person, reason])),
    ),
});

/** What was recorded is put right, and at the end of its time destroyed. */
const puttingRight = (
  parts: RecordParts,
): Pick<WholeRecord, 'entryPeople' | 'withheldFrom' | 'destructions' | 'askDestruction' | 'withdrawDestruction' | 'destroy' | 'move'> => ({
  entryPeople: (record, entry) => entryPeople(parts.database, record, entry),
  withheldFrom: (record) => withheldFrom(parts.database, record),
  destructions: (session) => destructions(parts.database, session),
  askDestruction: (record, asked) => doneOrRefused(askDestruction(parts.database, record, asked)),
  withdrawDestruction: (record, destruction) => doneOrRefused(withdrawDestruction(parts.database, record, destruction)),
  destroy: (record, confirmed) => recordedOrRefused(destroy(parts, record, confirmed)),
  move: (session, move) => recordedOrRefused(moveEntry(parts, session, move)),
});

/** What is one's own to do, and what managers are told of. */
const ofOneself = ({
  database,
}: RecordParts): Pick<WholeRecord, 'ownActions' | 'ownReturned' | 'ownAdvised' | 'alerts' | 'dataProtection' | 'recordingLag'> => ({
  ownActions: (session) => ownActions(database, session),
  ownReturned: (session) => ownReturned(database, session),
  ownAdvised: (session, runningOn) => ownAdvised(database, session, runningOn),
  alerts: (session) => alerts(database, session),
  dataProtection: (session, since, on) => dataProtection(database, session, since, on),
  recordingLag: (session, since, steps) => recordingLag(database, session, since, steps),
});

/** What few may do: guests who are shown something for a time, officers of sealed records, and who answers for staff. */
const ofFew = ({ database }: RecordParts): ExpertViews & Inspecting & Seals & Workforce => ({
  ...workforce(database),
  ...expertViews(database),
  ...inspecting(database),
  ...seals(database),
});

/** The one way to state, open, read and list. Everything goes through row-level security as the session that asks. */
export function createRecord(parts: RecordParts): WholeRecord {
  const { database, derivation } = parts;
  return {
    open: (session, people, why) => open(database, session, people, why),
    async read(record, knownAt) {
      const known = await readMany(database, derivation, [record], knownAt);
      return known.get(record.person) ?? nothingStated(derivation, record.person);
    },
    readMany: (records, knownAt) => readMany(database, derivation, records, knownAt),
    whoOpened: (record) => whoOpened(database, record),
    restriction: (record) => restriction(database, record),
    judge: (session, asRead, rule) => judge({ database, derivation }, session, asRead, rule),
    ...stating(parts),
    ...puttingRight(parts),
    list: (session, filter) => list(database, session, filter),
    relatives: (record, knownAt) => relatives(database, record, knownAt),
    restrictedNamesIn: (record, texts) => restrictedNamesIn(database, record, texts),
    named: (session, people, knownAt) => named(database, session, people, knownAt),
    identify: (session, identifiers) => identify(database, session, identifiers),
    claimants: (session, identifiers) => claimants(database, session, identifiers),
    search: (session, words) => search(database, session, { words, today: dayInEngland(new Date()) }),
    frontDoor: (session, today) => frontDoor(database, session, today),
    peopleAsk: (session, today) => peopleAsk(database, session, today),
    beforeCourt: (session, today) => beforeCourt(database, session, today),
    complexEnquiry: (session, reference) => complexEnquiry(database, session, reference),
    counts: (session, instants, teams) => counts(database, session, instants, teams),
    movedSince: (session, filter, knownAt) => movedSince(database, session, filter, knownAt),
    boardCounts: (session, at, teams) => boardCounts(database, session, at, teams),
    boardPart: (session, at, part) => boardPart(database, session, at, part),
    ...inFiles(database),
    ...ofOneself(parts),
    ...ofFew(parts),
    savedViews: (session, page) => savedViews(database, session, page),
    saveView: (session, page, view) => doneOrRefused(saveView(database, session, page, view)),
    breakGlass: (session, person, reason) => breakGlass(database, session, person, reason),
    restrict: (session, person, { readers, ring, reason }) =>
      doneOrRefused(call(database, session, 'select record.restrict($1, $2, $3, $4, $5)', [person, readers, ring, reason])),
    lift: (session, person, reason) => doneOrRefused(call(database, session, 'select record.lift($1, $2, $3)', [person, reason])),
  };
}
