import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { zip } from '../../../outputs/zip.ts';
import { returnsMay } from '../../../returns/who-may.ts';
import { isCollectionYear } from '../../../returns/rule/years.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { addAnnex } from './annex-routes.tsx';
import { addDayTables } from './day-tables.tsx';
import { ReturnsPage } from './page.tsx';
import { addPreparedReturns } from './prepared-routes.tsx';

/** Statutory returns, for those who answer for them. The database asks again who they are, and logs what was built. */
export function addReturns(server: FastifyInstance, parts: WebParts): void {
  server.get('/returns', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, returnsMay);
    const asked = one(givenForm(request.query), 'team');
    const { session } = who;
    const [open, teams, prepared, feed] = await Promise.all([
      parts.returns.open(session),
      parts.members.teams(session),
      parts.returns.prepared.all(session),
      parts.returns.feed(session),
    ]);
    const team = isId(asked) ? asked : undefined;
    const today = dayInEngland(parts.now());
    const frame = frameOf(request, parts);
    return sendPage(reply, <ReturnsPage {...{ frame, csrf: request.csrf, teams, team, open, prepared, feed, today }} />);
  });

  addPreparedReturns(server, parts);
  addAnnex(server, parts);
  addDayTables(server, parts);
  addFile(server, parts);
}

function addFile(server: FastifyInstance, parts: WebParts): void {
  server.get('/returns/file', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), returnsMay);
    const given = givenForm(request.query);
    const year = one(given, 'year') ?? '';
    if (!isCollectionYear(year)) throw new Refusal(404, 'There is no return of that year. Choose one on the page of returns.');
    const { instant, problem } = asKnown({ known: one(given, 'known') ?? '' }, parts.now());
    if (problem !== undefined) throw new Refusal(400, problem);
    const named = (name: string) => reply.header('content-disposition', `attachment; filename="${name}"`);
    if (one(given, 'return') === 'ssda903') {
      const files = await parts.returns.lookedAfter(session, year, instant);
      named(`children-looked-after-${year}.zip`);
      return reply
        .type('application/zip')
        .send(Readable.from(zip(files.map(({ name, lines }) => ({ name, text: `${lines.join('\n')}\n` })))));
    }
    const of = one(given, 'return') === 'ssda903-xml' ? 'looked-after' : 'in-need';
    const xml = of === 'in-need' ? parts.returns.census : parts.returns.lookedAfterXml;
    named(`children-${of}-${year}.xml`);
    return reply.type('application/xml; charset=utf-8').send(Readable.from(xml(session, year, instant)));
  });
}
