import type { FastifyInstance } from 'fastify';
import { dayInEngland, isDate } from '../../../kernel/calendar/dates.ts';
import { practitionersAndLeads } from '../../../kernel/step/permission.ts';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { begunFile } from '../files/begun-file.ts';
import { supervisionOf } from './model.ts';
import { SupervisionPage } from './page.tsx';

const agreementStep = 'staffSupervisionAgreement';

/** Whom I supervise, when the last was and when the next is due; to nobody but the manager and their own manager. */
export function addSupervision(server: FastifyInstance, parts: WebParts): void {
  server.get('/supervision', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitionersAndLeads);
    const model = await supervisionOf(parts, who.session, asKnown({}, parts.now()));
    return sendPage(reply, <SupervisionPage frame={frameOf(request, parts)} csrf={request.csrf} model={model} />);
  });

  /** The file of a member of staff begins with the agreement. */
  server.post('/supervision/:member/begin', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), ['teamManager', 'headOfService']);
    const member = parameter(request, 'member');
    const step = parts.steps.find(({ name }) => name === agreementStep);
    const colleague = (await parts.members.all(session)).find(({ id }) => id === member);
    if (step === undefined || !isId(member) || colleague === undefined) throw new Refusal(404, 'There is no such member of staff.');
    const given = givenForm(request.body);
    const today = dayInEngland(parts.now());
    const since = one(given, 'startedInPostOn');
    const asked = { startedOn: today, grade: one(given, 'grade'), ...(isDate(since) ? { startedInPostOn: since } : {}) };
    const form = Object.fromEntries(Object.entries(asked).map(([name, value]) => [`${sharedPrefix}.${name}`, value]));
    const { answers, problems } = understandForm(step, form, []);
    if (problems[0] !== undefined) throw new Refusal(400, `${problems[0].message}.`);
    const file = { file: crypto.randomUUID(), kind: 'staff', title: `Staff file of ${colleague.name}`, subject: member } as const;
    const begun = await begunFile(request, parts, file, step, answers.shared);
    return reply.redirect(`/files/${begun}`, 303);
  });
}
