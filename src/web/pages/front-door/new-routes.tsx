import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { under, understand } from '../../../kernel/field/understand.ts';
import { erase } from '../../../kernel/step/step.ts';
import { lagOf } from '../../../oversight/burden/lag.ts';
import { contact } from '../../../practice/front-door/contact.ts';
import { personDetails } from '../../../practice/people/person-details.ts';
import type { RecordingCost } from '../../../record/recording-sums.ts';
import { costOfForm } from '../../form/form-cost.ts';
import { eachPrefix, sharedPrefix } from '../../form/understand.ts';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage, several } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { openFor } from '../child/opening.ts';
import { alikeTo } from './alike.ts';
import { beginners, childFields, detailsOf, familyOf, isNobody, ownFields, type NewChild } from './new-child.ts';
import { childPrefix, NewContactPage, type NewContactProps } from './new-page.tsx';
import { stateTogether, type Stated } from './recording.ts';

/** How many brothers and sisters the form has room for. */
const room = 6;

type Understood = {
  readonly children: readonly NewChild[];
  readonly shared: Readonly<Record<string, unknown>>;
  readonly own: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly problems: readonly Problem[];
};

const idsIn = (given: GivenForm): readonly string[] => {
  const sent = several(given, 'child').filter(isId);
  return sent.length === 2 * room ? sent : Array.from({ length: 2 * room }, () => crypto.randomUUID());
};

const at = (prefix: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map(({ field, message }) => ({ message, ...(field === undefined ? {} : { field: `${prefix}.${field}` }) }));

/** Everything that is wrong with the form at once, each at its question. */
function understood(given: GivenForm, people: readonly string[]): Understood {
  const [first = ''] = people;
  const told = people.map((person) => ({ person, outcome: understand(childFields, under(given, childPrefix(person))) }));
  const shared = understand(contact.fields, under(given, sharedPrefix));
  const problems = [
    ...told.flatMap(({ person, outcome }) => (outcome.kind === 'refused' ? at(childPrefix(person), outcome.problems) : [])),
    ...(shared.kind === 'refused' ? at(sharedPrefix, shared.problems) : []),
  ];
  const children = told
    .flatMap(({ person, outcome }) => (outcome.kind === 'accepted' ? [{ person, answers: outcome.value }] : []))
    .filter((child) => !isNobody(child));
  const nobody = {
    field: `${childPrefix(first)}.firstName`,
    message: 'Enter a name, or a date of birth: by something the child must be found again',
  };
  return {
    children,
    shared: shared.kind === 'accepted' ? shared.value : {},
    own: new Map(children.map(({ person }) => [person, ownOf(given, person)])),
    problems: children.length === 0 && told.every(({ outcome }) => outcome.kind === 'accepted') ? [nobody, ...problems] : problems,
  };
}

function ownOf(given: GivenForm, person: string): Readonly<Record<string, unknown>> {
  const outcome = understand(ownFields, under(given, eachPrefix(person)));
  return outcome.kind === 'accepted' ? outcome.value : {};
}

/** Each new child’s details, and one contact about all of them. */
function statedOf(
  parts: WebParts,
  { children, shared, own }: Understood,
  entries: readonly string[],
  contactEntry: string,
): readonly Stated[] {
  const family = familyOf(children[0]?.person ?? '');
  const today = dayInEngland(parts.now());
  return [
    ...children.map((child, n) => ({
      step: erase(personDetails),
      entry: entries[n] ?? '',
      people: [child.person],
      shared: detailsOf(child, family, today),
    })),
    { step: erase(contact), entry: contactEntry, people: children.map(({ person }) => person), shared, each: own },
  ];
}

/** What the one form cost: the contact, and who each of the children is. */
function costOfNew({ children, shared, own }: Understood, given: GivenForm, today: LocalDate): Partial<RecordingCost> {
  const step = { ...erase(contact), each: { ...childFields, ...ownFields } };
  const each = new Map(children.map(({ person, answers }) => [person, { ...answers, ...own.get(person) }]));
  const subjects = children.map(({ person }) => ({ person, name: '' }));
  return { forms: 1, ...costOfForm(step, given, { shared, each }, subjects, today), ...lagOf(step, today, today) };
}

/** Somebody rings about a child of whom there is no record: one form makes the record and the contact. */
export function addNewContact(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const show = (request: FastifyRequest, reply: FastifyReply, props: Omit<NewContactProps, 'frame' | 'csrf' | 'today'>, status = 200) =>
    sendPage(
      reply,
      <NewContactPage frame={frameOf(request, parts)} csrf={request.csrf} today={dayInEngland(parts.now())} {...props} />,
      props.problems.length > 0 ? 400 : status,
    );

  server.get('/front-door/new', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), beginners);
    const today = dayInEngland(parts.now());
    const given = shownAgain(memory, session.actor, request) ?? { [`${sharedPrefix}.receivedOn`]: today };
    return show(request, reply, { given, ids: idsIn(given), entry: crypto.randomUUID(), problems: [] });
  });

  server.post('/front-door/new', { config: { keeps: true } }, async (request, reply) => {
    mustHold(signedIn(request), beginners);
    const given = givenForm(request.body);
    const ids = idsIn(given);
    const [sent, stage] = [one(given, 'entry'), one(given, 'stage')];
    const entry = isId(sent) ? sent : crypto.randomUUID();
    const asked = understood(given, ids.slice(0, room));
    if (asked.problems.length > 0) return show(request, reply, { given, ids, entry, problems: asked.problems });
    if (stage !== 'record') {
      const alike = await alikeTo(parts.record.search, signedIn(request).session, asked.children);
      if (alike.length > 0) return show(request, reply, { given, ids, entry, problems: [], alike });
    }
    const done = await stateTogether(request, parts, statedOf(parts, asked, ids.slice(room), entry), new Map());
    if (done.kind === 'refused') return show(request, reply, { given, ids, entry, problems: done.problems });
    parts.recording.add(signedIn(request).session, erase(contact), costOfNew(asked, given, dayInEngland(parts.now())));
    const first = asked.children[0]?.person ?? '';
    for (const { person } of asked.children) await openFor(request, parts, person, 'New contact at the front door');
    return reply.redirect(`/children/${first}?recorded=1`, 303);
  });
}
