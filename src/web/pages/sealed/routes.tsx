import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { rememberOpened } from '../child/opening.ts';
import { SealedPage } from './officers-page.tsx';
import { addSealing } from './seal-routes.tsx';

/** Sealed records: who opens them, and the act by which one is opened. Who may is decided by the database. */
export function addSealed(server: FastifyInstance, parts: WebParts): void {
  addSealing(server, parts);

  const show = async (request: FastifyRequest, reply: FastifyReply, given: GivenForm, problems: readonly Problem[]) => {
    const who = signedIn(request);
    const [officers, members] = await Promise.all([parts.record.sealOfficers(who.session), parts.members.all(who.session)]);
    return sendPage(
      reply,
      <SealedPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        officers={officers}
        members={members.filter(({ roles }) => roles.some((role) => practitioners.some((of) => of === role)))}
        mayName={holds(who, ['headOfService'])}
        isOfficer={officers.some(({ member }) => member === who.session.actor)}
        given={given}
        problems={problems}
      />,
    );
  };

  server.get('/sealed', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    return show(request, reply, {}, []);
  });

  server.post('/sealed/officers', async (request, reply) => {
    mustHold(signedIn(request), ['headOfService']);
    const given = givenForm(request.body);
    const member = one(given, 'member');
    if (!isId(member)) throw new Refusal(400, 'Choose whom to name.');
    const outcome = await parts.record.nameSealOfficer(signedIn(request).session, member, one(given, 'off') !== '');
    if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
    return reply.redirect('/sealed#officers', 303);
  });

  server.post('/sealed/open', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    const given = givenForm(request.body);
    const problems = await openedOr(request, parts, one(given, 'asked').trim(), one(given, 'reason').trim());
    return typeof problems === 'string' ? reply.redirect(`/children/${problems}`, 303) : show(request, reply, given, problems);
  });
}

/** @returns the record that is open now, or what is to be put right */
async function openedOr(request: FastifyRequest, parts: WebParts, asked: string, reason: string): Promise<string | readonly Problem[]> {
  const { session } = signedIn(request);
  if (asked === '') return [{ field: 'asked', message: 'Enter the number or the whole name of the record' }];
  if (reason.length < 5) return [{ field: 'reason', message: 'Enter why you must open it' }];
  const found = await parts.record.findSealed(session, asked);
  if ('kind' in found) return [{ message: `${found.message}.` }];
  const [one_, ...others] = found;
  if (one_ === undefined) return [{ field: 'asked', message: `No sealed record has "${asked}" as its number or its whole name` }];
  if (others.length > 0) return [{ field: 'asked', message: `${found.length} sealed records have this name: enter the number of the one` }];
  const opening = await parts.record.openSealed(session, one_.person, reason);
  if (opening.kind === 'refused') return [{ message: `${opening.message}.` }];
  rememberOpened(request, parts, one_.person, reason, opening);
  return one_.person;
}
