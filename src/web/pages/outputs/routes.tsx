import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { familyOn } from '../../../practice/people/family.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import type { LinkOptions } from '../../form/asking.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import { keptForm } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage, several } from '../../request.ts';
import { Elsewhere, holds, Refusal, signedIn } from '../../session.ts';
import { isRecordedOf } from '../child/recorded-of.ts';
import { keepingWords, openedRecord, personOf, reasonPage } from '../child/opening.ts';
import { ReasonPage } from '../child/reason-page.tsx';
import { choose, keep, resumed, settling, showChoice } from '../drafts/keeping.tsx';
import { subjectsIn } from '../record-step/siblings.ts';
import { askedIn } from './asked.ts';
import { CheckPage } from './check-page.tsx';
import { ChoosePage } from './choose-page.tsx';
import { EditPage } from './edit-page.tsx';
import { lookedThrough, makingOf, materialOf, type Making } from './making.ts';
import { peopleAround, type Around } from './people.ts';
import { release, unsettled, withoutReason } from './releasing.ts';

const noLinks: LinkOptions = { entry: [], member: [], team: [], person: [] };

/** All that every page of making a document needs. */
type Ready = { readonly opened: Opened; readonly record: ChildRecord; readonly around: Around; readonly props: StepFormProps };

/** Documents for somebody outside the record: chosen, put into shape, checked, released. The step’s own screen, in place of its form. */
export function addOutputs(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const step = parts.steps.find(({ name }) => name === 'documentReleased');
  if (step === undefined) return;
  const path = `/children/:id/record/${step.name}`;

  server.get(path, async (request, reply) => {
    const kept = keptForm(memory, signedIn(request).session.actor, request);
    const draft = kept === undefined ? await resumed(request, parts) : undefined;
    const ready = await prepare(request, parts, step, kept?.form ?? draft ?? linked(givenForm(request.query)));
    if (ready === undefined)
      return sendPage(
        reply,
        <ReasonPage frame={frameOf(request, parts)} csrf={request.csrf} person={personOf(request)} next={request.url} />,
      );
    kept?.shown();
    return one(ready.props.given, 'f.kind') === '' || (kept === undefined && draft === undefined)
      ? showChoose(request, reply, parts, ready)
      : goOn(request, reply, parts, ready, 'assemble');
  });

  server.post(
    path,
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      const given = givenForm(request.body);
      const ready = await readyFor(request, parts, step, given);
      if (one(given, 'stage') !== 'choose') return keepAndGoOn(request, reply, parts, ready);
      const chosen = await choose(request, parts, ready.props);
      if (chosen.kind === 'unchosen') return showChoice(request, reply, parts, { props: ready.props, ...chosen });
      return keepAndGoOn(request, reply, parts, await readyFor(request, parts, step, chosen.given));
    }),
  );
}

/** A link that leads here may say which document, and for whom of those on record: chosen already, and to be chosen otherwise. */
const linked = (query: GivenForm): GivenForm =>
  Object.fromEntries(['kind', 'onRecord'].flatMap((name) => (one(query, name) === '' ? [] : [[`f.${name}`, one(query, name)] as const])));

async function readyFor(request: FastifyRequest, parts: WebParts, step: AnyStep, given: GivenForm): Promise<Ready> {
  const ready = await prepare(request, parts, step, given);
  if (ready === undefined) throw new Elsewhere(reasonPage(request, personOf(request)));
  return ready;
}

/** `undefined`: no reason for opening the record was given in this session. */
async function prepare(request: FastifyRequest, parts: WebParts, step: AnyStep, given: GivenForm): Promise<Ready | undefined> {
  const person = personOf(request);
  if (!holds(signedIn(request), step.may.record)) throw new Refusal(403, `Your role may not record: ${step.title}.`);
  const opened = await openedRecord(request, parts, person);
  if (opened === undefined) return undefined;
  const [record, relatives] = await Promise.all([parts.record.read(opened), parts.record.relatives(opened)]);
  if (!isRecordedOf(step, record.standing)) throw new Refusal(403, 'This is the record of an adult. Documents are made of a child’s.');
  const today = dayInEngland(parts.now());
  const family = familyOn(record.person, relatives, today);
  const { child, siblings } = subjectsIn(family, step, record);
  const [entry, readAt] = [one(given, 'entry'), one(given, 'readAt')];
  const props: StepFormProps = {
    step,
    child,
    siblings,
    given,
    chosen: [child, ...siblings.filter((sibling) => several(given, 'with').includes(sibling.person))],
    action: `/children/${person}/record/${step.name}`,
    csrf: request.csrf,
    entry: isId(entry) ? entry : crypto.randomUUID(),
    draft: { version: Number(one(given, 'version')) || 0, tab: crypto.randomUUID() },
    readAt: Number.isNaN(Date.parse(readAt)) ? parts.now().toISOString() : readAt,
    problems: [],
    links: noLinks,
    today,
  };
  return { opened, record, around: peopleAround(family, record), props };
}

/** First the words are kept as a draft, then it is seen what they amount to. */
async function keepAndGoOn(request: FastifyRequest, reply: FastifyReply, parts: WebParts, ready: Ready): Promise<FastifyReply> {
  const kept = await keep(request, parts, ready.props);
  if (kept.kind === 'differs') return showChoice(request, reply, parts, { props: ready.props, draft: kept.draft });
  if (kept.kind === 'refused') return showChoose(request, reply, parts, ready, [{ message: kept.message }]);
  const { given, child } = kept.props;
  if (one(given, 'stage') === 'later') return reply.redirect(`/children/${child.person}?draft=saved${settling(given)}`, 303);
  return goOn(request, reply, parts, { ...ready, props: kept.props }, one(given, 'stage'));
}

async function goOn(request: FastifyRequest, reply: FastifyReply, parts: WebParts, ready: Ready, stage: string): Promise<FastifyReply> {
  const { props, around } = ready;
  const { asked, problems } = askedIn(props.given, around.offered);
  if (asked === undefined || stage === 'change') return showChoose(request, reply, parts, ready, stage === 'change' ? [] : problems);
  const { opened, records } = await recordsOf(request, parts, ready);
  const made = makingOf(asked, await materialOf(request, parts, { around, props, records }, asked), props.given);
  const isChecked = stage === 'check' || stage === 'record';
  const making = isChecked ? await lookedThrough(parts, opened, made) : made;
  const frame = frameOf(request, parts);
  const unread = (ready.record.unread ?? []).filter(({ isStruck }) => isStruck !== true).length;
  const edit = (found: readonly Problem[]) =>
    sendPage(
      reply,
      <EditPage frame={frame} props={withTexts(props, making)} making={making} unread={unread} problems={found} />,
      found.length > 0 ? 400 : 200,
    );
  const check = (found: readonly Problem[]) =>
    sendPage(
      reply,
      <CheckPage frame={frame} props={withTexts(props, making)} step={props.step} making={making} problems={found} />,
      found.length > 0 ? 400 : 200,
    );
  if (!isChecked) return edit([]);
  const unreasoned = withoutReason(making.putBack);
  if (unreasoned.length > 0) return edit(unreasoned);
  if (stage === 'check') return check([]);
  const open = unsettled(making, props);
  if (open.length > 0) return check(open);
  const outcome = await release(request, parts, { making, props, authority: frame.authorityName, records });
  return outcome.kind === 'refused'
    ? check(outcome.problems)
    : reply.redirect(`/children/${props.child.person}?recorded=1${settling(props.given)}#entry-${props.entry}`, 303);
}

/** The texts as they stand on the page, so that the next page carries what this one showed. */
const withTexts = (props: StepFormProps, { sections }: Making): StepFormProps => ({
  ...props,
  given: {
    ...props.given,
    ...Object.fromEntries(sections.flatMap(({ name, text, was }) => [[`f.text.${name}`, text] as const, [`f.was.${name}`, was] as const])),
  },
});

type Read = { readonly opened: readonly Opened[]; readonly records: ReadonlyMap<string, ChildRecord> };

/** The child’s record and those of the brothers and sisters who are ticked, opened for the reason given for the first. What is released rests on these, as read. */
async function recordsOf(request: FastifyRequest, parts: WebParts, { opened, record, props }: Ready): Promise<Read> {
  const { session, memory } = signedIn(request);
  const others = props.chosen.map(({ person }) => person).filter((person) => person !== record.person);
  if (others.length === 0) return { opened: [opened], records: new Map([[record.person, record]]) };
  const reason = memory.opened.get(record.person)?.reason ?? 'A document for the family';
  const openings = [...(await parts.record.open(session, others, reason)).values()];
  const theirs = openings.flatMap((opening) => (opening.kind === 'opened' ? [opening.record] : []));
  return { opened: [opened, ...theirs], records: new Map([[record.person, record], ...(await parts.record.readMany(theirs))]) };
}

function showChoose(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  { props, around, record }: Ready,
  problems: readonly Problem[] = [],
): FastifyReply {
  const names = new Set(record.history.map(({ step }) => step));
  const recorded = parts.steps.filter(({ name }) => names.has(name));
  return sendPage(
    reply,
    <ChoosePage frame={frameOf(request, parts)} props={props} offered={around.offered} recorded={recorded} problems={problems} />,
    problems.length > 0 ? 400 : 200,
  );
}
