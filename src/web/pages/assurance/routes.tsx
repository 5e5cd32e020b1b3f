import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { documentOf } from '../../../governance/assurance/document.ts';
import { makeReport } from '../../../governance/assurance/making.ts';
import type { AssuranceReport } from '../../../governance/assurance/report.ts';
import { assuranceMay } from '../../../governance/assurance/who-may.ts';
import { isFormat, makeFile } from '../../../outputs/make-file.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { askedDay, type AskedDay } from '../../asked-day.ts';
import { mustHold, signedIn } from '../../session.ts';
import { addFrozenReports } from './frozen-routes.tsx';
import { AssurancePage } from './page.tsx';
import { partsOf } from './parts-of.ts';

/** The assurance report: of the whole service, of any day, for those who answer for it. It names no child. */
export function addAssurance(server: FastifyInstance, parts: WebParts): void {
  addFrozenReports(server, parts);
  const reportFor = async (request: FastifyRequest): Promise<AskedDay & { readonly report: AssuranceReport }> => {
    const who = signedIn(request);
    mustHold(who, assuranceMay);
    const now = parts.now();
    const asked = askedDay(request, dayInEngland(now));
    return {
      ...asked,
      report: await makeReport(partsOf(parts, who), who.session, asked.on, now),
    };
  };

  server.get('/assurance', async (request, reply) => {
    const { report, problem } = await reportFor(request);
    const { session } = signedIn(request);
    const [frozen, members] = await Promise.all([parts.assurance.frozen.all(session), parts.members.all(session)]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const kept = { frozen, names, csrf: request.csrf, isOver: report.on < dayInEngland(parts.now()) };
    return sendPage(reply, <AssurancePage frame={frameOf(request, parts)} report={report} problem={problem} kept={kept} />);
  });

  server.get('/assurance/file', async (request, reply) => {
    const { report } = await reportFor(request);
    const format = one(givenForm(request.query), 'format');
    const letterhead = { authority: report.authority, lines: await parts.members.letterhead(signedIn(request).session) };
    const { bytes, kind, name } = await makeFile(documentOf(report, letterhead), isFormat(format) ? format : 'pdf');
    return reply.type(kind).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
  });
}
