import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ListedDraft } from '../../../record/drafts.ts';
import { Layout } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { CheckAnswers, StepForm, type StepFormProps } from '../../form/step-form.tsx';
import { beforeOf } from '../../form/last-time.tsx';
import { dayToAsk, offeredOf, prefilled } from '../../form/offers.ts';
import { offered, understandForm, withFiles, type Subject, type Understood } from '../../form/understand.ts';
import { keptForm } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage, several } from '../../request.ts';
import { Elsewhere, holds, Refusal, signedIn } from '../../session.ts';
import { soughtWords } from '../../sought.ts';
import { linkOptions } from '../child/child.ts';
import { mustBeRecordedOf } from '../child/recorded-of.ts';
import { filesOffered } from '../files/files-linked.ts';
import { ownChildren, peopleOffered } from '../family/people-linked.ts';
import { keepingWords, openedRecord, personOf, reasonPage } from '../child/opening.ts';
import { besideAllocation } from '../workforce/beside-form.tsx';
import { FormProcedures } from '../procedures/step-procedures.tsx';
import { ReasonPage } from '../child/reason-page.tsx';
import { choose, keep, resumed, settling, showChoice } from '../drafts/keeping.tsx';
import { Unfinished } from '../drafts/lists.tsx';
import { FilledIn, LeftOut } from './left-out.tsx';
import { recordsOfAll } from './records-of-all.ts';
import { filledFrom, relativesFor, subjectsOf, withSiblings } from './siblings.ts';
import { mayChange, recordEntry, verdicts, writtenSince, type WrittenSince } from './recording.ts';
import { amongWhich, beforeAmong } from './among.ts';
import { inOwnName } from './own-name.ts';
import { recordedCost, typedIn } from './measuring.ts';
import { ConflictPage } from './conflict-page.tsx';

const closedToWriter = 'Somebody whom this is about has a restricted record, or none. Record it of the others without them.';

type WithFilled = { readonly filled?: readonly Subject[] };

export function addRecordStep(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));

  const titleOf = (name: string): string => steps.get(name)?.title ?? name;

  const stepOf = (request: FastifyRequest): AnyStep => {
    const step = steps.get(parameter(request, 'step'));
    if (step === undefined) throw new Refusal(404, 'There is no such step.');
    if (!holds(signedIn(request), step.may.record)) throw new Refusal(403, `Your role may not record: ${step.title}.`);
    if (step.page !== undefined) throw new Elsewhere(`/children/${personOf(request)}/${step.page}`);
    return step;
  };

  /** Everything that the form of a step needs; `undefined` when no reason for opening was given in this session. */
  const prepare = async (request: FastifyRequest, given: GivenForm, isNew = false): Promise<StepFormProps | undefined> => {
    const step = stepOf(request);
    const person = personOf(request);
    const { session } = signedIn(request);
    const opened = await openedRecord(request, parts, person);
    if (opened === undefined) return undefined;
    const entry = one(given, 'entry');
    const [record, relatives, members, teams, attached] = await Promise.all([
      parts.record.read(opened),
      relativesFor(parts, opened, step),
      parts.members.all(session),
      parts.members.teams(session),
      isId(entry) ? parts.attachments.ofDraft(session, entry) : [],
    ]);
    mustBeRecordedOf(step, record.standing);
    const today = dayInEngland(parts.now());
    const { child, siblings, together, closed } = subjectsOf(step, record, relatives, today);
    const ticked = [...(isNew ? together : []), ...several(given, 'with')];
    const offers = offeredOf(step, person, record.history, today, titleOf);
    const readAt = one(given, 'readAt');
    const links = linkOptions(
      record,
      members,
      teams,
      steps,
      [...(await ownChildren(parts, session, step, record.standing)), ...(await peopleOffered(parts, opened, step, given, relatives))],
      await filesOffered(parts, session, step),
    );
    return {
      step,
      child,
      siblings,
      leftOut: <LeftOut closed={closed} step={step} />,
      given: isNew ? prefilled(step, offers, given) : given,
      offers,
      before: beforeAmong(step, beforeOf(step.name, record.history, titleOf)),
      chosen: [child, ...siblings.filter((sibling) => ticked.includes(sibling.person))],
      action: `/children/${person}/record/${step.name}`,
      csrf: request.csrf,
      entry: isId(entry) ? entry : crypto.randomUUID(),
      draft: { version: Number(one(given, 'version')) || 0, tab: crypto.randomUUID() },
      readAt: Number.isNaN(Date.parse(readAt)) ? parts.now().toISOString() : readAt,
      problems: [],
      procedures: (
        <>
          {isNew ? await besideAllocation(request, parts, step, record) : null}
          <FormProcedures manual={parts.procedures()} step={step.name} roles={session.roles} now={parts.now()} />
        </>
      ),
      attached,
      today,
      links: { ...links, entry: (await amongWhich(parts, session, { step, record, entry, given })) ?? links.entry },
    };
  };

  /** The records of brothers and sisters are opened where their words are shown: of a form that is saved, once, by `recordsOfAll`. */
  const showForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    prepared: StepFormProps,
    drafts: readonly ListedDraft[] = [],
    isNew = false,
  ): Promise<FastifyReply> => {
    const props = await withSiblings(parts, signedIn(request), prepared, titleOf, isNew);
    return sendPage(
      reply,
      <Layout
        frame={frameOf(request, parts)}
        title={`${props.problems.length > 0 ? 'Error: ' : ''}${props.step.title}`}
        wide={props.before !== undefined || (props.beforeOfSiblings?.size ?? 0) > 0}
        script="/assets/draft.js"
      >
        <BackLink text={props.child.name} href={`/children/${props.child.person}`} />
        <Unfinished drafts={drafts} />
        <StepForm {...props} step={await inOwnName(parts, signedIn(request).session, props)} />
      </Layout>,
      props.problems.length > 0 ? 400 : 200,
    );
  };
  const showCheck = (request: FastifyRequest, reply: FastifyReply, props: StepFormProps & WithFilled, answers: Understood) =>
    sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="Check your answers" script="/assets/draft.js">
        <FilledIn filled={props.filled ?? []} />
        <CheckAnswers {...props} answers={answers} />
        {props.leftOut}
      </Layout>,
      props.problems.length > 0 ? 400 : 200,
    );

  server.get('/children/:id/record/:step', async (request, reply) => {
    const kept = keptForm(memory, signedIn(request).session.actor, request);
    const name = soughtWords(request, 'name');
    const query = { ...givenForm(request.query), ...(name === '' ? {} : { name }) };
    const linked = { ...offered(stepOf(request), query, personOf(request)), with: several(query, 'with') };
    const draft = kept === undefined ? await resumed(request, parts) : undefined;
    const isNew = kept === undefined && draft === undefined;
    const [prepared, drafts] = await Promise.all([
      prepare(request, kept?.form ?? draft ?? linked, isNew),
      isNew ? unfinished(request) : [],
    ]);
    if (prepared === undefined)
      return sendPage(
        reply,
        <ReasonPage frame={frameOf(request, parts)} csrf={request.csrf} person={personOf(request)} next={request.url} />,
      );
    kept?.shown();
    return showForm(request, reply, prepared, drafts, isNew);
  });

  server.post(
    '/children/:id/record/:step',
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      const given = givenForm(request.body);
      const prepared = await prepare(request, given);
      if (prepared === undefined) throw new Elsewhere(reasonPage(request, personOf(request)));
      return one(given, 'stage') === 'choose' ? goOnAsChosen(request, reply, prepared) : goOn(request, reply, prepared);
    }),
  );

  /** First the words are kept as a draft, then it is seen what they amount to. */
  const goOn = async (request: FastifyRequest, reply: FastifyReply, sent: StepFormProps): Promise<FastifyReply> => {
    parts.recording.add(signedIn(request).session, sent.step, typedIn(sent.given));
    const kept = await keep(request, parts, sent);
    if (kept.kind === 'differs') return showChoice(request, reply, parts, { props: sent, draft: kept.draft });
    if (kept.kind === 'refused') return showForm(request, reply, { ...sent, problems: [{ message: kept.message }] });
    const { props } = kept;
    const stage = one(props.given, 'stage');
    if (stage === 'later') return reply.redirect(`/children/${props.child.person}?draft=saved${settling(props.given)}`, 303);
    if (stage === 'attach') return reply.redirect(`${props.action}/files?entry=${props.entry}`, 303);
    if ((stage !== 'check' && stage !== 'record') || one(props.given, 'more') !== '') return showForm(request, reply, props);
    const { answers, problems } = understandForm(props.step, props.given, props.chosen, props.links);
    if (problems.length > 0) return showForm(request, reply, { ...props, problems });
    const asked = dayToAsk(props.given, props.today);
    if (asked !== undefined) return showForm(request, reply, { ...props, ...asked });
    return judge(request, reply, props, withFiles(answers, props.attached));
  };

  const goOnAsChosen = async (request: FastifyRequest, reply: FastifyReply, props: StepFormProps): Promise<FastifyReply> => {
    const chosen = await choose(request, parts, props);
    if (chosen.kind === 'unchosen') return showChoice(request, reply, parts, { props, ...chosen });
    const prepared = await prepare(request, chosen.given);
    if (prepared === undefined) throw new Elsewhere(reasonPage(request, props.child.person));
    return goOn(request, reply, prepared);
  };

  /** What the writer has begun already of this step and this child. */
  const unfinished = async (request: FastifyRequest): Promise<readonly ListedDraft[]> => {
    const [step, person] = [stepOf(request).name, personOf(request)];
    const drafts = await parts.drafts.own(signedIn(request).session);
    return drafts.filter((draft) => draft.step === step && draft.person === person && draft.thrownAwayAt === null);
  };

  /** Decides upon the records as they are now: shows what stands against the entry, asks once more, or records it. */
  const judge = async (
    request: FastifyRequest,
    reply: FastifyReply,
    props: StepFormProps,
    answers: Understood,
    attempts = 3,
  ): Promise<FastifyReply> => {
    const records = await recordsOfAll(request, parts, props, answers);
    if (records === undefined) return showForm(request, reply, { ...props, problems: [{ message: closedToWriter }] });
    const isRecorded = records.get(props.child.person)?.chain.some(({ entry }) => entry === props.entry) === true;
    const { given, filled } = isRecorded ? { given: props.given, filled: [] } : filledFrom(props, records, titleOf);
    if (filled.length > 0) return judgeFilled(request, reply, { ...props, given }, filled);
    const raised = isRecorded ? [] : await verdicts(parts, signedIn(request).session, props.step, props.chosen, records, answers);
    if (raised.length > 0) return showForm(request, reply, { ...props, problems: raised });
    if (one(props.given, 'stage') !== 'record') return showCheck(request, reply, props, answers);
    const since = isRecorded ? [] : writtenSince(props, records);
    if (attempts === 0 || since.some((written) => mayChange(props.step, written)))
      return showConflict(request, reply, props, answers, since);
    const outcome = await recordEntry(parts, signedIn(request).session, props, answers, records);
    switch (outcome.kind) {
      case 'appended':
        if (!isRecorded) parts.recording.add(signedIn(request).session, props.step, recordedCost(props, answers, records));
        return reply.redirect(`/children/${props.child.person}?recorded=1${settling(props.given)}`, 303);
      case 'refused':
        return showCheck(request, reply, { ...props, problems: [{ message: outcome.message }] }, answers);
      case 'conflict':
        return judge(request, reply, props, answers, attempts - 1);
    }
  };

  /** What was filled in is looked at before anything is recorded. */
  const judgeFilled = (request: FastifyRequest, reply: FastifyReply, props: StepFormProps, filled: readonly Subject[]) => {
    const { answers, problems } = understandForm(props.step, props.given, props.chosen, props.links);
    return problems.length > 0
      ? showForm(request, reply, { ...props, problems })
      : showCheck(request, reply, { ...props, filled }, withFiles(answers, props.attached ?? []));
  };

  const showConflict = (
    request: FastifyRequest,
    reply: FastifyReply,
    props: StepFormProps,
    answers: Understood,
    since: readonly WrittenSince[],
  ): FastifyReply =>
    sendPage(
      reply,
      <ConflictPage
        frame={frameOf(request, parts)}
        props={{ ...props, readAt: parts.now().toISOString() }}
        answers={answers}
        since={since}
        steps={steps}
      />,
      409,
    );
}
