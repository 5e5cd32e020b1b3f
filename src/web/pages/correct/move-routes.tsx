import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland, formatDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Opened } from '../../../record/contract.ts';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { Refusal, signedIn } from '../../session.ts';
import { soughtQuery, soughtWords } from '../../sought.ts';
import { isRecordedOf } from '../child/recorded-of.ts';
import { keepingWords, mustBeOpen } from '../child/opening.ts';
import { whyNot } from './correct-routes.tsx';
import { MovePage, neutralReasons } from './move-page.tsx';
import { findToPutRight, type Found } from './putting-right.ts';
import { whyKept } from './strike-routes.tsx';

/** Whether an entry can be moved at all: what two people are to one another, and what a file says of a child, is put right elsewhere. */
export const mayMove = (found: Found): boolean =>
  found.step.alsoAbout === undefined &&
  found.statement.withheld !== true &&
  whyKept(found) === undefined &&
  found.versions.every(({ source }) => source === undefined);

type Target = { readonly person: string; readonly name: string; readonly opened: Opened };

const addressOf = (request: FastifyRequest): string => `/children/${parameter(request, 'id')}/entries/${parameter(request, 'entry')}`;

/** Moving an entry that was put on the wrong record. */
export function addMoving(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  server.get('/children/:id/entries/:entry/move', async (request, reply) => {
    const found = await prepare(request, parts);
    const kept = shownAgain(memory, signedIn(request).session.actor, request) ?? {};
    return show(request, reply, parts, found, kept, soughtWords(request, 'words'));
  });

  server.post(
    '/children/:id/entries/:entry/move',
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      const given = givenForm(request.body);
      if (one(given, 'stage') === 'look') {
        await prepare(request, parts);
        return reply.redirect(`${addressOf(request)}/move${soughtQuery(request, one(given, 'words'))}`, 303);
      }
      const from = await mustBeOpen(request, parts);
      const done = `/children/${from.person}?recorded=1#struck`;
      if ((await parts.record.read(from)).chain.some(({ entry }) => entry === one(given, 'tombstone'))) return reply.redirect(done, 303);
      const found = await prepare(request, parts);
      const target = await targetOf(request, parts, given);
      const words = 'message' in target ? one(given, 'words') : target.name;
      const problems = [...problemsWith(given), ...('message' in target ? [target] : [])];
      if (problems.length > 0 || 'message' in target) return show(request, reply, parts, found, given, words, problems);
      const outcome = await move(request, parts, from, target, found, given);
      if (outcome.kind === 'appended') return reply.redirect(done, 303);
      return show(request, reply, parts, found, given, words, [{ message: whyNot(outcome) }]);
    }),
  );
}

async function prepare(request: FastifyRequest, parts: WebParts): Promise<Found> {
  const found = await findToPutRight(request, parts, parameter(request, 'entry'));
  if (!mayMove(found))
    throw new Refusal(
      403,
      'This entry cannot be moved: it says whose record this is, or is about two people at once, or came from a file. Correct it or strike it out.',
    );
  return found;
}

const move = (request: FastifyRequest, parts: WebParts, from: Opened, target: Target, found: Found, given: GivenForm) =>
  parts.record.move(signedIn(request).session, {
    from,
    to: target.opened,
    entry: found.statement.entry,
    tombstone: one(given, 'tombstone'),
    on: dayInEngland(parts.now()),
    neutral: one(given, 'why'),
    reason: one(given, 'reason'),
  });

/** The record to move to, opened; or why it is not. */
async function targetOf(request: FastifyRequest, parts: WebParts, given: GivenForm): Promise<Problem | Target> {
  const to = one(given, 'to');
  if (!isId(to) || !isId(one(given, 'tombstone'))) return { field: 'to', message: 'Select whose record it belongs on' };
  const opening = (await parts.record.open(signedIn(request).session, [to], 'To move an entry here that was put on another record')).get(
    to,
  );
  if (opening?.kind === 'opened')
    return { person: to, name: (await parts.record.read(opening.record)).standing.name, opened: opening.record };
  const ring = opening?.kind === 'restricted' ? ` (${opening.ring})` : '';
  return { field: 'to', message: `That record is restricted${ring}, or is none. Ask somebody who is named for it to move the entry` };
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  { record, statement, step }: Found,
  given: GivenForm,
  words: string,
  problems: readonly Problem[] = [],
) {
  const tombstone = one(given, 'tombstone');
  const known = words === '' ? undefined : await parts.record.search(signedIn(request).session, words);
  return sendPage(
    reply,
    <MovePage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      at={addressOf(request)}
      name={record.standing.name}
      title={step.title}
      summary={`${formatDate(statement.happenedOn)}: ${step.summary(statement.answers as never)}`}
      tombstone={isId(tombstone) ? tombstone : crypto.randomUUID()}
      words={words}
      found={known?.filter(({ person, standing }) => person !== record.person && isRecordedOf(step, standing))}
      given={{ to: one(given, 'to'), why: one(given, 'why'), reason: one(given, 'reason') }}
      problems={problems}
    />,
    problems.length > 0 ? 400 : 200,
  );
}

function problemsWith(given: GivenForm): readonly Problem[] {
  return [
    ...(neutralReasons.some((reason) => reason === one(given, 'why'))
      ? []
      : [{ field: 'why', message: 'Select why it leaves this record' }]),
    ...(one(given, 'reason').length < 3 ? [{ field: 'reason', message: 'Enter why it belongs on the other record' }] : []),
  ];
}
