import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addMonths, dayInEngland, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { YearAsked } from '../../../governance/safeguarding-board/of-year.ts';
import { yearlyDocument } from '../../../governance/safeguarding-board/yearly-report.ts';
import { isFormat, makeFile } from '../../../outputs/make-file.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, parameter, sendPage } from '../../request.ts';
import { Refusal, signedIn } from '../../session.ts';
import { openedFile } from '../files/opened-file.ts';
import { bodiesBelow, readBodies } from './below.ts';
import { ReportPage } from './report-page.tsx';

/** The years that ended in March, the last first: back to the first of which anything is on record. */
function yearsOf(first: LocalDate, today: LocalDate): readonly LocalDate[] {
  const last = `${Number(today.slice(0, 4)) - (today.slice(5) > '03-31' ? 0 : 1)}-03-31`;
  if (!isDate(last)) return [];
  return Array.from({ length: 30 }, (_, n) => addMonths(last, -12 * n)).filter((end, n) => n === 0 || end >= first);
}

/** The yearly report of a body, for whoever may open it: assembled from its record whenever it is asked for. */
export function addYearlyReport(server: FastifyInstance, parts: WebParts): void {
  const askedOf = async (request: FastifyRequest): Promise<YearAsked & { readonly years: readonly LocalDate[] }> => {
    const { session } = signedIn(request);
    const opened = await openedFile(request, parts, parameter(request, 'id'));
    const { history, clocks, standing } = await parts.record.read(opened);
    if (standing.file?.kind !== 'body') throw new Refusal(404, 'There is no such body, or it is not yours to open.');
    const below = await readBodies(parts, session, bodiesBelow(opened.person, await parts.record.files(session, 'body')));
    const today = dayInEngland(parts.now());
    const years = yearsOf(history[0]?.happenedOn ?? today, today);
    const until = years.find((end) => end.startsWith(one(givenForm(request.query), 'year') || end.slice(0, 4))) ?? years[0] ?? today;
    return {
      body: { title: standing.name, history, clocks },
      below: below.map(({ body, history: of }) => ({ title: body.title, history: of })),
      until,
      years,
    };
  };

  server.get('/safeguarding-board/:id/report', async (request, reply) => {
    const { years, ...asked } = await askedOf(request);
    const at = `/safeguarding-board/${parameter(request, 'id').toLowerCase()}/report`;
    return sendPage(reply, <ReportPage frame={frameOf(request, parts)} asked={asked} at={at} years={years.slice(0, 12)} />);
  });

  server.get('/safeguarding-board/:id/report/file', async (request, reply) => {
    const asked = await askedOf(request);
    const who = signedIn(request);
    const letterhead = { authority: who.authorityName ?? parts.authorityName, lines: await parts.members.letterhead(who.session) };
    const format = one(givenForm(request.query), 'format');
    const { bytes, kind, name } = await makeFile(
      yearlyDocument(asked, letterhead, parts.now().toISOString()),
      isFormat(format) ? format : 'pdf',
    );
    return reply.type(kind).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
  });
}
