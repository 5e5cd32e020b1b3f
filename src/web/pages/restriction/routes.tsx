import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { ChildRecord, Restriction, Session } from '../../../record/contract.ts';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { Member, WebParts } from '../../parts.ts';
import { byId } from '../../by-id.ts';
import { frameOf, givenForm, one, safeNext, sendPage, several } from '../../request.ts';
import { formatInstant } from '../../said-dates.ts';
import { mustHold, signedIn } from '../../session.ts';
import { admitted, breakGlassFor, keepingWords, mustBeOpen, personOf } from '../child/opening.ts';
import { addSealed } from '../sealed/routes.tsx';
import { RestrictedPage } from './restricted-page.tsx';
import { RestrictPage } from './restrict-page.tsx';

/** Records closed to all but named people: what the others see, how they get in all the same, and who closes and opens them. */
export function addRestriction(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  addBreakGlass(server, parts);
  addRestricting(server, parts, memory);
  addSealed(server, parts);
}

function addBreakGlass(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id/restricted', async (request, reply) => {
    const person = personOf(request);
    const ring = signedIn(request).memory.rings.get(person);
    const next = nextIn(givenForm(request.query), person);
    if (ring === undefined) return reply.redirect(next, 303);
    return sendPage(reply, <RestrictedPage frame={frameOf(request, parts)} csrf={request.csrf} person={person} ring={ring} next={next} />);
  });

  server.post('/children/:id/break-glass', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    const person = personOf(request);
    const given = givenForm(request.body);
    const reason = one(given, 'reason').slice(0, 300);
    const next = nextIn(given, person);
    const ring = signedIn(request).memory.rings.get(person) ?? '';
    if (reason.length < 5)
      return sendPage(
        reply,
        <RestrictedPage
          frame={frameOf(request, parts)}
          csrf={request.csrf}
          person={person}
          ring={ring}
          next={next}
          problem="Enter why you must see this record now"
        />,
        400,
      );
    admitted(await breakGlassFor(request, parts, person, reason), person);
    return reply.redirect(next, 303);
  });
}

/** Where somebody was going who found the record closed: most often to the child. */
function nextIn(given: GivenForm, person: string): string {
  const next = safeNext(one(given, 'next'));
  return next === '/' ? `/children/${person}` : next;
}

function addRestricting(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const prepare = async (request: FastifyRequest): Promise<Prepared> => {
    const who = signedIn(request);
    mustHold(who, ['teamManager', 'headOfService']);
    const opened = await mustBeOpen(request, parts);
    const [record, restriction, members] = await Promise.all([
      parts.record.read(opened),
      parts.record.restriction(opened),
      parts.members.all(who.session),
    ]);
    const standing = restriction && { words: restrictionWords(restriction, members), mayChange: mayChange(restriction, who.session) };
    return {
      record,
      restriction,
      standing,
      members: members.filter(({ roles }) => roles.some((role) => practitioners.some((one) => one === role))),
    };
  };

  const page = (request: FastifyRequest, { record, members, standing }: Prepared, given: GivenForm, problems: readonly Problem[]) => (
    <RestrictPage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      person={record.person}
      name={record.standing.name}
      members={members}
      given={{ ring: one(given, 'ring'), reason: one(given, 'reason'), readers: several(given, 'readers') }}
      problems={problems}
      standing={standing}
    />
  );

  server.get('/children/:id/restrict', async (request, reply) => {
    const prepared = await prepare(request);
    const { session } = signedIn(request);
    const form = shownAgain(memory, session.actor, request) ?? asItStands(prepared, session);
    return sendPage(reply, page(request, prepared, form, []));
  });

  server.post(
    '/children/:id/restrict',
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      const prepared = await prepare(request);
      const given = givenForm(request.body);
      const { session } = signedIn(request);
      const { person } = prepared.record;
      const isLifted = one(given, 'lift') !== '';
      const problems = problemsWith(given, prepared.members, isLifted);
      if (problems.length > 0) return sendPage(reply, page(request, prepared, given, problems), 400);
      const reason = one(given, 'reason');
      const outcome = isLifted
        ? await parts.record.lift(session, person, reason)
        : await parts.record.restrict(session, person, { readers: several(given, 'readers'), ring: one(given, 'ring'), reason });
      if (outcome.kind === 'refused') return sendPage(reply, page(request, prepared, given, [{ message: outcome.message }]), 400);
      return reply.redirect(`/children/${person}?recorded=1`, 303);
    }),
  );
}

type Prepared = {
  readonly record: ChildRecord;
  readonly members: readonly Member[];
  readonly restriction: Restriction | undefined;
  readonly standing: { readonly words: string; readonly mayChange: boolean } | undefined;
};

/** A restriction that stands is filled in; a new one begins with whoever makes it and the named worker. */
const asItStands = ({ record, restriction }: Prepared, { actor }: Session): GivenForm =>
  restriction === undefined
    ? { readers: [actor, record.standing.worker ?? ''] }
    : { ring: restriction.ring, readers: [...restriction.readers] };

/** As the record asks it: a manager named for it, or a head of service. */
const mayChange = ({ readers }: Restriction, { actor, roles }: Session): boolean =>
  roles.includes('headOfService') || readers.includes(actor);

function restrictionWords({ ring, since, restrictedBy, reason, readers }: Restriction, members: readonly Member[]): string {
  const named = byId(members);
  const nameOf = (id: string): string => named.get(id)?.name ?? 'somebody who has left';
  return `Restricted as “${ring}” since ${formatInstant(since)} by ${nameOf(restrictedBy)}: ${reason}. Open to ${readers.map(nameOf).sort().join(', ')}.`;
}

function problemsWith(given: GivenForm, members: readonly Member[], isLifted: boolean): readonly Problem[] {
  const isNamed = several(given, 'readers').some((reader) => members.some(({ id }) => id === reader));
  return [
    ...(isLifted || one(given, 'ring') !== '' ? [] : [{ field: 'ring', message: 'Enter what those outside are told' }]),
    ...(isLifted || isNamed ? [] : [{ field: 'readers', message: 'Select who may open it' }]),
    ...(one(given, 'reason') !== '' ? [] : [{ field: 'reason', message: 'Enter the reason' }]),
  ];
}
