import type { FastifyInstance } from 'fastify';
import { practitioners, type Role } from '../../../kernel/step/permission.ts';
import { placedByArea, stabilityOf } from '../../../oversight/care-pictures/placed.ts';
import { attendanceOf, questionnairesOf } from '../../../oversight/care-pictures/scores.ts';
import { timelineOf } from '../../../oversight/care-pictures/timeline.ts';
import { areasOfTeams } from '../../areas-of-teams.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { holds, mustHold, signedIn } from '../../session.ts';
import { mustBeOpen } from '../child/opening.ts';
import { ChildPicturesPage } from './child-page.tsx';
import { ServicePicturesPage } from './where-children-live.tsx';

/** Who plans where children live: of the children whom their lists show. */
export const picturesMay: readonly Role[] = [...practitioners, 'performanceAnalyst'];

/** A child’s time in care, and the service’s, as pictures with their tables; as known at any instant. */
export function addCarePictures(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id/pictures', async (request, reply) => {
    const opened = await mustBeOpen(request, parts);
    const known = asKnown(givenForm(request.query), parts.now());
    const { person, standing, history } = await parts.record.read(opened, known.instant);
    return sendPage(
      reply,
      <ChildPicturesPage
        frame={frameOf(request, parts)}
        known={known}
        child={{
          person,
          name: standing.name,
          timeline: timelineOf(history, known.today),
          scores: questionnairesOf(history),
          attendance: attendanceOf(history),
        }}
      />,
    );
  });

  server.get('/care-pictures', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, picturesMay);
    const known = asKnown(givenForm(request.query), parts.now());
    const [children, areaOf] = await Promise.all([
      parts.record.list(who.session, {
        lookedAfter: true,
        runningOn: known.today,
        ...(known.instant === undefined ? {} : { knownAt: known.instant }),
      }),
      areasOfTeams(parts, who),
    ]);
    return sendPage(
      reply,
      <ServicePicturesPage
        frame={frameOf(request, parts)}
        known={known}
        mayOpen={holds(who, practitioners)}
        placed={placedByArea(children, (team = '') => areaOf.get(team) ?? 'No team')}
        stability={stabilityOf(children, known.today)}
      />,
    );
  });
}
