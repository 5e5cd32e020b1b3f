import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addMonths, dayInEngland, formatDate, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { fileRetentionOf } from '../../../practice/retention/file-retention.ts';
import { retentionOf, type Retention } from '../../../practice/retention/retention.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import { asOptions, labels } from '../../by-id.ts';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { keepingWords, mustBeOpen } from '../child/opening.ts';
import { whyNot } from '../correct/correct-routes.tsx';
import { copiesHeld } from './copies.ts';
import { RetentionPage } from './list-page.tsx';
import { RecordRetentionPage } from './record-page.tsx';

const destroyers = ['teamManager', 'headOfService'] as const;

/** How long records are kept, and their destruction by two people. */
export function addRetention(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  server.get('/retention', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, destroyers);
    const given = one(givenForm(request.query), 'by');
    const by = isDate(given) ? given : addMonths(dayInEngland(parts.now()), 3);
    const [records, files, destructions, members] = await Promise.all([
      parts.record.list(who.session, { keptUntil: by }),
      parts.record.filesEnding(who.session, by),
      parts.record.destructions(who.session),
      parts.members.all(who.session),
    ]);
    const names = labels(asOptions(members));
    return sendPage(
      reply,
      <RetentionPage
        frame={frameOf(request, parts)}
        by={by}
        records={records.toSorted((a, b) => (a.standing.keptUntil ?? '').localeCompare(b.standing.keptUntil ?? ''))}
        files={files}
        destructions={destructions}
        nameOf={(member) => names.get(member) ?? 'somebody who has left'}
      />,
    );
  });

  server.get('/children/:id/retention', async (request, reply) => {
    const prepared = await prepare(request, parts);
    return show(request, reply, parts, prepared, shownAgain(memory, signedIn(request).session.actor, request) ?? {});
  });

  server.post(
    '/children/:id/retention',
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      const prepared = await prepare(request, parts);
      const given = givenForm(request.body);
      const problem = await decide(parts, prepared, given);
      return problem === undefined ? reply.redirect('/retention', 303) : show(request, reply, parts, prepared, given, [problem]);
    }),
  );
}

type Prepared = { readonly opened: Opened; readonly record: ChildRecord; readonly kept: Kept };
type Kept = { readonly rules: readonly Retention[]; readonly keptUntil: LocalDate | undefined; readonly heldSince: LocalDate | undefined };

async function prepare(request: FastifyRequest, parts: WebParts): Promise<Prepared> {
  mustHold(signedIn(request), destroyers);
  const opened = await mustBeOpen(request, parts);
  const record = await parts.record.read(opened);
  return { opened, record, kept: await keptOf(request, parts, record) };
}

/** What a record says itself; of a file, which has no standing, what the database counts. */
async function keptOf(request: FastifyRequest, parts: WebParts, { person, standing, history }: ChildRecord): Promise<Kept> {
  const { file, keptUntil, heldSince } = standing;
  if (file === undefined) return { rules: retentionOf(history), keptUntil, heldSince };
  const { until, heldSince: held } = await parts.record.fileKept(signedIn(request).session, person);
  return { rules: fileRetentionOf(file.kind, until), keptUntil: until, heldSince: held };
}

/** Asks, confirms or withdraws. @returns why not */
async function decide(parts: WebParts, { opened, kept }: Prepared, given: GivenForm): Promise<Problem | undefined> {
  const [stage, destruction, reason] = [one(given, 'stage'), one(given, 'destruction'), one(given, 'reason')];
  if (!isId(destruction)) return { message: 'This form is not whole: open the page again' };
  if (stage === 'ask' && reason.length < 5) return { field: 'reason', message: 'Enter why it is to be destroyed' };
  if (stage === 'destroy') {
    const outcome = await parts.record.destroy(opened, { destruction, on: dayInEngland(parts.now()) });
    return outcome.kind === 'appended' ? undefined : { message: whyNot(outcome) };
  }
  const outcome =
    stage === 'ask'
      ? await parts.record.askDestruction(opened, { destruction, ground: groundOf(kept), reason })
      : await parts.record.withdrawDestruction(opened, destruction);
  return outcome.kind === 'refused' ? { message: outcome.message } : undefined;
}

/** By which rules its time has come: kept when all else is gone. */
const groundOf = ({ rules }: Kept): string =>
  rules.map(({ title, until }) => `${title}: until ${until === undefined ? 'no day that can be counted' : formatDate(until)}`).join('; ');

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  { opened, record, kept }: Prepared,
  given: GivenForm,
  problems: readonly Problem[] = [],
) {
  const { session } = signedIn(request);
  const [destructions, members, openings] = await Promise.all([
    parts.record.destructions(session),
    parts.members.all(session),
    parts.record.whoOpened(opened),
  ]);
  const asked = destructions.find(({ person, outcome }) => person === record.person && outcome === null);
  return sendPage(
    reply,
    <RecordRetentionPage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      person={record.person}
      name={record.standing.name}
      {...kept}
      today={dayInEngland(parts.now())}
      asked={asked && { ...asked, by: labels(asOptions(members)).get(asked.askedBy) ?? 'Somebody who has left' }}
      mayConfirm={asked !== undefined && asked.askedBy !== session.actor && session.roles.includes('headOfService')}
      destruction={crypto.randomUUID()}
      reason={one(given, 'reason')}
      held={copiesHeld(record.history, openings)}
      problems={problems}
    />,
    problems.length > 0 ? 400 : 200,
  );
}
