import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Appended, ChildRecord } from '../../../record/contract.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import { understandForm, type Understood } from '../../form/understand.ts';
import { keptForm } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage, several } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { linkOptions } from '../child/child.ts';
import { keepingWords, openAndRead } from '../child/opening.ts';
import { filesOffered } from '../files/files-linked.ts';
import { peopleOffered } from '../family/people-linked.ts';
import { othersToldOf, verdicts } from '../record-step/recording.ts';
import { CheckCorrectionPage, CorrectPage } from './correct-pages.tsx';
import { asBefore, asForm, correctionOf, sharedWords } from './correcting.ts';
import { findToPutRight, othersOf, standsBy, type Found, type Other } from './putting-right.ts';

type Prepared = { readonly found: Found; readonly others: readonly Other[]; readonly props: StepFormProps };

/** An entry opens as the form with its answers; what was wrong is changed and a reason given; what is recorded is a new statement beside it. */
export function addCorrecting(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  server.get('/children/:id/entries/:entry/correct', async (request, reply) => {
    const kept = keptForm(memory, signedIn(request).session.actor, request);
    const prepared = await prepare(request, parts, kept?.form);
    kept?.shown();
    return showForm(request, reply, parts, prepared);
  });

  server.post(
    '/children/:id/entries/:entry/correct',
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      const given = givenForm(request.body);
      const prepared = await prepare(request, parts, given);
      const { found, props } = prepared;
      const done = `/children/${found.record.person}/entries/${found.statement.entry}?recorded=1`;
      if (found.record.chain.some(({ entry }) => entry === props.entry)) return reply.redirect(done, 303);
      const stage = one(given, 'stage');
      if (stage !== 'check' && stage !== 'record') return showForm(request, reply, parts, prepared);
      const { answers, problems } = understandForm(found.step, given, props.chosen, props.links);
      const raised = [...problems, ...formProblems(found, given)];
      if (raised.length > 0) return showForm(request, reply, parts, prepared, raised);
      const judged = await judge(request, parts, prepared, answers);
      if (judged.problems.length > 0) return showForm(request, reply, parts, prepared, judged.problems);
      if (stage === 'check') return showCheck(request, reply, parts, prepared, answers);
      const outcome = await recordCorrection(request, parts, prepared, answers, judged);
      return outcome.kind === 'appended'
        ? reply.redirect(done, 303)
        : showForm(request, reply, parts, prepared, [{ message: whyNot(outcome) }]);
    }),
  );
}

/** Why nothing was recorded, in words. */
export const whyNot = (outcome: Exclude<Appended, { kind: 'appended' }>): string =>
  outcome.kind === 'refused' ? outcome.message : 'Somebody recorded something just before you. Send it once more';

async function prepare(request: FastifyRequest, parts: WebParts, form?: GivenForm): Promise<Prepared> {
  const found = await findToPutRight(request, parts, parameter(request, 'entry'));
  const { opened, record, statement, step, members } = found;
  const others = await othersOf(request, parts, found);
  // Where words are withheld, they are written anew for this child's readers alone; what two people are to one another is corrected for both.
  const siblings = statement.withheld === true || step.alsoAbout !== undefined ? [] : others;
  const given = form ?? { ...asForm(found, others), with: siblings.map(({ person }) => person) };
  const { name, bornOn, expectedOn } = record.standing;
  const child = { person: record.person, name, bornOn, expectedOn };
  const ticked = several(given, 'with');
  const entry = one(given, 'entry');
  const steps = new Map(parts.steps.map((known) => [known.name, known]));
  const teams = await parts.members.teams(signedIn(request).session);
  const props: StepFormProps = {
    step,
    child,
    siblings,
    given,
    chosen: [child, ...siblings.filter(({ person }) => ticked.includes(person))],
    action: `/children/${record.person}/entries/${statement.entry}/correct`,
    csrf: request.csrf,
    entry: isId(entry) ? entry : crypto.randomUUID(),
    readAt: parts.now().toISOString(),
    problems: [],
    today: dayInEngland(parts.now()),
    links: linkOptions(
      record,
      members,
      teams,
      steps,
      await peopleOffered(parts, opened, step, given),
      await filesOffered(parts, signedIn(request).session, step),
    ),
  };
  return { found, others, props };
}

const showForm = (
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  { found: { record, statement, step }, props }: Prepared,
  problems: readonly Problem[] = [],
) =>
  sendPage(
    reply,
    <CorrectPage
      frame={frameOf(request, parts)}
      props={props}
      step={step}
      corrects={standsBy(statement)}
      isWithheld={statement.withheld === true}
      at={`/children/${record.person}/entries/${statement.entry}`}
      problems={problems}
    />,
    problems.length > 0 ? 400 : 200,
  );

function showCheck(request: FastifyRequest, reply: FastifyReply, parts: WebParts, { found, others, props }: Prepared, answers: Understood) {
  const shared = sharedWords(found, others);
  const lines = new Map([found, ...others].map((one) => [one.record.person, one.statement]));
  return sendPage(
    reply,
    <CheckCorrectionPage
      frame={frameOf(request, parts)}
      props={props}
      step={found.step}
      standing={(person) => ({ ...lines.get(person)?.answers, ...(found.statement.withheld === true ? shared : {}) })}
      answers={answers}
    />,
  );
}

function formProblems({ statement }: Found, given: GivenForm): readonly Problem[] {
  return [
    ...(one(given, 'reason').length < 3 ? [{ field: 'reason', message: 'Enter why it is corrected' }] : []),
    ...(one(given, 'corrects') === standsBy(statement)
      ? []
      : [
          {
            message:
              'Somebody corrected this entry after you opened it. Look at what it says now, change yours if you must, and send it once more',
          },
        ]),
  ];
}

type Judged = {
  readonly records: ReadonlyMap<string, ChildRecord>;
  readonly told: ReturnType<typeof othersToldOf>;
  readonly problems: readonly Problem[];
};

/** What was recorded before raises against the answers; and whom they are about besides. */
async function judge(request: FastifyRequest, parts: WebParts, { found, others, props }: Prepared, answers: Understood): Promise<Judged> {
  const { session } = signedIn(request);
  const records = new Map([found, ...others].map(({ record }) => [record.person, record]));
  const told = othersToldOf(found.step, props.chosen, answers);
  const unread = told.map(({ person }) => person).filter((person) => !records.has(person));
  const opened = await openAndRead(parts, session, unread, 'To put an entry right');
  for (const [person, record] of opened) records.set(person, record);
  const closed = opened.size < unread.length ? [{ message: 'Somebody whom this is about has a restricted record, or none' }] : [];
  const raised = await verdicts(parts, session, asBefore(found.step, found.statement.entry), props.chosen, records, answers);
  return { records, told, problems: [...closed, ...raised] };
}

function recordCorrection(
  request: FastifyRequest,
  parts: WebParts,
  { found, others, props }: Prepared,
  answers: Understood,
  { records, told }: Judged,
): Promise<Appended> {
  const { person } = found.record;
  const entries = correctionOf(found.step, {
    entry: props.entry,
    wording: parts.wordingOf(found.step),
    reason: one(props.given, 'reason'),
    chosen: [{ person, statement: found.statement }, ...others.filter((other) => props.chosen.some((one) => one.person === other.person))],
    answers,
    shared: sharedWords(found, others),
    told,
    toldBefore: found.step.alsoAbout === undefined ? [] : others,
    strikes: crypto.randomUUID(),
  });
  return parts.record.append(signedIn(request).session, entries, records);
}
