import type { Chaired } from '../../kernel/derivation/derivation.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore } from '../checks.ts';
import { periodAt } from './care.ts';
import { tiesOf } from './review-independence.ts';

const conferences: ReadonlySet<string> = new Set(['initialConference', 'reviewConference']);
const wasHeld = ({ answers }: Statement): boolean => answers['held'] !== false;

/** Whoever is named, or wrote the review down where nobody is; an import says nothing of who chaired. */
function memberIn({ step, answers, recordedBy, source }: Statement, named: string): string | undefined {
  const member = answers[named];
  if (typeof member === 'string') return member;
  return step === 'lookedAfterReview' && source === undefined ? recordedBy : undefined;
}

/** The head of service let this one through: their decision came before it, and no other review between. */
const wasLetThrough = (review: Statement, history: History): boolean =>
  history.some(
    (one) =>
      one.step === 'gateOverride' &&
      one.answers['gate'] === 'independentReview' &&
      one.happenedOn <= review.happenedOn &&
      isBefore(one, review) &&
      !history.some((other) => other.step === 'lookedAfterReview' && isBefore(one, other) && isBefore(other, review)),
  );

function chairedBy(meeting: Statement | undefined, history: History): readonly Chaired[] {
  if (meeting === undefined) return [];
  const isReview = meeting.step === 'lookedAfterReview';
  const member = memberIn(meeting, isReview ? 'officer' : 'chair');
  if (member === undefined) return [];
  const on = meeting.happenedOn;
  // A conference is of the work since the child was referred; a review of this period of care.
  const since = isReview
    ? periodAt(history, on)?.startedOn
    : history.findLast(({ step, happenedOn }) => step === 'referral' && happenedOn <= on)?.happenedOn;
  const [tied] = tiesOf(
    history.filter((one) => one === meeting || isBefore(one, meeting)),
    member,
    on,
    since,
  );
  const tie = tied?.tie ?? (meeting.answers['isIndependent'] === false ? 'lineOrBudget' : undefined);
  return [
    {
      meeting: meeting.step,
      on,
      by: member,
      ...(tie === undefined ? {} : { tie }),
      ...(isReview && wasLetThrough(meeting, history) ? { letThrough: true } : {}),
    },
  ];
}

/** Who chaired the last looked-after review and the last child protection conference, and what the record says against them: nobody in the line of the case may (reg 46(2); Working Together). */
export function chairedIn(history: History): readonly Chaired[] {
  const held = history.filter(wasHeld);
  return [
    ...chairedBy(
      held.findLast(({ step }) => step === 'lookedAfterReview'),
      history,
    ),
    ...chairedBy(
      held.findLast(({ step }) => conferences.has(step)),
      history,
    ),
  ];
}
