import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import { Layout } from '../../components/layout.tsx';
import { CheckAnswers, StepForm, type StepFormProps } from '../../form/step-form.tsx';
import { offered, understandForm, type Understood } from '../../form/understand.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage, several } from '../../request.ts';
import { cookieNames, holds, Refusal, signedIn } from '../../session.ts';
import { linkOptions } from '../child/child.ts';
import { openedRecord, personOf } from '../child/opening.ts';
import { ReasonPage } from '../child/reason-page.tsx';
import { subjectsOf } from './siblings.ts';
import { recordEntry, verdicts } from './recording.ts';
import { ConflictPage } from './conflict-page.tsx';

export function addRecordStep(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));

  const stepOf = (request: FastifyRequest): AnyStep => {
    const step = steps.get(parameter(request, 'step'));
    if (step === undefined) throw new Refusal(404, 'There is no such step.');
    if (!holds(signedIn(request), step.may.record)) throw new Refusal(403, `Your role may not record: ${step.title}.`);
    return step;
  };

  /** Everything that the form of a step needs; `undefined` when no reason for opening was given in this session. */
  const prepare = async (request: FastifyRequest, given: GivenForm): Promise<{ props: StepFormProps; record: ChildRecord } | undefined> => {
    const step = stepOf(request);
    const person = personOf(request);
    const { session } = signedIn(request);
    const opened = await openedRecord(request, parts, person);
    if (opened === undefined) return undefined;
    const [record, members, teams] = await Promise.all([
      parts.record.read(opened),
      parts.members.all(session),
      parts.members.teams(session),
    ]);
    const { child, siblings } = await subjectsOf(parts, session, step, record);
    const ticked = several(given, 'with');
    const entry = one(given, 'entry');
    return {
      record,
      props: {
        step,
        child,
        siblings,
        given,
        chosen: [child, ...siblings.filter((sibling) => ticked.includes(sibling.person))],
        action: `/children/${person}/record/${step.name}`,
        csrf: request.csrf,
        entry: isId(entry) ? entry : crypto.randomUUID(),
        problems: [],
        links: linkOptions(record, members, teams, steps),
      },
    };
  };

  const askReason = (request: FastifyRequest, reply: FastifyReply, next: string) =>
    sendPage(reply, <ReasonPage frame={frameOf(request, parts)} csrf={request.csrf} person={personOf(request)} next={next} />);
  const showForm = (request: FastifyRequest, reply: FastifyReply, props: StepFormProps) =>
    sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title={`${props.problems.length > 0 ? 'Error: ' : ''}${props.step.title}`}>
        <BackLink person={props.child.person} name={props.child.name} />
        <StepForm {...props} />
      </Layout>,
      props.problems.length > 0 ? 400 : 200,
    );
  const showCheck = (request: FastifyRequest, reply: FastifyReply, props: StepFormProps, answers: Understood) =>
    sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="Check your answers">
        <CheckAnswers {...props} answers={answers} />
      </Layout>,
      props.problems.length > 0 ? 400 : 200,
    );

  server.get('/children/:id/record/:step', async (request, reply) => {
    const query = givenForm(request.query);
    const kept = memory.keptFor(one(query, 'kept'), signedIn(request).session.actor);
    const given = kept !== undefined && kept.url.startsWith(request.url.split('?')[0] ?? '/') ? kept.form : offered(stepOf(request), query);
    const prepared = await prepare(request, given);
    if (prepared === undefined) return askReason(request, reply, request.url);
    if (kept !== undefined) {
      memory.drop(one(query, 'kept'));
      reply.clearCookie(cookieNames(parts.https ?? false).kept, { path: '/' });
    }
    return showForm(request, reply, prepared.props);
  });

  server.post('/children/:id/record/:step', async (request, reply) => {
    const given = givenForm(request.body);
    const prepared = await prepare(request, given);
    if (prepared === undefined) return keepAndAsk(request, reply);
    const { props, record } = prepared;
    if (one(given, 'stage') === 'change') return showForm(request, reply, props);
    const { answers, problems } = understandForm(props.step, given, props.chosen);
    if (problems.length > 0) return showForm(request, reply, { ...props, problems });
    const records = await readAll(request, props, record);
    const raised = verdicts(parts, props.step, props.chosen, records, answers);
    if (raised.length > 0 && !records.get(props.child.person)?.chain.some(({ entry }) => entry === props.entry))
      return showForm(request, reply, { ...props, problems: raised });
    if (one(given, 'stage') !== 'record') return showCheck(request, reply, props, answers);
    const outcome = await recordEntry(parts, signedIn(request).session, props, answers, records);
    switch (outcome.kind) {
      case 'appended':
        return reply.redirect(`/children/${props.child.person}?recorded=1`, 303);
      case 'refused':
        return showCheck(request, reply, { ...props, problems: [{ message: outcome.message }] }, answers);
      case 'conflict':
        return sendPage(
          reply,
          <ConflictPage
            frame={frameOf(request, parts)}
            props={props}
            answers={answers}
            records={await readAll(request, props, record)}
            asRead={records}
            steps={steps}
          />,
          409,
        );
    }
  });

  /** The server forgot the opening (it was restarted): what was typed is kept while the reason is asked again. */
  const keepAndAsk = (request: FastifyRequest, reply: FastifyReply) => {
    const { token } = signedIn(request);
    const key = memory.keep(token, request.url, givenForm(request.body));
    return askReason(request, reply, key === undefined ? request.url : `${request.url.split('?')[0]}?kept=${key}`);
  };

  /** Each child's record, opened for the reason given for the first. */
  const readAll = async (request: FastifyRequest, props: StepFormProps, first: ChildRecord): Promise<ReadonlyMap<string, ChildRecord>> => {
    const { session, memory: remembered } = signedIn(request);
    const others = props.chosen.filter(({ person }) => person !== first.person).map(({ person }) => person);
    const reason = remembered.opened.get(first.person)?.reason ?? 'Recording for brothers and sisters';
    const openings = await parts.record.open(session, [first.person, ...others], reason);
    const read = await Promise.all(
      [...openings].flatMap(([person, opening]) =>
        opening.kind === 'opened' ? [parts.record.read(opening.record).then((record) => [person, record] as const)] : [],
      ),
    );
    const refusedTo = others.find((person) => openings.get(person)?.kind !== 'opened');
    if (refusedTo !== undefined)
      throw new Refusal(403, 'One of the brothers or sisters has a restricted record. Record for the others without them.');
    return new Map(read);
  };
}

const BackLink = ({ person, name }: { readonly person: string; readonly name: string }) => (
  <a class="govuk-back-link" href={`/children/${person}`}>
    {name}
  </a>
);
