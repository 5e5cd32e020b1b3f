import type { FastifyInstance } from 'fastify';
import { isDate } from '../../../kernel/calendar/dates.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { WebParts } from '../../parts.ts';
import { givenForm, isId, one, parameter } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { addFilesOfKind } from '../files/kind-routes.tsx';
import { openedFile } from '../files/opened-file.ts';
import { addChronologies } from './chronology-routes.tsx';

/** Serious incidents and their reviews: for heads of service, and for those whom they name; the database decides who opens which. */
export function addCaseReviews(server: FastifyInstance, parts: WebParts): void {
  addFilesOfKind(server, parts, {
    path: '/case-reviews',
    kind: 'caseReview',
    step: 'seriousIncident',
    asks: ['learntOn', 'harm', 'abuse'],
    mayRead: practitioners,
    mayBegin: ['headOfService'],
    called: 'Review: ',
    words: {
      title: 'Serious incidents and reviews',
      intro:
        'The file of a review is opened by heads of service and by the people whom they name for it, and by nobody else. It is no child’s record.',
      none: 'There is no review that you may open.',
      one: 'Review',
      begin: {
        heading: 'A serious incident has come to notice',
        title: 'What the review is called',
        hint: 'Nobody’s name: “Child R”, or a letter and a year',
        button: 'Begin the file',
      },
    },
  });

  /** Who may open a file because they are named for it: of a review, a complaint or an allegation. The database says who names. */
  server.post('/files/:id/people', async (request, reply) => {
    mustHold(signedIn(request), ['headOfService', 'designatedOfficer']);
    const file = await openedFile(request, parts, parameter(request, 'id'));
    const given = givenForm(request.body);
    const [member, until] = [one(given, 'member'), one(given, 'until')];
    if (!isId(member)) throw new Refusal(400, 'Choose whom to name.');
    if (until !== '' && !isDate(until)) throw new Refusal(400, `"${until}" is not a day: write it as 2026-10-31.`);
    const who = { member, ...(isDate(until) ? { until } : {}), isOff: one(given, 'off') !== '' };
    const outcome = await parts.record.nameFor(signedIn(request).session, file.person, who);
    if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
    return reply.redirect(`/files/${file.person}#named`, 303);
  });

  addChronologies(server, parts);
}
