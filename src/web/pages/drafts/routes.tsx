import type { FastifyInstance, FastifyRequest } from 'fastify';
import { practitionersAndLeads } from '../../../kernel/step/permission.ts';
import { Layout } from '../../components/layout.tsx';
import { NotificationBanner } from '../../components/notices.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { personOf } from '../child/opening.ts';
import { typedIn } from '../record-step/measuring.ts';
import { draftIn } from './draft-of-form.ts';
import { DraftTable, ThrownAway } from './lists.tsx';

/** What somebody has begun to write, and the place to which an open form saves itself. */
export function addDrafts(server: FastifyInstance, parts: WebParts): void {
  addList(server, parts);
  addSaving(server, parts);

  for (const [action, isThrown] of [
    ['throw-away', true],
    ['bring-back', false],
  ] as const)
    server.post(`/drafts/:entry/${action}`, async (request, reply) => {
      mustHold(signedIn(request), practitionersAndLeads);
      const found = await parts.drafts.throwAway(signedIn(request).session, entryOf(request), isThrown);
      if (!found) throw new Refusal(404, 'There is no such draft: it was recorded, or thrown away more than a week ago.');
      return reply.redirect(`/drafts?${action}=1`, 303);
    });
}

function entryOf(request: FastifyRequest): string {
  const entry = parameter(request, 'entry');
  if (!isId(entry)) throw new Refusal(404, 'There is no such draft.');
  return entry;
}

function addList(server: FastifyInstance, parts: WebParts): void {
  server.get('/drafts', async (request, reply) => {
    mustHold(signedIn(request), practitionersAndLeads);
    const drafts = await parts.drafts.own(signedIn(request).session);
    const [kept, thrown] = [drafts.filter((one) => one.thrownAwayAt === null), drafts.filter((one) => one.thrownAwayAt !== null)];
    const given = givenForm(request.query);
    const lists = { steps: parts.steps, csrf: request.csrf };
    return sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="Drafts" wide script="/assets/draft.js">
        {one(given, 'throw-away') === '' ? null : (
          <NotificationBanner
            titleText="Thrown away"
            text="It is below for seven days, and can be brought back."
            role="alert"
            classes="sl-notice"
          />
        )}
        <h1 class="govuk-heading-l">Drafts</h1>
        <p class="govuk-body">What you have begun and not yet recorded. Nobody else can read it.</p>
        <p class="govuk-body sl-due" id="draft-state" role="status"></p>
        {kept.length === 0 ? <p class="govuk-body">No draft waits.</p> : <DraftTable caption="Not yet recorded" drafts={kept} {...lists} />}
        {thrown.length === 0 ? null : <ThrownAway drafts={thrown} {...lists} />}
      </Layout>,
    );
  });
}

function addSaving(server: FastifyInstance, parts: WebParts): void {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));

  /** The form as it stands, every few seconds. Nothing of it is shown again here, so the record need not be open. */
  server.post('/children/:id/record/:step/draft', async (request, reply) => {
    const person = personOf(request);
    const step = steps.get(parameter(request, 'step'));
    if (step === undefined) throw new Refusal(404, 'There is no such step.');
    if (!holds(signedIn(request), step.may.record)) throw new Refusal(403, `Your role may not record: ${step.title}.`);
    const draft = draftIn(step, person, givenForm(request.body));
    if (draft === undefined) throw new Refusal(400, 'This is not a form of a draft.');
    const saved = await parts.drafts.save(signedIn(request).session, draft);
    if (saved.kind === 'saved') parts.recording.add(signedIn(request).session, step, typedIn(givenForm(request.body)));
    return reply.send(saved);
  });

  /** With what a browser encrypts what it keeps while the line is down; and the token of the session that there is now. */
  server.get('/drafts/key', async (request, reply) => {
    mustHold(signedIn(request), practitionersAndLeads);
    const { session } = signedIn(request);
    return reply.send({ key: await parts.drafts.key(session), who: session.actor, csrf: request.csrf });
  });
}
