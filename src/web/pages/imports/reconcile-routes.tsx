import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland, isDate } from '../../../kernel/calendar/dates.ts';
import { collectionYears, isCollectionYear } from '../../../returns/rule/years.ts';
import { returnsMay } from '../../../returns/who-may.ts';
import type { Reconciliation, WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { isCsrf, mustHold, Refusal, signedIn } from '../../session.ts';
import { filesSent, mostBytes, sentForm } from './multipart.ts';
import { ReconcilePage, type ReconcileProblem } from './reconcile-page.tsx';

/** An extract has 48 tables, a return a dozen. */
const mostFiles = 80;

type Shown = {
  readonly year: string;
  readonly on: string;
  readonly found?: Reconciliation;
  readonly problems?: readonly ReconcileProblem[];
};

/** The files of a move-in beside the record, for whoever answers for returns: counts, what differs, and what of them nobody takes. They are not kept. */
export function addReconciling(server: FastifyInstance, parts: WebParts): void {
  const show = (request: FastifyRequest, reply: FastifyReply, shown: Shown) =>
    sendPage(
      reply,
      <ReconcilePage frame={frameOf(request, parts)} csrf={request.csrf} {...shown} />,
      (shown.problems ?? []).length === 0 ? 200 : 400,
    );

  server.get('/imports/reconcile', async (request, reply) => {
    mustHold(signedIn(request), returnsMay);
    return show(request, reply, { year: collectionYears.at(-1) ?? '', on: '' });
  });

  const options = { config: { csrfInHandler: true }, bodyLimit: mostBytes + 1024 * 1024 };
  server.post('/imports/reconcile', options, async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, returnsMay);
    const { fields, files } = await sentForm(request);
    if (!isCsrf(fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const sent = await filesSent(files, mostFiles);
    const today = dayInEngland(parts.now());
    const given = { year: fields.get('year') ?? '', on: (fields.get('on') ?? '').trim() };
    const on = given.on || today;
    const isDay = isDate(on) && on <= today;
    const problems: readonly ReconcileProblem[] = [
      ...(isCollectionYear(given.year) ? [] : [{ field: 'year', message: 'Choose a year of which there are rules' } as const]),
      ...(isDay
        ? []
        : [
            {
              field: 'on',
              message: `"${given.on.slice(0, 40)}" is no day that has come: choose one, or leave it empty for today`,
            } as const,
          ]),
      ...(sent.length === 0
        ? [{ field: 'files', message: 'Select the files of an extract, a census or a looked-after return' } as const]
        : []),
    ];
    if (problems.length > 0 || !isDay || !isCollectionYear(given.year)) return show(request, reply, { ...given, problems });
    return show(request, reply, { ...given, found: await parts.returns.reconcile(who.session, sent, { year: given.year, on }) });
  });
}
