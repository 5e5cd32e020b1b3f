import type { FastifyInstance } from 'fastify';
import { dayInEngland, formatDate, isDate } from '../../../kernel/calendar/dates.ts';
import { practitionersAndLeads } from '../../../kernel/step/permission.ts';
import { Layout } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { begunFile } from '../files/begun-file.ts';
import { addCompared } from '../workforce/compared-routes.tsx';
import { addWorkforce } from '../workforce/routes.tsx';
import { openedFile } from '../files/opened-file.ts';
import { followedBy, FollowedList } from './followed.tsx';
import { supervisionOf } from './model.ts';
import { SupervisionPage } from './page.tsx';

const agreementStep = 'staffSupervisionAgreement';

/** Whom I supervise, when the last was and when the next is due; to nobody but the manager and their own manager. */
export function addSupervision(server: FastifyInstance, parts: WebParts): void {
  addWorkforce(server, parts);
  addCompared(server, parts);

  server.get('/supervision', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitionersAndLeads);
    const model = await supervisionOf(parts, who.session, asKnown({}, parts.now()));
    return sendPage(reply, <SupervisionPage frame={frameOf(request, parts)} csrf={request.csrf} model={model} />);
  });

  /** Of the last six supervisions of a file: what was decided of each child, and what then happened on the record. */
  server.get('/supervision/:file/followed', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitionersAndLeads);
    const { history, standing } = await parts.record.read(await openedFile(request, parts, parameter(request, 'file')));
    if (standing.file?.kind !== 'staff') throw new Refusal(404, 'There is no such staff file.');
    const held = history.filter(({ step, answers }) => step === 'staffSupervision' && answers['held'] === true).slice(-6);
    const followed = await followedBy(parts, who.session, held, asKnown({}, parts.now()));
    return sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="What followed from supervision">
        <BackLink text={standing.name} href={`/files/${parameter(request, 'file')}`} />
        <h1 class="govuk-heading-l">What followed from supervision</h1>
        <p class="govuk-body">Computed from the children’s records, each of which was opened for this and says so in its log.</p>
        {held.toReversed().map(({ entry, happenedOn }) => (
          <section aria-label={`Supervision of ${formatDate(happenedOn)}`}>
            <h2 class="govuk-heading-m">Supervision of {formatDate(happenedOn)}</h2>
            <FollowedList children={followed.get(entry) ?? []} />
          </section>
        ))}
      </Layout>,
    );
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
