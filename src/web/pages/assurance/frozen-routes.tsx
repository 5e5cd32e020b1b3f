import type { FastifyInstance, FastifyRequest } from 'fastify';
import { comparedWithRecord, reportToFreeze } from '../../../governance/assurance/freezing.ts';
import { assuranceMay } from '../../../governance/assurance/who-may.ts';
import { isDate } from '../../../kernel/calendar/dates.ts';
import { kindOfFormat } from '../../../outputs/make-file.ts';
import type { WholeFrozenReport } from '../../../record/frozen-reports.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { FrozenPage } from './frozen.tsx';
import { partsOf } from './parts-of.ts';

/** Reports that were signed: kept, shown, and compared with the record. */
export function addFrozenReports(server: FastifyInstance, parts: WebParts): void {
  const named = async (request: FastifyRequest): Promise<WholeFrozenReport> => {
    const who = signedIn(request);
    mustHold(who, assuranceMay);
    const id = parameter(request, 'report');
    const found = isId(id) ? await parts.assurance.frozen.one(who.session, id) : undefined;
    if (found === undefined) throw new Refusal(404, 'There is no such frozen report.');
    return found;
  };

  server.post('/assurance/frozen', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, assuranceMay);
    const given = givenForm(request.body);
    const [report, on, signedBy] = [one(given, 'report'), one(given, 'on'), one(given, 'signedBy').trim()];
    if (!isId(report) || !isDate(on)) throw new Refusal(400, 'Go back to the report, and freeze it there.');
    if (signedBy.length < 3 || signedBy.length > 200)
      throw new Refusal(400, 'Enter the name and post of whoever signs for the report, in 3 to 200 characters.');
    const letterhead = await parts.members.letterhead(who.session);
    const frozen = await reportToFreeze(partsOf(parts, who), who.session, { report, on, format: 'pdf', signedBy, letterhead }, parts.now());
    const outcome = await parts.assurance.frozen.add(who.session, frozen);
    if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
    return reply.redirect(`/assurance/frozen/${report}`, 303);
  });

  server.get('/assurance/frozen/:report', async (request, reply) => {
    const frozen = await named(request);
    const who = signedIn(request);
    const isAsked = one(givenForm(request.query), 'compare') === 'yes';
    const compared = isAsked ? await comparedWithRecord(partsOf(parts, who), who.session, frozen, parts.now()) : undefined;
    const member = (await parts.members.all(who.session)).find(({ id }) => id === frozen.frozenBy);
    const frozenBy = member?.name ?? 'somebody who has left';
    return sendPage(reply, <FrozenPage frame={frameOf(request, parts)} frozen={frozen} frozenBy={frozenBy} compared={compared} />);
  });

  server.get('/assurance/frozen/:report/file', async (request, reply) => {
    const { bytes, format, on } = await named(request);
    return reply
      .type(kindOfFormat[format])
      .header('content-disposition', `attachment; filename="assurance-${on}-frozen.${format}"`)
      .send(bytes);
  });
}
