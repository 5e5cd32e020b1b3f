import type { FastifyInstance } from 'fastify';
import { addMonths, dayInEngland, isDate } from '../../../kernel/calendar/dates.ts';
import { asOptions, labels } from '../../by-id.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { DataProtectionPage } from './page.tsx';

/** What a data protection officer watches: numbers, dates and who did it; nobody’s record. */
export function addDataProtection(server: FastifyInstance, parts: WebParts): void {
  server.get('/data-protection', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, ['dataProtectionOfficer']);
    const today = dayInEngland(parts.now());
    const given = one(givenForm(request.query), 'from');
    const from = isDate(given) && given <= today ? given : addMonths(today, -12);
    const [watched, members] = await Promise.all([parts.record.dataProtection(who.session, from, today), parts.members.all(who.session)]);
    const names = labels(asOptions(members));
    const nameOf = (member: string | null): string => (member === null ? '' : (names.get(member) ?? 'Somebody who has left'));
    return sendPage(
      reply,
      <DataProtectionPage frame={frameOf(request, parts)} watched={watched} from={from} today={today} nameOf={nameOf} />,
    );
  });
}
