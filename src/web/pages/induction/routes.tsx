import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { practitionersAndLeads } from '../../../kernel/step/permission.ts';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { begunFile } from '../files/begun-file.ts';
import { inductionsOf, standardFor } from './model.ts';
import { InductionsPage } from './page.tsx';

/** The newly qualified: what they were promised, whether it is kept, and who needs help. */
export function addInductions(server: FastifyInstance, parts: WebParts): void {
  const titles = new Map(parts.timescales.map(({ rule, title }) => [rule, title]));

  server.get('/induction', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitionersAndLeads);
    const model = await inductionsOf(parts, who.session, asKnown({}, parts.now()));
    return sendPage(
      reply,
      <InductionsPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        model={model}
        titleOf={(rule) => titles.get(rule) ?? rule}
        isOverAll={holds(who, ['headOfService'])}
      />,
    );
  });

  /** The file of an induction begins with what is promised, by the manager. */
  server.post('/induction', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), ['teamManager', 'headOfService']);
    const given = givenForm(request.body);
    const step = parts.steps.find(({ name }) => name === 'inductionProgramme');
    const member = one(given, 'member');
    const colleague = (await parts.members.all(session)).find(({ id }) => id === member);
    if (step === undefined || !isId(member) || colleague === undefined) throw new Refusal(404, 'There is no such member of staff.');
    const { laterObservations } = await standardFor(parts, session, dayInEngland(parts.now()));
    const promised = { ...given, laterObservations: String(laterObservations) };
    const asked = ['startedOn', 'scheme', 'mentor', 'laterObservations'].map((name) => [`${sharedPrefix}.${name}`, one(promised, name)]);
    const { answers, problems } = understandForm(step, Object.fromEntries(asked), []);
    const refused = problems[0] ?? step.decide([], answers.shared as never, dayInEngland(parts.now()))[0];
    if (refused !== undefined) throw new Refusal(400, `${refused.message}.`);
    const running = (await parts.record.inductions(session)).find((known) => known.member === member);
    if (running !== undefined) return reply.redirect(`/files/${running.file}`, 303);
    const file = { file: crypto.randomUUID(), kind: 'induction', title: `Induction of ${colleague.name}`, subject: member } as const;
    return reply.redirect(`/files/${await begunFile(request, parts, file, step, answers.shared)}`, 303);
  });
}
