import type { Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import type { AsKnown } from '../../said-dates.ts';
import { countingIn, countingOf, filtered, marksAsked, orderOf, sorted, workerAsked, type BoardQuery } from './board.ts';
import { bitsOf, hasAll, type Counting } from './figures.ts';
import { pageOf, type Page } from '../../components/paging.tsx';
import { namesOf, rowOf, type Names, type Row } from './row.ts';

export async function readNames(parts: WebParts, session: Session): Promise<Names> {
  const [members, teams] = await Promise.all([parts.members.all(session), parts.members.teams(session)]);
  return namesOf(members, teams, parts.timescales);
}

/** What a board is asked for. */
export type Question = {
  readonly session: Session;
  readonly query: BoardQuery;
  readonly known: AsKnown;
  readonly names: Names;
};

/** What a board shows, read in one of two ways that say the same. */
export type BoardRead = {
  /** Of all children of the teams that are asked for, of both populations. */
  readonly counting: Counting;
  /** Of those whom the filters leave. */
  readonly shown: Counting;
  readonly page: Page;
  /** The rows of the page. */
  readonly rows: readonly Row[];
  readonly changedAt: string | undefined;
  /** The next instant at which passing time alone changes what is shown. */
  readonly changesAt: string | undefined;
  /** Everyone who was read; undefined: they were counted by the database. */
  readonly everyone: readonly Row[] | undefined;
};

/** The teams of what is asked for; undefined: all that the session's lists show. */
export function teamsAsked({ team, area }: BoardQuery, names: Names): readonly string[] | undefined {
  if (team !== '') return names.teams.has(team) ? [team] : [];
  return area === '' ? undefined : [...names.teams.values()].filter((each) => each.area === area).map(({ id }) => id);
}

/**
 * A board of more than a team, as things are now, is counted and put in order by the database: it would be thousands of rows. What is kept for that is
 * derived, and so not asked while it is being derived again.
 */
export const isCounted = ({ session, query, known }: Question, isDerived: boolean): boolean =>
  isDerived && session.scope === 'all' && query.team === '' && known.instant === undefined;

const both = { onPlan: true, lookedAfter: true } as const;

/** Of whom alone rows are read, where not of everyone; and why, if they leave the page: logged with the list. */
type Narrowed = { readonly worker?: string | undefined; readonly purpose?: string };

/** Everyone of both populations whom the session's lists may show, of the teams that are asked for. */
async function readRows(
  parts: WebParts,
  { session, query, known, names }: Question,
  { worker, purpose }: Narrowed = {},
): Promise<readonly Row[]> {
  const teams = teamsAsked(query, names);
  const children = await parts.record.list(session, {
    ...both,
    runningOn: known.today,
    ...(teams === undefined ? {} : { teams }),
    ...(worker === undefined ? {} : { worker }),
    ...(known.instant === undefined ? {} : { knownAt: known.instant }),
    ...(purpose === undefined ? {} : { purpose }),
  });
  return children.map((child) => rowOf(child, names, known));
}

/** These children as the board shows them now, in this order; undefined: on the board no more. */
async function rowsOf(parts: WebParts, { session, known, names }: Question, people: readonly string[]) {
  const children = await parts.record.list(session, { ...both, people, runningOn: known.today });
  const rows = new Map(children.map((child) => [child.person, rowOf(child, names, known)]));
  return people.map((person) => rows.get(person));
}

const latest = (rows: readonly Row[]): string | undefined =>
  rows.reduce<string | undefined>(
    (best, { child: { changedAt } }) => (best === undefined || Date.parse(changedAt) > Date.parse(best) ? changedAt : best),
    undefined,
  );

/** When the next of the limits in hours that are shown passes; what else changes with time changes at midnight. */
function nextLimit(rows: readonly Row[], { at }: AsKnown): string | undefined {
  const instants = rows.flatMap(({ cells }) => Object.values(cells).map((cell) => cell?.clock.dueAt));
  return instants.filter((due) => due !== undefined && Date.parse(due) >= at.getTime()).toSorted()[0];
}

/** Whom the filters leave, in the board's order. */
const shownOf = (rows: readonly Row[], query: BoardQuery): readonly Row[] => sorted(filtered(rows, query), query);

/** The page that is asked for, of those who are shown. */
function pageIn(shown: readonly Row[], asked: string, length?: number) {
  const page = pageOf(shown.length, asked, length);
  return { shown: countingOf(shown), page, rows: shown.slice(page.first, page.last) };
}

export async function readBySelf(parts: WebParts, question: Question, asked: string): Promise<BoardRead> {
  const { query, known } = question;
  const everyone = await readRows(parts, question);
  const shown = shownOf(everyone, query);
  const counting = countingOf(everyone);
  return { ...pageIn(shown, asked), counting, changedAt: latest(everyone), changesAt: nextLimit(shown, known), everyone };
}

/** Of thousands one reads the most pressing: a shorter page is there sooner, and fetched again by every board that is open. */
const countedLength = 50;

export async function readCounted(parts: WebParts, question: Question, asked: string): Promise<BoardRead> {
  const { session, query, known, names } = question;
  const teams = teamsAsked(query, names);
  const worker = workerAsked(query);
  const { marks, changedAt, changesAt } = await parts.record.boardCounts(session, known.at, teams);
  const counting = countingIn(marks);
  const rest = { counting, changedAt, changesAt, everyone: undefined };
  if (worker !== undefined)
    return { ...rest, ...pageIn(shownOf(await readRows(parts, question, { worker }), query), asked, countedLength) };
  const all = bitsOf(marksAsked(query));
  const shown = countingIn(marks.filter(({ mark }) => all !== undefined && hasAll(mark, marksAsked(query))));
  const page = pageOf(shown.count(), asked, countedLength);
  const part = { marks: all ?? 0, order: orderOf(query), teams, offset: page.first, limit: page.last - page.first };
  const people = page.total === 0 ? [] : await parts.record.boardPart(session, known.at, part);
  const rows = await rowsOf(parts, question, people);
  return { ...rest, shown, page, rows: rows.filter((row) => row !== undefined) };
}

/** How many rows are read at once on their way into a file. */
const atOnce = 500;

/** Rows on their way into a file; undefined: a child who was on the board when it was asked for, and has left it since. */
export type ReadOn = AsyncIterable<readonly (Row | undefined)[]>;

/** The children of a whole service, who they are when it is asked, each as they are when read: a few at a time while they are sent. */
async function* readOn(parts: WebParts, question: Question, people: readonly string[]): ReadOn {
  for (let from = 0; from < people.length; from += atOnce) yield await rowsOf(parts, question, people.slice(from, from + atOnce));
}

async function* given(rows: readonly Row[]): ReadOn {
  yield rows;
}

/** Everyone whom the filters leave, in the board's order. `purpose`: logged with the list. */
export async function readAll(parts: WebParts, question: Question, purpose: string): Promise<ReadOn> {
  const { session, query, known, names } = question;
  const isAsked = session.scope !== 'all' || (await parts.areRulesApplied(session));
  const [marks, worker] = [bitsOf(marksAsked(query)), workerAsked(query)];
  if (!isCounted(question, isAsked) || worker !== undefined || marks === undefined)
    return given(shownOf(await readRows(parts, question, { worker, purpose }), query));
  const part = { marks, order: orderOf(query), teams: teamsAsked(query, names), offset: 0, limit: 1_000_000, purpose };
  return readOn(parts, question, await parts.record.boardPart(session, known.at, part));
}
