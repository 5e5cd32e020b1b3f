import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Fields } from '../../../kernel/field/field.ts';
import { under, understand } from '../../../kernel/field/understand.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { erase, type AnyStep } from '../../../kernel/step/step.ts';
import { adoptionOrder } from '../../../practice/adoption/adoption-order.ts';
import { recordSealed } from '../../../practice/adoption/record-sealed.ts';
import { personDetails } from '../../../practice/people/person-details.ts';
import type { Appended, ChildRecord, NewEntry } from '../../../record/contract.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { mustBeOpen } from '../child/opening.ts';
import { childFields, detailsOf, familyOf } from '../front-door/new-child.ts';
import { SealPage } from './seal-page.tsx';

const { orderedOn, court } = adoptionOrder.fields;
const orderFields = { orderedOn, court } satisfies Fields;
const { firstName, lastName, bornOn, sex } = childFields;
const newFields = {
  firstName: { ...firstName, required: 'The child is found by the new name alone' },
  lastName: { ...lastName, required: 'The child is found by the new name alone' },
  bornOn: { ...bornOn, hint: '' },
  sex,
} satisfies Fields;

type Again = { readonly given: GivenForm; readonly problems: readonly Problem[] };

/** A manager seals the record of a child for whom an adoption order was made, and begins the new one: two records, and no line from one to the other. */
export function addSealing(server: FastifyInstance, parts: WebParts): void {
  const prepared = async (request: FastifyRequest): Promise<ChildRecord> => {
    mustHold(signedIn(request), ['teamManager']);
    return parts.record.read(await mustBeOpen(request, parts));
  };
  const show = (request: FastifyRequest, reply: FastifyReply, record: ChildRecord, { given, problems }: Again) =>
    sendPage(
      reply,
      <SealPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        person={record.person}
        name={record.standing.name}
        today={dayInEngland(parts.now())}
        order={hasOrder(record) ? {} : orderFields}
        newChild={newFields}
        given={given}
        problems={problems}
      />,
      problems.length > 0 ? 400 : 200,
    );

  server.get('/children/:id/seal', async (request, reply) => show(request, reply, await prepared(request), { given: {}, problems: [] }));

  server.post('/children/:id/seal', async (request, reply) => {
    const record = await prepared(request);
    const given = givenForm(request.body);
    const { session, memory } = signedIn(request);
    const asked = askedIn(parts, record, given);
    if (asked.kind === 'wrong') return show(request, reply, record, { given, problems: asked.problems });
    const outcome = await parts.record.sealWith(
      session,
      { person: record.person, reason: one(given, 'reason') },
      [...(asked.order === undefined ? [] : [asked.order]), asked.sealed, asked.begun],
      new Map([[record.person, record]]),
    );
    if (outcome.kind !== 'appended') return show(request, reply, record, { given, problems: [{ message: refusalOf(outcome) }] });
    memory.opened.delete(record.person);
    return reply.redirect(`/children/${asked.begun.about[0]?.person ?? ''}`, 303);
  });
}

const hasOrder = ({ history }: ChildRecord): boolean => history.some(({ step }) => step === adoptionOrder.name);

/** Nothing was done, neither seal nor new record: what was written is shown again. */
const refusalOf = (outcome: Exclude<Appended, { readonly kind: 'appended' }>): string =>
  outcome.kind === 'refused' ? outcome.message : 'Somebody wrote in this record at the same moment. Nothing was done: send it again';

type Asked =
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }
  | { readonly kind: 'asked'; readonly order: NewEntry | undefined; readonly sealed: NewEntry; readonly begun: NewEntry };

function askedIn(parts: WebParts, record: ChildRecord, given: GivenForm): Asked {
  const today = dayInEngland(parts.now());
  const order = hasOrder(record) ? undefined : understand(orderFields, under(given, 'f'));
  const child = understand(newFields, under(given, 'n'));
  const problems: Problem[] = [
    ...(order === undefined || order.kind === 'accepted' ? [] : order.problems.map((one) => ({ ...one, field: `f.${one.field ?? ''}` }))),
    ...(child.kind === 'accepted' ? [] : child.problems.map((one) => ({ ...one, field: `n.${one.field ?? ''}` }))),
    ...(one(given, 'reason').trim().length < 5 ? [{ field: 'reason', message: 'Enter why it is sealed' }] : []),
  ];
  if ((order !== undefined && order.kind !== 'accepted') || child.kind !== 'accepted' || problems.length > 0)
    return { kind: 'wrong', problems };
  const raised = order === undefined ? [] : adoptionOrder.decide(record.history, order.value, today);
  if (raised.length > 0) return { kind: 'wrong', problems: raised.map((one) => ({ ...one, field: `f.${one.field ?? ''}` })) };
  const person = idIn(given, 'new');
  const details = detailsOf({ person, answers: child.value }, familyOf(person), today);
  return {
    kind: 'asked',
    order:
      order === undefined
        ? undefined
        : entryOf(parts, erase(adoptionOrder), { entry: idIn(given, 'order'), person: record.person, shared: order.value }),
    sealed: entryOf(parts, erase(recordSealed), { entry: idIn(given, 'sealed'), person: record.person, shared: { sealedOn: today } }),
    begun: entryOf(parts, erase(personDetails), { entry: idIn(given, 'begun'), person, shared: details }),
  };
}

const idIn = (given: GivenForm, name: string): string => (isId(one(given, name)) ? one(given, name) : crypto.randomUUID());

type About = { readonly entry: string; readonly person: string; readonly shared: Readonly<Record<string, unknown>> };
const entryOf = (parts: WebParts, step: AnyStep, { entry, person, shared }: About): NewEntry => ({
  entry,
  step: step.name,
  wording: parts.wordingOf(step),
  happenedOn: step.happenedOn(shared as never),
  shared,
  about: [{ person, answers: {} }],
});
