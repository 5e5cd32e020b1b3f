import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { measuresMay } from '../../../oversight/measures/who-may.ts';
import { rowsOf } from '../../../oversight/virtual-school/virtual-school.ts';
import { askedDay } from '../../asked-day.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, parameter, sendPage } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { SchoolYearPage, VirtualSchoolPage } from './page.tsx';

/** The virtual school of the whole service, for whoever answers for it or counts for it; children by name as far as each record is open. */
export function addVirtualSchool(server: FastifyInstance, parts: WebParts): void {
  server.get('/virtual-school', async (request, reply) => {
    mustHold(signedIn(request), measuresMay);
    const { on, problem } = askedDay(request, dayInEngland(parts.now()));
    const { pupils } = await parts.measures.found(signedIn(request).session, on);
    return sendPage(reply, <VirtualSchoolPage frame={frameOf(request, parts)} on={on} problem={problem} rows={rowsOf(pupils)} />);
  });

  server.get('/virtual-school/:year', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, measuresMay);
    const { on, problem } = askedDay(request, dayInEngland(parts.now()));
    const given = parameter(request, 'year');
    if (!/^(-1|\d|1[0-3])$/.test(given)) throw new Refusal(404, 'There is no such school year.');
    const found = await parts.measures.found(who.session, on);
    const pupils = found.pupils.filter(({ year }) => year === Number(given));
    const people = pupils.map(({ person }) => person);
    const listed =
      people.length === 0 ? [] : await parts.record.list(who.session, { people, purpose: 'a school year of the virtual school' });
    const names = new Map(listed.map(({ person, standing }) => [person, standing.name]));
    return sendPage(
      reply,
      <SchoolYearPage
        frame={frameOf(request, parts)}
        on={on}
        problem={problem}
        year={Number(given)}
        pupils={pupils.map((pupil) => ({ ...pupil, name: names.get(pupil.person) }))}
      />,
    );
  });
}
