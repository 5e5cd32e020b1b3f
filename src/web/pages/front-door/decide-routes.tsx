import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import { erase } from '../../../kernel/step/step.ts';
import { contactDecision } from '../../../practice/front-door/contact-decision.ts';
import { dutyHandover } from '../../../practice/front-door/duty-handover.ts';
import { referralDecision } from '../../../practice/front-door/referral-decision.ts';
import { referral } from '../../../practice/front-door/referral.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import { Layout } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage, several } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { openedForWork, refusedFor, stateTogether, type Done, type Stated } from './recording.ts';

const deciders: readonly Role[] = ['teamManager', 'dutyWorker', 'socialWorker'];

/** What one touch records, by its name on the page. */
const touches = {
  accept: { may: deciders, make: accepted, reason: 'Deciding on a contact at the front door' },
  assess: { may: referralDecision.may.record, make: assessed, reason: 'Deciding on a referral at the front door' },
  takeOver: { may: dutyHandover.may.record, make: takenOver, reason: 'Taking over from emergency duty' },
} as const;

type Asked = {
  readonly about: string;
  readonly people: readonly string[];
  readonly today: string;
  readonly records: ReadonlyMap<string, ChildRecord>;
  /** Made with the page: a touch sent twice is one. */
  readonly ids: readonly [string, string];
};

/** The contact is accepted today; the referral is of the day on which it was received. */
function accepted({ about, people, today, records, ids }: Asked): readonly Stated[] {
  const contact = [...records.values()].flatMap(({ history }) => history).find(({ entry, step }) => entry === about && step === 'contact');
  if (contact === undefined) return [];
  const { source } = contact.answers;
  return [
    { step: erase(contactDecision), entry: ids[0], people, shared: { decidedOn: today, decision: 'referral', contact: about } },
    {
      step: erase(referral),
      entry: ids[1],
      people,
      shared: { referredOn: contact.happenedOn, contact: about, ...(source === undefined ? {} : { source }) },
    },
  ];
}

function assessed({ about, people, today, ids }: Asked): readonly Stated[] {
  return [{ step: erase(referralDecision), entry: ids[0], people, shared: { decidedOn: today, response: 'assessment', referral: about } }];
}

function takenOver({ about, people, today, ids }: Asked): readonly Stated[] {
  return [{ step: erase(dutyHandover), entry: ids[0], people, shared: { takenOverOn: today, entry: about } }];
}

const isTouch = (text: string): text is keyof typeof touches => Object.hasOwn(touches, text);

/** Decides in one touch what needs no words; whatever does is decided on its own form. */
export function addDeciding(server: FastifyInstance, parts: WebParts): void {
  server.post('/front-door/decide', async (request, reply) => {
    mustHold(signedIn(request), deciders);
    const given = givenForm(request.body);
    const people = several(given, 'person').filter(isId);
    const outcome = await touched(request, parts, one(given, 'touch'), people);
    const back = one(given, 'touch') === 'takeOver' ? '/front-door/handover' : '/front-door';
    if (outcome.kind === 'done') return reply.redirect(`${back}?recorded=1`, 303);
    return sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="Not recorded" problems={outcome.problems}>
        <BackLink text="Front door" href={back} />
        <h1 class="govuk-heading-l">Nothing was recorded</h1>
        <p class="govuk-body">
          {people.map((person) => (
            <PersonLink person={person} classes="sl-line">
              Open the record
            </PersonLink>
          ))}
        </p>
      </Layout>,
      409,
    );
  });
}

async function touched(request: FastifyRequest, parts: WebParts, name: string, people: readonly string[]): Promise<Done> {
  const given = givenForm(request.body);
  const [about, first, second] = ['about', 'entry', 'second'].map((field) => one(given, field));
  if (!isTouch(name) || people.length === 0 || ![about, first, second].every((id) => id !== undefined && isId(id)))
    throw new Refusal(400, 'The page sent something else than its buttons. Go back and look again.');
  const { may, make, reason } = touches[name];
  mustHold(signedIn(request), may);
  const records = await openedForWork(request, parts, people, reason);
  if (records === undefined) return refusedFor('The record of one of these children is restricted to others: ask whoever may open it.');
  const today = dayInEngland(parts.now());
  const stated = make({ about: about ?? '', people, today, records, ids: [first ?? '', second ?? ''] });
  return stated.length === 0 ? refusedFor('What this was about is no longer on record.') : stateTogether(request, parts, stated, records);
}
