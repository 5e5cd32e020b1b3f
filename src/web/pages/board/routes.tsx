import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ListedChild, Session } from '../../../record/contract.ts';
import { frameOf, givenForm, isId, one, parameter, sendFragment, sendPage } from '../../request.ts';
import type { ImportRun, WebParts } from '../../parts.ts';
import { asKnown } from '../../said-dates.ts';
import { holds, Refusal, signedIn } from '../../session.ts';
import { filtered, sorted, summaryOf, type BoardQuery } from './board.ts';
import { namesOf, rowOf, type Names, type Row } from './row.ts';
import { BoardBody, BoardPage, BoardRow, type BoardModel, type Choice } from './page.tsx';

export function addBoard(server: FastifyInstance, parts: WebParts): void {
  server.get('/', async (request, reply) => {
    const who = signedIn(request);
    if (isOnlySocialWorker(who.session) && Object.keys(givenForm(request.query)).length === 0) return reply.redirect('/my-day', 303);
    return sendPage(reply, <BoardPage frame={frameOf(request, parts)} board={await readBoard(request, parts)} />);
  });
  server.get('/board', async (request, reply) =>
    sendPage(reply, <BoardPage frame={frameOf(request, parts)} board={await readBoard(request, parts)} />),
  );
  server.get('/board/fragment', async (request, reply) => sendFragment(reply, <BoardBody board={await readBoard(request, parts)} />));
  server.get('/board/row/:person', async (request, reply) => {
    const { session } = signedIn(request);
    const person = parameter(request, 'person');
    if (!isId(person)) throw new Refusal(404, 'No such child.');
    const known = asKnown({}, parts.now());
    const filter = { onPlan: true, people: [person], runningOn: known.today };
    const [names, [child]] = await Promise.all([readNames(parts, session), parts.record.list(session, filter)]);
    if (child === undefined) return reply.code(204).send();
    return sendFragment(reply, <BoardRow row={rowOf(child, names, known.today)} known={known} />);
  });
}

const isOnlySocialWorker = (session: Session): boolean =>
  session.roles.length > 0 && session.roles.every((role) => role === 'socialWorker');

export async function readNames(parts: WebParts, session: Session): Promise<Names> {
  const [members, teams] = await Promise.all([parts.members.all(session), parts.members.teams(session)]);
  return namesOf(members, teams, parts.timescales, parts.steps);
}

async function readBoard(request: FastifyRequest, parts: WebParts): Promise<BoardModel> {
  const { session } = signedIn(request);
  const given = givenForm(request.query);
  const now = parts.now();
  const known = asKnown(given, now);
  const [names, children, runs] = await Promise.all([
    readNames(parts, session),
    parts.record.list(session, {
      onPlan: true,
      runningOn: known.today,
      ...(known.instant === undefined ? {} : { knownAt: known.instant }),
    }),
    parts.imports.list(session),
  ]);
  const query: BoardQuery = {
    team: one(given, 'team'),
    area: one(given, 'area'),
    state: one(given, 'state'),
    worker: one(given, 'worker'),
    category: one(given, 'category'),
    sort: one(given, 'sort'),
  };
  return boardModel(children, names, query, {
    known,
    now,
    scope: scopeWords(session, names),
    importIncomplete: isIncomplete(runs),
    lastImport: runs.find(({ state }) => state === 'finished'),
  });
}

/** A file half taken in; one that was refused before its first child, or finished at another try, is not. */
const isIncomplete = (runs: readonly ImportRun[]): boolean =>
  runs.some(
    ({ state, childrenDone, fileHash }) =>
      state === 'running' ||
      (state === 'stopped' && childrenDone > 0 && !runs.some((other) => other.state === 'finished' && other.fileHash === fileHash)),
  );

function boardModel(
  children: readonly ListedChild[],
  names: Names,
  query: BoardQuery,
  rest: Pick<BoardModel, 'known' | 'now' | 'scope' | 'importIncomplete' | 'lastImport'>,
): BoardModel {
  const all = children.map((child) => rowOf(child, names, rest.known.today));
  const within = filtered(all, { ...query, state: '', worker: '', category: '' });
  return {
    ...rest,
    query,
    rows: sorted(filtered(within, query), query.sort),
    summary: summaryOf(within, rest.known.today),
    choices: choicesOf(all, within),
  };
}

function choicesOf(all: readonly Row[], within: readonly Row[]): BoardModel['choices'] {
  return {
    areas: unique(
      all,
      (row) => row.area,
      (row) => row.area,
    ),
    teams: unique(
      all,
      (row) => row.teamId,
      (row) => row.team,
    ),
    workers: [
      { value: 'none', label: 'No named worker' },
      ...unique(
        within,
        (row) => row.workerId,
        (row) => row.worker,
      ),
    ],
    categories: unique(
      all,
      (row) => row.categoryCode,
      (row) => row.category,
    ),
  };
}

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
