import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import {
  contactDecided,
  contactOf,
  decisionOn,
  enquiriesOf,
  isMove,
  isTemporary,
  leadsNowhere,
  periodsOf,
} from '../../practice/pathway.ts';
import type { MeasuredChild } from '../measures/measured-child.ts';

/** What arrives, in the order in which one thing leads to another. */
export const arrivalKinds = {
  contact: 'Contacts',
  referral: 'Referrals',
  assessment: 'Assessments begun',
  enquiry: 'Section 47 enquiries',
  conference: 'Initial conferences',
  plan: 'Protection plans',
  care: 'Children who became looked after',
  placement: 'New placements',
} as const;
export type ArrivalKind = keyof typeof arrivalKinds;
export const isArrivalKind = (text: string): text is ArrivalKind => Object.hasOwn(arrivalKinds, text);
export const kindsOfArrival: readonly ArrivalKind[] = Object.keys(arrivalKinds).filter(isArrivalKind);

/** One thing that arrived on a day. Of an entry about several children there is one for each, until they are put together. */
export type Arrival = {
  readonly kind: ArrivalKind;
  readonly on: LocalDate;
  readonly entry: string;
  readonly person: string;
  readonly team: string | undefined;
  readonly source: string | undefined;
  readonly need: string | undefined;
  readonly age: number | undefined;
  /** Of a referral: another stood within twelve months before it. */
  readonly isAgain: boolean;
  /** Whether it led to what comes next (`stages`); undefined: nothing comes next, or that is not decided yet. */
  readonly led: boolean | undefined;
};

/** What each leads to, as the page says it. */
export const stages: Readonly<Partial<Record<ArrivalKind, string>>> = {
  contact: 'became a referral, or went at once to a strategy discussion',
  referral: 'led to an assessment',
  enquiry: 'led to an initial conference',
  conference: 'led to a protection plan',
};

type Found = Pick<Arrival, 'kind' | 'led'> & { readonly one: Statement; readonly isAgain?: boolean };

/** All that arrived about a child between two days. */
export function arrivalsOf(child: MeasuredChild, person: string, since: LocalDate): readonly Arrival[] {
  const referrals = child.all('referral');
  return [...atTheDoor(child), ...afterIt(child), ...intoCare(child)]
    .filter(({ one }) => one.happenedOn >= since)
    .map(({ kind, one, led, isAgain = false }) => {
      const from = referrals.findLast(({ happenedOn }) => happenedOn <= one.happenedOn);
      return {
        kind,
        on: one.happenedOn,
        entry: one.entry,
        person,
        team: child.teamOn(one.happenedOn),
        source: text(one.answers['source']) ?? text(from?.answers['source']),
        need: text(one.answers['primaryNeed']) ?? text(from?.answers['primaryNeed']),
        age: child.ageOn(one.happenedOn),
        isAgain,
        led,
      };
    });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function atTheDoor(child: MeasuredChild): readonly Found[] {
  const { all, history } = child;
  const [referrals, assessments] = [all('referral'), all('childAndFamilyAssessment')];
  const fromContact = new Set(referrals.map((one) => contactOf(one, history)?.entry));
  const decided = new Map(all('contactDecision').map((one) => [contactDecided(one, history)?.entry, one.answers['decision']]));
  const contacts = all('contact').map((one): Found => {
    const decision = decided.get(one.entry);
    const isOn = fromContact.has(one.entry) || decision === 'referral' || decision === 'strategyDiscussion';
    return { kind: 'contact', one, led: isOn ? true : decision === undefined ? undefined : false };
  });
  const referred = referrals.map((one, n): Found => {
    const next = referrals[n + 1]?.happenedOn;
    const isAssessed = assessments.some(({ happenedOn }) => happenedOn >= one.happenedOn && (next === undefined || happenedOn < next));
    const isDecided = leadsNowhere(one, history) || decisionOn(one, history) !== undefined;
    const before = referrals.findLast(({ happenedOn }) => happenedOn < one.happenedOn);
    return { kind: 'referral', one, led: isAssessed ? true : isDecided ? false : undefined, isAgain: isWithinAYear(before, one) };
  });
  return [...contacts, ...referred, ...assessments.map((one): Found => ({ kind: 'assessment', one, led: undefined }))];
}

const isWithinAYear = (before: Statement | undefined, one: Statement): boolean =>
  before !== undefined && before.happenedOn >= addMonths(one.happenedOn, -12);

/** Without a conference to come; until then nobody can say to what an enquiry leads. */
const endsEnquiry = ({ step, answers }: Statement): boolean =>
  step === 'closure' || (step === 'section47Outcome' && answers['outcome'] !== 'conference');

/** A conference may follow after its outcome said so, or in spite of it: once it is held, the enquiry has led to it. */
function ledToConference(since: readonly Statement[]): boolean | undefined {
  if (since.some(({ step }) => step === 'initialConference')) return true;
  return since.some(endsEnquiry) ? false : undefined;
}

function afterIt({ all, history }: MeasuredChild): readonly Found[] {
  const enquiries = enquiriesOf(history).flatMap(([first], n, others): readonly Found[] => {
    if (first === undefined) return [];
    const [from, next] = [history.indexOf(first), others[n + 1]?.[0]];
    const since = history.slice(from + 1, next === undefined ? undefined : history.indexOf(next));
    return [{ kind: 'enquiry', one: first, led: ledToConference(since) }];
  });
  const plans = all('childProtectionPlan');
  const conferences = all('initialConference').map((one): Found => {
    const isPlanned = plans.some(({ happenedOn }) => happenedOn === one.happenedOn) || one.answers['outcome'] === 'planMade';
    return { kind: 'conference', one, led: isPlanned };
  });
  return [...enquiries, ...conferences, ...plans.map((one): Found => ({ kind: 'plan', one, led: undefined }))];
}

function intoCare({ history, inCareSince }: MeasuredChild): readonly Found[] {
  return periodsOf(history).flatMap(({ start, startedOn, beganEarlier, placements }): readonly Found[] => {
    const moves = placements.filter((one) => !isTemporary(one) && isMove(one, history));
    return [
      ...(beganEarlier || inCareSince(startedOn) === undefined ? [] : [{ kind: 'care' as const, one: start, led: undefined }]),
      ...moves.map((one): Found => ({ kind: 'placement', one, led: undefined })),
    ];
  });
}
