import type { FastifyRequest } from 'fastify';
import type { Session } from '../../../record/contract.ts';
import type { SavedView } from '../../../record/saved-views.ts';
import { givenForm, one, several } from '../../request.ts';
import type { ChangeLog } from '../../change-log.ts';
import type { GivenForm } from '../../memory.ts';
import type { ImportRun, WebParts } from '../../parts.ts';
import { asKnown, type AsKnown } from '../../said-dates.ts';
import { holds, signedIn } from '../../session.ts';
import { populationOf, summaryOf, type BoardQuery, type Summary } from './board.ts';
import { choicesOf, type Choices } from './choices.ts';
import type { Counting } from './figures.ts';
import { monthOf, type createMonths, type Month } from './months.ts';
import type { Page } from '../../components/paging.tsx';
import { isCounted, readBySelf, readCounted, readNames, teamsAsked } from './reading.ts';
import type { Names, Row } from './row.ts';

export type BoardModel = {
  /** The rows of the page that is shown. */
  readonly rows: readonly Row[];
  readonly page: Page;
  /** Of all whom the filters leave. */
  readonly shown: Counting;
  readonly summary: Summary;
  readonly months: readonly Month[];
  /** Of a past board: who were among these children then, and are another team's or worker's now. */
  readonly moved: number;
  readonly query: BoardQuery;
  readonly known: AsKnown;
  readonly now: Date;
  /** The latest change to any of these children: the database's text of the instant. */
  readonly changedAt: string | undefined;
  /** The next instant at which passing time alone changes what is shown. */
  readonly changesAt: string | undefined;
  /** Where in the order of changes it was read. */
  readonly place: string;
  /** What was asked for, as a query. */
  readonly search: string;
  readonly scope: string;
  readonly csrf: string;
  readonly views: readonly SavedView[];
  /** Files that are being taken, or stopped half-way. */
  readonly incomplete: readonly ImportRun[];
  /** What is shown was derived by the rules of another version, and is being derived again. */
  readonly rulesChanged: boolean;
  /** The latest file taken in, if any. */
  readonly lastImport: ImportRun | undefined;
  readonly choices: Choices;
};

export const queryOf = (given: ReturnType<typeof givenForm>): BoardQuery => ({
  who: populationOf(one(given, 'who')),
  team: one(given, 'team'),
  area: one(given, 'area'),
  state: one(given, 'state'),
  worker: one(given, 'worker'),
  category: one(given, 'category'),
  part: one(given, 'part'),
  sort: one(given, 'sort'),
});

/** What a board is read from. */
export type BoardSources = {
  readonly parts: WebParts;
  readonly monthsOf: ReturnType<typeof createMonths>;
  readonly log: ChangeLog;
};

/** What was asked for, as a query: a page that is fetched again asks for the same, whatever its own address is. */
function searchOf(given: GivenForm): string {
  const query = new URLSearchParams(
    Object.keys(given).flatMap((name) => several(given, name).map((value): [string, string] => [name, value])),
  );
  return query.size === 0 ? '' : `?${query}`;
}

/** Who answers for the service, and who runs it. */
const isToldOfRules = ({ roles }: Session): boolean => roles.includes('headOfService') || roles.includes('administrator');

export async function readBoard(
  request: FastifyRequest,
  { parts, monthsOf, log }: BoardSources,
  given = givenForm(request.query),
): Promise<BoardModel> {
  const { session } = signedIn(request);
  // Before anything is read: what changes while it is read is told to the page again.
  const place = log.place();
  const known = asKnown(given, parts.now());
  const query = queryOf(given);
  const names = await readNames(parts, session);
  const question = { session, query, known, names };
  const teams = teamsAsked(query, names);
  const [isDerived, taken, views, months, moved] = await Promise.all([
    isToldOfRules(session) || session.scope === 'all' ? parts.areRulesApplied(session) : true,
    parts.imports.taken(session),
    parts.record.savedViews(session, 'board'),
    monthsOf(session, known, teams),
    movedSince(parts, session, known, teams),
  ]);
  const read = isCounted(question, isDerived) ? readCounted : readBySelf;
  const { counting, everyone, ...found } = await read(parts, question, one(given, 'page'));
  return {
    ...found,
    summary: summaryOf(counting, query.who),
    months: [...months, monthOf(counting, known.today, moved)],
    moved,
    query,
    known,
    now: parts.now(),
    place,
    search: searchOf(given),
    scope: scopeWords(session, names),
    csrf: request.csrf,
    views,
    incomplete: taken.incomplete,
    rulesChanged: isToldOfRules(session) && !isDerived,
    lastImport: taken.latest,
    choices: choicesOf(question, counting, everyone),
  };
}

/** Of a past board: how many of the children then are another's now, and so not on it. */
const movedSince = async (
  parts: WebParts,
  session: Session,
  { instant }: AsKnown,
  teams: readonly string[] | undefined,
): Promise<number> =>
  instant === undefined
    ? 0
    : parts.record.movedSince(session, { onPlan: true, lookedAfter: true, ...(teams === undefined ? {} : { teams }) }, instant);

function scopeWords(session: Session, names: Names): string {
  if (session.scope === 'own') return 'Your own children';
  if (session.scope !== 'teams') return holds({ session, name: '' }, ['headOfService']) ? 'The whole service' : 'All teams';
  return session.teams.map((team) => names.teams.get(team)?.name ?? team).join(', ');
}
