import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { dayInEngland, isDate } from '../../../kernel/calendar/dates.ts';
import { zip } from '../../../outputs/zip.ts';
import { isReturnOfADay } from '../../../returns/of-a-day.ts';
import { returnsMay } from '../../../returns/who-may.ts';
import { csvOf } from '../../export/sheet.ts';
import type { WebParts } from '../../parts.ts';
import { givenForm, one } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';

/** What the record says on a day that has come, as known then or since: a CSV file for each table. */
export function addDayTables(server: FastifyInstance, parts: WebParts): void {
  server.get('/returns/of-a-day/file', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), returnsMay);
    const given = givenForm(request.query);
    const [of, today] = [one(given, 'return'), dayInEngland(parts.now())];
    if (!isReturnOfADay(of)) throw new Refusal(404, 'There is no such return of a day. Choose one on the page of returns.');
    const on = one(given, 'on') || today;
    if (!isDate(on) || on > today) throw new Refusal(400, 'It is of a day that has come: choose today or an earlier day.');
    const { instant, problem } = asKnown({ known: one(given, 'known') ?? '' }, parts.now());
    if (problem !== undefined) throw new Refusal(400, problem);
    const changes = asKnown({ known: one(given, 'since') ?? '' }, parts.now());
    if (changes.problem !== undefined) throw new Refusal(400, changes.problem);
    if (changes.instant !== undefined && of !== 'cp-is')
      throw new Refusal(400, 'Changes since a day are told by CP-IS alone: leave that day empty.');
    const tables = await parts.returns.ofADay(session, of, { on, knownAt: instant, since: changes.instant });
    const files = tables.flatMap(({ name, heads, rows, message }) => [
      { name: `${name}.csv`, text: csvOf({ name, heads, rows: [rows] }) },
      ...(message === undefined ? [] : [{ name: `${of}.xml`, text: message }]),
    ]);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${of}-${on}.zip"`)
      .send(Readable.from(zip(files)));
  });
}
