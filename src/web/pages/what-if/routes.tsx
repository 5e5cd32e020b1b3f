import type { FastifyInstance } from 'fastify';
import { usualAssumptions } from '../../../oversight/simulation/assumptions.ts';
import { askedOf } from '../../../oversight/simulation/asking.ts';
import { fit } from '../../../oversight/simulation/fit.ts';
import { tooLittle } from '../../../oversight/simulation/plan.ts';
import { planningMay } from '../../../oversight/simulation/who-may.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { WhatIfPage } from './page.tsx';

/** What is asked, in a form or in an address; and as an address has it. */
function questionIn(sent: unknown) {
  const given = givenForm(sent);
  const read = (name: string): string => one(given, name);
  const isGiven = read('given') === 'yes';
  const query = new URLSearchParams(
    Object.keys(given).flatMap((name) => (name === '_csrf' || read(name) === '' ? [] : [[name, read(name)]])),
  );
  return { ...askedOf(read, isGiven, usualAssumptions), isGiven, read, query: String(query) };
}

/** What would be if: of the whole service, for those who answer for how it is staffed. It names no child and no worker. */
export function addWhatIf(server: FastifyInstance, parts: WebParts): void {
  server.get('/what-if', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, planningMay);
    const { asked, problems, isGiven, read, query } = questionIn(request.query);
    const known = await parts.planning.known(who.session);
    const isAskable = problems.length === 0 && tooLittle(known) === undefined;
    return sendPage(
      reply,
      <WhatIfPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        shown={{ asked, problems, typed: (name) => (isGiven ? read(name) : undefined) }}
        fitted={fit(known.now, known.until)}
        tooLittle={tooLittle(known)}
        job={isAskable ? await parts.planning.look(who.session, asked) : undefined}
        query={query}
      />,
    );
  });

  server.post('/what-if', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, planningMay);
    const { asked, problems, query } = questionIn(request.body);
    if (problems.length === 0 && tooLittle(await parts.planning.known(who.session)) === undefined)
      await parts.planning.begin(who.session, asked);
    return reply.redirect(`/what-if?${query}`, 303);
  });

  server.post('/what-if/cancel', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, planningMay);
    const { asked, problems, query } = questionIn(request.query);
    if (problems.length === 0) await parts.planning.cancel(who.session, asked);
    return reply.redirect(`/what-if?${query}`, 303);
  });
}
