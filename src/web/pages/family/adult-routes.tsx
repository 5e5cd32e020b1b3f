import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { erase } from '../../../kernel/step/step.ts';
import { adultDetails } from '../../../practice/people/adult-details.ts';
import type { Opened } from '../../../record/contract.ts';
import { Layout } from '../../components/layout.tsx';
import { CheckAnswers, StepForm, type StepFormProps } from '../../form/step-form.tsx';
import { sharedPrefix, understandForm, type Understood } from '../../form/understand.ts';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { holds, Refusal, signedIn } from '../../session.ts';
import { soughtWords } from '../../sought.ts';
import { keepingWords } from '../child/opening.ts';
import { recordEntry, verdicts } from '../record-step/recording.ts';
import { FormProcedures } from '../procedures/step-procedures.tsx';

const step = erase(adultDetails);

type Answer = (request: FastifyRequest, reply: FastifyReply, opened: Opened) => Promise<FastifyReply>;
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** A record for an adult who has none: first who they are, then what they are to the child. */
export function addAdult(server: FastifyInstance, parts: WebParts, memory: Memory, opened: (answer: Answer) => Handler): void {
  server.get(
    '/children/:id/family/adult',
    opened(async (request, reply, { person }) => {
      mayRecord(request);
      const words = soughtWords(request, 'words').split(/\s+/);
      const names = { [`${sharedPrefix}.firstName`]: words.slice(0, -1).join(' '), [`${sharedPrefix}.lastName`]: words.at(-1) ?? '' };
      const form = shownAgain(memory, signedIn(request).session.actor, request) ?? names;
      return show(request, reply, parts, propsOf(request, parts, person, form));
    }),
  );

  server.post(
    '/children/:id/family/adult',
    { config: { keeps: true } },
    keepingWords(
      parts,
      memory,
      opened(async (request, reply, { person }) => {
        mayRecord(request);
        const given = givenForm(request.body);
        const props = propsOf(request, parts, person, given);
        if (one(given, 'stage') === 'change') return show(request, reply, parts, props);
        const { answers, problems } = understandForm(step, given, props.chosen);
        const raised =
          problems.length > 0 ? problems : await verdicts(parts, signedIn(request).session, step, props.chosen, new Map(), answers);
        if (raised.length > 0) return show(request, reply, parts, { ...props, problems: raised });
        if (one(given, 'stage') !== 'record') return check(request, reply, parts, props, answers);
        const refusal = await record(request, parts, props, answers);
        if (refusal !== undefined) return check(request, reply, parts, { ...props, problems: [refusal] }, answers);
        const relation = new URLSearchParams({ relative: props.child.person, learntOn: dayInEngland(parts.now()) });
        return reply.redirect(`/children/${person}/record/relationship?${relation}`, 303);
      }),
    ),
  );
}

function mayRecord(request: FastifyRequest): void {
  if (!holds(signedIn(request), step.may.record)) throw new Refusal(403, `Your role may not record: ${step.title}.`);
}

function propsOf(request: FastifyRequest, parts: WebParts, child: string, given: GivenForm): StepFormProps {
  const [entry, person] = [one(given, 'entry'), one(given, 'adult')];
  const adult = { person: isId(person) ? person : crypto.randomUUID(), name: 'An adult of the family' };
  return {
    step,
    child: adult,
    siblings: [],
    chosen: [adult],
    given: { ...given, adult: adult.person },
    action: `/children/${child}/family/adult`,
    csrf: request.csrf,
    entry: isId(entry) ? entry : crypto.randomUUID(),
    readAt: parts.now().toISOString(),
    today: dayInEngland(parts.now()),
    problems: [],
    links: { entry: [], member: [], team: [], person: [] },
    procedures: <FormProcedures manual={parts.procedures()} step={step.name} roles={signedIn(request).session.roles} now={parts.now()} />,
  };
}

const show = (request: FastifyRequest, reply: FastifyReply, parts: WebParts, props: StepFormProps) =>
  sendPage(
    reply,
    <Layout frame={frameOf(request, parts)} title={`${props.problems.length > 0 ? 'Error: ' : ''}${step.title}`}>
      <StepForm {...props} />
    </Layout>,
    props.problems.length > 0 ? 400 : 200,
  );

const check = (request: FastifyRequest, reply: FastifyReply, parts: WebParts, props: StepFormProps, answers: Understood) =>
  sendPage(
    reply,
    <Layout frame={frameOf(request, parts)} title="Check your answers">
      <CheckAnswers {...props} answers={answers} />
    </Layout>,
    props.problems.length > 0 ? 400 : 200,
  );

/** @returns why it was not recorded; nothing: it was */
async function record(request: FastifyRequest, parts: WebParts, props: StepFormProps, answers: Understood): Promise<Problem | undefined> {
  const outcome = await recordEntry(parts, signedIn(request).session, props, answers, new Map());
  if (outcome.kind === 'appended') return undefined;
  return { message: outcome.kind === 'refused' ? outcome.message : 'A record of this id exists already. Begin again.' };
}
