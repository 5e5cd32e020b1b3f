import type { FastifyRequest } from 'fastify';
import type { ListedChild, Session } from '../../../record/contract.ts';
import { givenForm, one, several } from '../../request.ts';
import type { ChangeLog } from '../../change-log.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { asKnown, type AsKnown } from '../../said-dates.ts';
import { holds, signedIn } from '../../session.ts';
import { filtered, populationOf, sorted, summaryOf, withinPlaces, type BoardQuery } from './board.ts';
import { monthOf, type createMonths } from './months.ts';
import type { BoardModel, Choice } from './page.tsx';
import { pageOf } from './paging.tsx';
import { namesOf, rowOf, type Names, type Row } from './row.ts';

export async function readNames(parts: WebParts, session: Session): Promise<Names> {
  const [members, teams] = await Promise.all([parts.members.all(session), parts.members.teams(session)]);
  return namesOf(members, teams, parts.timescales);
}

export const queryOf = (given: ReturnType<typeof givenForm>): BoardQuery => ({
  who: populationOf(one(given, 'who')),
  team: one(given, 'team'),
  area: one(given, 'area'),
  state: one(given, 'state'),
  worker: one(given, 'worker'),
  category: one(given, 'category'),
  sort: one(given, 'sort'),
});

/** Everyone of both populations whom the session's lists may show. `purpose`: logged with the list. */
export async function readRows(
  request: FastifyRequest,
  parts: WebParts,
  known: AsKnown,
  purpose?: string,
): Promise<{ names: Names; rows: readonly Row[] }> {
  const { session } = signedIn(request);
  const [names, children] = await Promise.all([
    readNames(parts, session),
    parts.record.list(session, {
      onPlan: true,
      lookedAfter: true,
      runningOn: known.today,
      ...(known.instant === undefined ? {} : { knownAt: known.instant }),
      ...(purpose === undefined ? {} : { purpose }),
    }),
  ]);
  return { names, rows: children.map((child: ListedChild) => rowOf(child, names, known)) };
}

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
  const [{ names, rows }, taken, views, isDerived] = await Promise.all([
    readRows(request, parts, known),
    parts.imports.taken(session),
    parts.record.savedViews(session, 'board'),
    isToldOfRules(session) ? parts.areRulesApplied(session) : true,
  ]);
  const [teams, within] = [teamsAsked(query, names), withinPlaces(rows, query)];
  const moved = await movedSince(parts, session, known, teams);
  const shown = sorted(filtered(within, query), query);
  return {
    rows: shown,
    page: pageOf(shown.length, one(given, 'page')),
    summary: summaryOf(within, query.who, known.today),
    months: [...(await monthsOf(session, known, teams)), monthOf(within, known.today, moved)],
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
    rulesChanged: !isDerived,
    lastImport: taken.latest,
    choices: choicesOf(rows, within),
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

const teamsAsked = ({ team, area }: BoardQuery, names: Names): readonly string[] | undefined => {
  if (team !== '') return names.teams.has(team) ? [team] : [];
  return area === '' ? undefined : [...names.teams.values()].filter((each) => each.area === area).map(({ id }) => id);
};

const choicesOf = (all: readonly Row[], within: readonly Row[]): BoardModel['choices'] => ({
  areas: unique(
    all,
    ({ area }) => area,
    ({ area }) => area,
  ),
  teams: unique(
    all,
    ({ teamId }) => teamId,
    ({ team }) => team,
  ),
  workers: [
    { value: 'none', label: 'No named worker' },
    ...unique(
      within,
      ({ workerId }) => workerId,
      ({ worker }) => worker,
    ),
  ],
  categories: unique(
    all,
    ({ child }) => child.standing.category,
    ({ category }) => category,
  ),
});

function unique(rows: readonly Row[], value: (row: Row) => string | undefined, label: (row: Row) => string | undefined): readonly Choice[] {
  const found = new Map<string, string>();
  for (const row of rows) {
    const key = value(row);
    if (key !== undefined) found.set(key, label(row) ?? key);
  }
  return [...found].map(([key, words]) => ({ value: key, label: words })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

function scopeWords(session: Session, names: Names): string {
  if (session.scope === 'own') return 'Your own children';
  if (session.scope !== 'teams') return holds({ session, name: '' }, ['headOfService']) ? 'The whole service' : 'All teams';
  return session.teams.map((team) => names.teams.get(team)?.name ?? team).join(', ');
}
