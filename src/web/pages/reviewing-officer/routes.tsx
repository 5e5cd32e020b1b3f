import type { FastifyInstance } from 'fastify';
import type { Role } from '../../../kernel/step/permission.ts';
import { caseloadOf, caseloadsOf, deskOf } from '../../../oversight/reviewing-officer/desk.ts';
import { askedOfLine, notIndependent } from '../../../oversight/reviewing-officer/independence.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { DeskPage, ServicePage } from './page.tsx';

/** Who reviews, and who answers for those who do. */
export const deskReaders: readonly Role[] = ['reviewingOfficer', 'headOfService'];

/** The desk of a reviewing officer: their children’s reviews in the order of their own limits. A head of service begins with all officers. */
export function addReviewingOfficer(server: FastifyInstance, parts: WebParts): void {
  server.get('/reviewing-officer', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, deskReaders);
    const asked = one(givenForm(request.query), 'officer');
    const isHead = holds(who, ['headOfService']);
    if (asked !== '' && asked !== who.session.actor && !isHead)
      throw new Refusal(403, 'The desk of another reviewing officer is open to them and to the head of service.');
    const known = asKnown({}, parts.now());
    const [children, members] = await Promise.all([
      parts.record.list(who.session, { lookedAfter: true, onPlan: true, runningOn: known.today }),
      parts.members.all(who.session),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const inLine = await parts.record.placesInLine(who.session, askedOfLine(children, known.today));
    const exceptions = notIndependent(children, inLine, known.today);
    const desk = deskOf(children, known, exceptions);
    const frame = frameOf(request, parts);
    const titles = new Map([
      ...parts.timescales.map(({ rule, title }): [string, string] => [rule, title]),
      ...parts.steps.map(({ name: step, title }): [string, string] => [step, title]),
    ]);
    const props = { frame, known, names, titles, exceptions };
    if (isHead && asked === '') {
      const officers = members.filter(({ roles }) => roles.includes('reviewingOfficer')).map(({ id }) => id);
      return sendPage(reply, <ServicePage {...props} desk={desk} caseloads={caseloadsOf(desk, officers, known)} />);
    }
    const officer = asked === '' ? who.session.actor : asked;
    const name = names.get(officer);
    if (name === undefined) throw new Refusal(404, 'There is no such member of staff.');
    const theirs = desk.filter((child) => child.officer === officer);
    const ofTheirs = new Set(theirs.map(({ person }) => person));
    const isOwn = officer === who.session.actor;
    return sendPage(
      reply,
      <DeskPage
        {...props}
        exceptions={exceptions.filter(({ person, member }) => ofTheirs.has(person) || member === officer)}
        children={theirs}
        caseload={caseloadOf(officer, theirs, known)}
        whose={isOwn ? undefined : name}
      />,
    );
  });
}
