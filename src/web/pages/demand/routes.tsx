import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { isArrivalKind, kindsOfArrival, type ArrivalKind } from '../../../oversight/demand/arrivals.ts';
import { demandOf, type Demand } from '../../../oversight/demand/demand.ts';
import { demandHeads, demandRows } from '../../../oversight/demand/table.ts';
import { measuresMay } from '../../../oversight/measures/who-may.ts';
import { askedDay, type AskedDay } from '../../asked-day.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, parameter, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { areasOfTeams } from '../../areas-of-teams.ts';
import { sendSheet } from '../../export/send-sheet.ts';
import { DemandPage } from './page.tsx';

type Asked = AskedDay & { readonly kind: ArrivalKind; readonly of: (kind: ArrivalKind) => Demand };

/** What arrives week by week: told from noise, from season and from holidays. */
export function addDemand(server: FastifyInstance, parts: WebParts): void {
  const asked = async (request: FastifyRequest): Promise<Asked> => {
    const who = signedIn(request);
    mustHold(who, measuresMay);
    const day = askedDay(request, dayInEngland(parts.now()));
    const given = one(givenForm(request.query), 'kind');
    const [{ arrivals }, areaOf] = await Promise.all([parts.measures.found(who.session, day.on), areasOfTeams(parts, who)]);
    return { ...day, kind: isArrivalKind(given) ? given : 'referral', of: (kind) => demandOf(arrivals, kind, day.on, areaOf) };
  };

  server.get('/demand', async (request, reply) => {
    const { on, problem, kind, of } = await asked(request);
    const all = kindsOfArrival.map(of);
    return sendPage(reply, <DemandPage {...{ frame: frameOf(request, parts), on, problem, kind, all }} />);
  });

  server.get('/demand/file/:as', async (request, reply) => {
    const { on, of } = await asked(request);
    async function* rows() {
      for (const kind of kindsOfArrival) yield demandRows(of(kind));
    }
    return sendSheet(reply, parameter(request, 'as'), `demand-${on}`, { name: `Demand ${on}`, heads: demandHeads, rows: rows() });
  });
}
