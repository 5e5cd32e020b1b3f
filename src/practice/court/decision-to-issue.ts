import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy, statementsOf } from '../checks.ts';
import { heldBack } from '../gates/gate.ts';

export const ordersSought = {
  care: 'Care order',
  supervision: 'Supervision order',
  interimCare: 'Interim care order with the application',
  interimSupervision: 'Interim supervision order with the application',
} as const;

/** Proceedings that have ended begin everything anew: what was offered before an earlier application does not serve a later one. */
function sinceLastProceedings(step: string, history: History, on: LocalDate): readonly Statement[] {
  const ended = statementsOf('proceedingsEnd', history).findLast((one) => one.happenedOn <= on);
  return statementsOf(step, history).filter((one) => one.happenedOn <= on && (ended === undefined || one.happenedOn >= ended.happenedOn));
}

/** Section 31ZA(3): not offered, it is said why that would not be in the child’s best interests. */
const isOfferOrReason = ({ answers }: Statement): boolean =>
  answers['outcome'] !== 'notInInterests' || typeof answers['reason'] === 'string';

/** Offered, and held where it was accepted: an offer that was taken up and never came to a meeting gave the family no say. */
function hadTheirChance(history: History, on: LocalDate): boolean {
  const last = sinceLastProceedings('familyGroupOffer', history, on).findLast(isOfferOrReason);
  if (last?.answers['outcome'] !== 'accepted') return last !== undefined;
  return sinceLastProceedings('familyGroupMeeting', history, on).some(({ happenedOn }) => happenedOn >= last.happenedOn);
}

const inForceFrom = literal('2014-04-22');

function gatesOf(history: History, on: LocalDate, urgent: string | undefined): readonly Problem[] {
  if (on < inForceFrom) return [];
  return [
    ...heldBack('familyGroupDecisionMaking', { history, on, field: 'decidedOn', isMet: hadTheirChance(history, on) }),
    ...heldBack('letterBeforeProceedings', {
      history,
      on,
      field: 'urgentBecause',
      isMet: urgent !== undefined || sinceLastProceedings('letterBeforeProceedings', history, on).length > 0,
    }),
  ];
}

/** The authority decides to ask a court. That it did ask, and when, is the step after it: a fact, which nothing holds back. */
export const decisionToIssue = defineStep({
  name: 'decisionToIssue',
  title: 'Decision to apply for a care or supervision order',
  law: 'Children Act 1989 s31 and s31ZA; Court orders and pre-proceedings 2014',
  fields: {
    decidedOn: date('Date of the decision', { required: 'What must come before an application is looked for up to this day' }),
    order: code('Which order', ordersSought, { required: 'Children Act 1989 s31: the application names the order', neverPrefilled: true }),
    reason: text('Why the child needs it', {
      lines: 5,
      required: 'Children Act 1989 s1 and s31(2): why the threshold is met and an order is better for the child than none',
      neverPrefilled: true,
    }),
    urgentBecause: text('Why the child cannot wait for a letter before proceedings', {
      lines: 2,
      hint: 'Only if none was sent',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['headOfService', 'teamManager'], read: practitioners },
  summary: ({ order }) => `Decided to apply: ${ordersSought[order].toLowerCase()}`,
  decide: (history, { decidedOn, urgentBecause }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    const known = history.length === 0 ? [] : gatesOf(history, decidedOn, urgentBecause);
    return [...notAhead(day, today), ...notBeforePregnancy(day, history), ...known];
  },
  dependsOn: ['familyGroupOffer', 'familyGroupMeeting', 'letterBeforeProceedings', 'gateOverride', 'proceedingsEnd'],
  examples: {
    'after pre-proceedings': {
      decidedOn: literal('2026-07-02'),
      order: 'interimCare',
      reason: 'The children have gone without food and company for days at a time, and no work of sixteen weeks has changed it.',
    },
  },
});
