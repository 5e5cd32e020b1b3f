import type { FastifyInstance, FastifyRequest } from 'fastify';
import { usualAssumptions } from '../../../oversight/simulation/assumptions.ts';
import { askedOf } from '../../../oversight/simulation/asking.ts';
import { fit } from '../../../oversight/simulation/fit.ts';
import { tooLittle } from '../../../oversight/simulation/plan.ts';
import { planningMay } from '../../../oversight/simulation/who-may.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { WhatIfPage } from './page.tsx';

/** What an address asks, without what only tells what is to be done with it. */
function questionIn(request: FastifyRequest) {
  const given = givenForm(request.query);
  const read = (name: string): string => one(given, name);
  const isGiven = read('given') === 'yes';
  const query = new URLSearchParams(
    Object.keys(given).flatMap((name) => (name === 'run' || read(name) === '' ? [] : [[name, read(name)]])),
  );
  return { ...askedOf(read, isGiven, usualAssumptions), isGiven, read, query: String(query), isToRun: read('run') === 'yes' };
}

/** What would be if: of the whole service, for those who answer for how it is staffed. It names no child and no worker. */
export function addWhatIf(server: FastifyInstance, parts: WebParts): void {
  server.get('/what-if', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, planningMay);
    const { asked, problems, isGiven, read, query, isToRun } = questionIn(request);
    const known = await parts.planning.known(who.session);
    const isAskable = problems.length === 0 && tooLittle(known) === undefined;
    if (isToRun && isAskable) {
      await parts.planning.begin(who.session, asked);
      return reply.redirect(`/what-if?${query}`, 303);
    }
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

  server.post('/what-if/cancel', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, planningMay);
    const { asked, problems, query } = questionIn(request);
    if (problems.length === 0) await parts.planning.cancel(who.session, asked);
    return reply.redirect(`/what-if?${query}`, 303);
  });
}
