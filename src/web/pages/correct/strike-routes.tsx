import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage, several } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { keepingWords } from '../child/opening.ts';
import { whyNot } from './correct-routes.tsx';
import { struckFor } from './correcting.ts';
import { findToPutRight, namedBy, othersOf, type Found, type Other } from './putting-right.ts';
import { StrikePage } from './strike-page.tsx';

/** Who somebody is, is corrected and never struck out: a record without a name is nobody's. */
const saysWho = ({ record, statement, step }: Found): boolean =>
  (step.about === 'adult' || Object.values(step.fields).some(({ identifies }) => identifies !== undefined)) &&
  record.history.filter((one) => one.step === statement.step).length === 1;

export const whyKept = (found: Found): string | undefined =>
  saysWho(found) ? 'This entry says whose record it is. Correct it instead' : undefined;

type Prepared = { readonly found: Found; readonly others: readonly Other[] };

/** Striking out an entry that should not have been recorded. */
export function addStriking(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  server.get('/children/:id/entries/:entry/strike', async (request, reply) => {
    const prepared = await prepare(request, parts);
    const { actor } = signedIn(request).session;
    return show(
      request,
      reply,
      parts,
      prepared,
      shownAgain(memory, actor, request) ?? { with: prepared.others.map(({ person }) => person) },
    );
  });

  server.post(
    '/children/:id/entries/:entry/strike',
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      const given = givenForm(request.body);
      const prepared = await prepare(request, parts);
      const problems = problemsWith(prepared.found, given);
      if (problems.length > 0) return show(request, reply, parts, prepared, given, problems);
      const outcome = await strike(request, parts, prepared, given);
      if (outcome.kind !== 'appended') return show(request, reply, parts, prepared, given, [{ message: whyNot(outcome) }]);
      return reply.redirect(`/children/${prepared.found.record.person}?recorded=1#struck`, 303);
    }),
  );
}

async function prepare(request: FastifyRequest, parts: WebParts): Promise<Prepared> {
  const found = await findToPutRight(request, parts, parameter(request, 'entry'));
  return { found, others: await othersOf(request, parts, found) };
}

function problemsWith(found: Found, given: GivenForm): readonly Problem[] {
  const kept = whyKept(found);
  if (kept !== undefined) return [{ message: kept }];
  return one(given, 'reason').length < 3 ? [{ field: 'reason', message: 'Enter why it is struck out' }] : [];
}

function strike(request: FastifyRequest, parts: WebParts, { found: { record, statement, step }, others }: Prepared, given: GivenForm) {
  const entry = one(given, 'entry');
  // What two people are to one another is struck out for both.
  const isChosen = ({ person }: Other): boolean => step.alsoAbout !== undefined || several(given, 'with').includes(person);
  const chosen = [{ person: record.person, statement }, ...others.filter(isChosen)];
  const records = new Map([record, ...others.map((other) => other.record)].map((one) => [one.person, one]));
  const struck = struckFor(step, {
    entry: isId(entry) ? entry : crypto.randomUUID(),
    wording: parts.wordingOf(step),
    reason: one(given, 'reason'),
    chosen,
  });
  return parts.record.append(signedIn(request).session, [struck], records);
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  { found: { record, statement, step }, others }: Prepared,
  given: GivenForm,
  problems: readonly Problem[] = [],
) {
  const titles = new Map(parts.steps.map(({ name, title }) => [name, title]));
  const entry = one(given, 'entry');
  const summary = statement.withheld === true ? step.title : step.summary(statement.answers as never);
  return sendPage(
    reply,
    <StrikePage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      at={`/children/${record.person}/entries/${statement.entry}`}
      title={step.title}
      summary={`${formatDate(statement.happenedOn)}: ${summary}`}
      entry={isId(entry) ? entry : crypto.randomUUID()}
      others={step.alsoAbout === undefined ? others : []}
      chosen={several(given, 'with')}
      namedBy={namedBy(record, statement).map((one) => `${formatDate(one.happenedOn)}: ${titles.get(one.step) ?? one.step}`)}
      reason={one(given, 'reason')}
      problems={problems}
    />,
    problems.length > 0 ? 400 : 200,
  );
}
