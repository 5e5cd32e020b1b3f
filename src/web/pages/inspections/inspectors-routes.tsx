import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDate } from '../../../kernel/calendar/dates.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { nameWords } from '../family/people-linked.ts';
import { InspectorsPage, OwnInspectionPage } from './inspectors-page.tsx';

type Again = { readonly member: string; readonly from: string; readonly to: string; readonly problem: string };

/** When inspectors are let in, and what they have opened: for heads of service; to an inspector, their own. */
export function addInspectors(server: FastifyInstance, parts: WebParts): void {
  server.get('/inspections/inspectors', async (request, reply) => {
    mustHold(signedIn(request), ['headOfService', 'inspector']);
    return show(request, reply, parts);
  });

  server.post('/inspections/inspectors', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, ['headOfService']);
    const given = givenForm(request.body);
    const [member, from, to] = [one(given, 'member'), one(given, 'from'), one(given, 'to')];
    if (!isId(member)) throw new Refusal(400, 'Choose an inspector.');
    const isOver = one(given, 'over') !== '';
    const weeks = isDate(from) && isDate(to) ? { from, to } : undefined;
    if (!isOver && weeks === undefined)
      return show(request, reply, parts, { member, from, to, problem: 'Enter the first and the last day' });
    const outcome = await parts.record.letInspect(who.session, member, isOver ? undefined : weeks);
    return outcome.kind === 'refused'
      ? show(request, reply, parts, { member, from, to, problem: outcome.message })
      : reply.redirect('/inspections/inspectors', 303);
  });
}

async function show(request: FastifyRequest, reply: FastifyReply, parts: WebParts, again?: Again): Promise<FastifyReply> {
  const who = signedIn(request);
  const told = await parts.record.inspectors(who.session);
  const named = await parts.record.named(who.session, [...new Set(told.opened.map(({ person }) => person))]);
  const names = new Map([...named.values()].map((child) => [child.person, nameWords(child)]));
  const Page = holds(who, ['inspector']) ? OwnInspectionPage : InspectorsPage;
  const shown = { frame: frameOf(request, parts), csrf: request.csrf, ...told, names, ...(again === undefined ? {} : { again }) };
  return sendPage(reply, <Page {...shown} />, again === undefined ? 200 : 400);
}
