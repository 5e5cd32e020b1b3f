import type { VNode } from 'preact';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Session } from '../../../record/contract.ts';
import { Viewing } from '../../components/offered.tsx';
import { sendSheet } from '../../export/send-sheet.ts';
import { frameOf, givenForm, isId, one, parameter, safeNext, sendFragment, sendPage } from '../../request.ts';
import type { ChangeLog } from '../../change-log.ts';
import type { WebParts } from '../../parts.ts';
import { landsElsewhere } from '../../landing.ts';
import { asKnown } from '../../said-dates.ts';
import { Refusal, signedIn } from '../../session.ts';
import { populationOf } from './board.ts';
import { queryOf, readBoard, type BoardSources } from './model.ts';
import { createMonths } from './months.ts';
import { BoardFragment, BoardPage } from './page.tsx';
import { readAll, readNames } from './reading.ts';
import { rowOf } from './row.ts';
import { sheetOf } from './sheet.ts';
import { BoardRow } from './table.tsx';

export function addBoard(server: FastifyInstance, parts: WebParts, log: ChangeLog): void {
  const seenBy = (request: FastifyRequest, fragment: VNode) => (
    <Viewing.Provider value={frameOf(request, parts).viewer}>{fragment}</Viewing.Provider>
  );
  const sources = { parts, monthsOf: createMonths(parts), log };
  server.get('/', async (request, reply) => {
    const who = signedIn(request);
    const elsewhere = landsElsewhere(who.session.roles);
    if (elsewhere !== undefined) return reply.redirect(elsewhere, 303);
    if (isOnlySocialWorker(who.session) && Object.keys(givenForm(request.query)).length === 0) return reply.redirect('/my-day', 303);
    return sendPage(reply, <BoardPage frame={frameOf(request, parts)} board={await readBoard(request, sources)} />);
  });
  server.get('/board', async (request, reply) => {
    const elsewhere = landsElsewhere(signedIn(request).session.roles);
    if (elsewhere !== undefined) return reply.redirect(elsewhere, 303);
    return sendPage(reply, <BoardPage frame={frameOf(request, parts)} board={await readBoard(request, sources)} />);
  });
  server.get('/board/fragment', async (request, reply) =>
    sendFragment(reply, seenBy(request, <BoardFragment board={await readBoard(request, sources)} />)),
  );
  server.get('/board/row/:person', async (request, reply) => {
    const { session } = signedIn(request);
    const person = parameter(request, 'person');
    if (!isId(person)) throw new Refusal(404, 'No such child.');
    const who = populationOf(one(givenForm(request.query), 'who'));
    const known = asKnown({}, parts.now());
    const asked = { onPlan: who !== 'care', lookedAfter: who !== 'plans', people: [person], runningOn: known.today };
    const [names, [child]] = await Promise.all([readNames(parts, session), parts.record.list(session, asked)]);
    if (child === undefined) return reply.code(204).send();
    return sendFragment(reply, seenBy(request, <BoardRow row={rowOf(child, names, known)} who={who} known={known} />));
  });
  addFiles(server, parts);
  addViews(server, sources);
}

const isOnlySocialWorker = (session: Session): boolean =>
  session.roles.length > 0 && session.roles.every((role) => role === 'socialWorker');

/** What the board shows as a file, sent as it is read: the list is logged as taken away, with what was asked for. */
function addFiles(server: FastifyInstance, parts: WebParts): void {
  for (const kind of ['csv', 'xlsx'] as const)
    server.get(`/board/file/${kind}`, async (request, reply) => {
      const { session } = signedIn(request);
      const given = givenForm(request.query);
      const known = asKnown(given, parts.now());
      if (known.problem !== undefined) throw new Refusal(400, `“As known at”: ${known.problem}.`);
      const question = { session, query: queryOf(given), known, names: await readNames(parts, session) };
      const sheet = sheetOf(await readAll(parts, question, `the board as ${kind}`), question.query.who, known);
      return sendSheet(reply, kind, `sightline-board-${known.today}`, sheet);
    });
}

function addViews(server: FastifyInstance, sources: BoardSources): void {
  const { parts } = sources;
  server.post('/board/views', async (request, reply) => {
    const { session } = signedIn(request);
    const form = givenForm(request.body);
    const back = safeNext(one(form, 'back'));
    const chosen = new URLSearchParams(back.split('?')[1] ?? '');
    const isRemoved = one(form, 'remove') !== '';
    const name = one(form, 'name').slice(0, 60);
    const query = isRemoved ? '' : chosen.toString() || 'who=plans';
    const outcome =
      name === ''
        ? ({ kind: 'refused', message: 'Enter a name for the view' } as const)
        : await parts.record.saveView(session, 'board', { name, query });
    if (outcome.kind === 'done') return reply.redirect(back.startsWith('/board') ? back : '/board', 303);
    const board = await readBoard(request, sources, Object.fromEntries(chosen));
    return sendPage(reply, <BoardPage frame={frameOf(request, parts)} board={board} problem={outcome.message} />, 400);
  });
}
