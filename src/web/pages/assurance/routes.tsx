import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addDays, dayInEngland, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { documentOf } from '../../../governance/assurance/document.ts';
import { makeReport } from '../../../governance/assurance/making.ts';
import type { AssuranceReport } from '../../../governance/assurance/report.ts';
import { assuranceMay } from '../../../governance/assurance/who-may.ts';
import { isFormat, makeFile } from '../../../outputs/make-file.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { AssurancePage } from './page.tsx';
import { partsOf } from './parts-of.ts';

type Asked = { readonly on: LocalDate; readonly problem?: string };

/** A day that has come: unless one is named, the last that is over, of which every report is the same. */
function askedDay(request: FastifyRequest, today: LocalDate): Asked {
  const given = one(givenForm(request.query), 'on').trim();
  const over = addDays(today, -1);
  if (given === '') return { on: over };
  if (!isDate(given)) return { on: over, problem: `"${given}" is not a day. Write it as 2026-10-31` };
  return given > today ? { on: over, problem: 'A report is of today or of a day before it' } : { on: given };
}

/** The assurance report: of the whole service, of any day, for those who answer for it. It names no child. */
export function addAssurance(server: FastifyInstance, parts: WebParts): void {
  const reportFor = async (request: FastifyRequest): Promise<Asked & { readonly report: AssuranceReport }> => {
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
