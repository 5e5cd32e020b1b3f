import type { FastifyInstance } from 'fastify';
import { noTeamMay } from '../../../oversight/workforce/who-may.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { holds, mustHold, signedIn } from '../../session.ts';
import { readNames } from '../board/reading.ts';
import { whoHas } from '../board/row.ts';
import { addDeciding } from './decide-routes.tsx';
import { addHandover } from './handover-routes.tsx';
import { beginners } from './new-child.ts';
import { addNewContact } from './new-routes.tsx';
import { addNotifications } from './notifications-routes.tsx';
import { queueOf } from './queue.ts';
import { QueuePage } from './queue-page.tsx';

/** Where everything arrives: what waits, new people, notifications by the dozen, and the night's handover. */
export function addFrontDoor(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  server.get('/front-door', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitioners);
    const known = asKnown({}, parts.now());
    const [waiting, names] = await Promise.all([parts.record.frontDoor(who.session, known.today), readNames(parts, who.session)]);
    return sendPage(
      reply,
      <QueuePage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        rows={queueOf(waiting)}
        known={known}
        nameOf={(row) => whoHas(names, row)}
        mayDecide={holds(who, ['teamManager', 'dutyWorker', 'socialWorker'])}
        mayReadNoTeam={holds(who, noTeamMay)}
        mayBegin={holds(who, beginners)}
        recorded={one(givenForm(request.query), 'recorded') !== ''}
      />,
    );
  });
  addDeciding(server, parts);
  addHandover(server, parts);
  addNewContact(server, parts, memory);
  addNotifications(server, parts);
}
