import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { unsealReasons, type UnsealReason } from '../../../record/seals.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { rememberOpened } from '../child/opening.ts';
import { SealedPage } from './officers-page.tsx';
import { addSealing } from './seal-routes.tsx';

/** Sealed records: who opens them, and the act by which one is opened. Who may is decided by the database. */
export function addSealed(server: FastifyInstance, parts: WebParts): void {
  addSealing(server, parts);

  const show = async (request: FastifyRequest, reply: FastifyReply, given: GivenForm, problems: readonly Problem[]) => {
    const who = signedIn(request);
    const [officers, members, waiting] = await Promise.all([
      parts.record.sealOfficers(who.session),
      parts.members.all(who.session),
      parts.record.unsealsWaiting(who.session),
    ]);
    return sendPage(
      reply,
      <SealedPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        officers={officers}
        members={members.filter(({ roles }) => roles.some((role) => practitioners.some((of) => of === role)))}
        mayName={holds(who, ['headOfService'])}
        isOfficer={officers.some(({ member }) => member === who.session.actor)}
        waiting={waiting}
        reader={who.session.actor}
        given={given}
        problems={problems}
      />,
      problems.length > 0 ? 400 : 200,
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

  addLifting(server, parts, show);
}

type Show = (request: FastifyRequest, reply: FastifyReply, given: GivenForm, problems: readonly Problem[]) => Promise<FastifyReply>;

/** A seal that is wrong: asked for by one officer, confirmed by another. */
function addLifting(server: FastifyInstance, parts: WebParts, show: Show): void {
  server.post('/sealed/lift', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    const given = givenForm(request.body);
    const problems = await askedOr(request, parts, given);
    return problems.length === 0 ? reply.redirect('/sealed#lift', 303) : show(request, reply, given, problems);
  });

  server.post('/sealed/lift/confirm', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    const given = givenForm(request.body);
    const person = one(given, 'person');
    if (!isId(person)) throw new Refusal(400, 'Choose which seal.');
    const outcome = await parts.record.confirmUnseal(signedIn(request).session, person, one(given, 'does') === 'confirm');
    if (outcome.kind === 'refused') return show(request, reply, {}, [{ message: `${outcome.message}.` }]);
    return reply.redirect('/sealed#lift', 303);
  });
}

/** Asks that a seal be lifted. @returns what is to be put right */
async function askedOr(request: FastifyRequest, parts: WebParts, given: GivenForm): Promise<readonly Problem[]> {
  const { session } = signedIn(request);
  const [asked, why, reason] = [one(given, 'liftOf').trim(), one(given, 'why'), one(given, 'because').trim()];
  const wrong: Problem[] = [
    ...(asked === '' ? [{ field: 'liftOf', message: 'Enter the number or the whole name of the record' }] : []),
    ...(isReason(why) ? [] : [{ field: 'why', message: 'Choose why the seal is wrong' }]),
    ...(reason.length < 5 ? [{ field: 'because', message: 'Enter how it was found, and what the order says' }] : []),
  ];
  if (wrong.length > 0 || !isReason(why)) return wrong;
  const found = await parts.record.findSealed(session, asked);
  if ('kind' in found) return [{ message: `${found.message}.` }];
  const [one_, ...others] = found;
  if (one_ === undefined || others.length > 0)
    return [
      {
        field: 'liftOf',
        message: `${found.length} sealed records have "${asked}" as their number or whole name: enter the number of the one`,
      },
    ];
  const outcome = await parts.record.askUnseal(session, one_.person, { why, reason });
  return outcome.kind === 'refused' ? [{ message: `${outcome.message}.` }] : [];
}

const isReason = (word: string): word is UnsealReason => Object.hasOwn(unsealReasons, word);

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
