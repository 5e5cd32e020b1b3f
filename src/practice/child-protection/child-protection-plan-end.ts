import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { notAhead, notBeforeStart, planBegunBy, statementsOf } from '../checks.ts';
import { heldBack } from '../gates/gate.ts';

/** Working Together: when a plan ends other than by a review conference. */
const reasons = {
  review: 'A review conference decided that it is no longer needed',
  moved: 'The child moved, and the other authority has taken over',
  grownUp: 'The child turned eighteen',
  died: 'The child died',
  leftCountry: 'The child left the United Kingdom for good',
} as const;

/** Help rarely ends with the plan. */
const follows = {
  childInNeed: 'Child in need plan',
  familyHelp: 'Family help or another service',
  lookedAfter: 'The child is looked after',
  nothing: 'Nothing more',
} as const;

type End = { readonly endedOn: LocalDate; readonly reason?: string };

/** The last review of the plan that runs, where it decided that this child’s plan goes on no longer. */
function reviewThatEndsIt(history: History, today: LocalDate) {
  const plan = planBegunBy(today, history);
  const last = statementsOf('reviewConference', history).findLast(({ answers }) => answers['held'] !== false);
  const isOfPlan = last !== undefined && (plan === undefined || last.happenedOn >= plan.happenedOn);
  return isOfPlan && last.answers['continues'] === false ? last : undefined;
}

const reviewHeldOnPlan = (history: History, endedOn: LocalDate): boolean => {
  const plan = planBegunBy(endedOn, history);
  return statementsOf('reviewConference', history).some(
    ({ answers, happenedOn }) =>
      answers['held'] !== false &&
      answers['continues'] !== true &&
      happenedOn <= endedOn &&
      (plan === undefined || happenedOn >= plan.happenedOn),
  );
};

/** Their conference has been held since they were told of the move. */
const otherConferenceHeld = (history: History, endedOn: LocalDate): boolean => {
  const told = statementsOf('transferOut', history).findLast((one) => one.happenedOn <= endedOn);
  return statementsOf('transferOutHeld', history).some(
    ({ happenedOn }) => happenedOn <= endedOn && (told === undefined || happenedOn >= told.happenedOn),
  );
};

/** Of a plan whose beginning is not on record, nobody can say what came before its end. */
function gatesOf(history: History, { endedOn: on, reason = 'review' }: End): readonly Problem[] {
  if (planBegunBy(on, history) === undefined) return [];
  const at = { history, on, field: 'reason' };
  if (reason === 'review') return heldBack('planEndsAtReview', { ...at, isMet: reviewHeldOnPlan(history, on) });
  return reason === 'moved' ? heldBack('transferInConference', { ...at, isMet: otherConferenceHeld(history, on) }) : [];
}

export const childProtectionPlanEnd = defineStep({
  name: 'childProtectionPlanEnd',
  title: 'Child protection plan ended',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    endedOn: date('Date the child protection plan ended', {
      required: 'Children in need census, and the end of the plan’s limits',
      returns: { cin: 'CPPendDate' },
    }),
    plan: link('Which plan', 'entry'),
    whatFollows: code('What follows', follows, { neverPrefilled: true }),
    reason: code('Why it ended', reasons, { hint: 'Left empty: a review conference decided it', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (history, today) => {
    const from = reviewThatEndsIt(history, today);
    return { endedOn: from === undefined ? { value: today } : { value: from.happenedOn, from } };
  },
  togetherWith: 'siblings',
  among: (history) => statementsOf('childProtectionPlan', history),
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: () => 'Child protection plan ended',
  decide: (history, answers, today) => {
    const { endedOn } = answers;
    const day = { field: 'endedOn', what: 'The date the child protection plan ended', on: endedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'childProtectionPlan', 'the first child protection plan started'),
      ...gatesOf(history, answers),
    ];
  },
  dependsOn: ['childProtectionPlan', 'reviewConference', 'transferOut', 'transferOutHeld', 'gateOverride'],
  carriedBy: { cin: 'ChildProtectionPlans' },
  examples: {
    'at a review': { endedOn: literal('2026-12-15'), reason: 'review', whatFollows: 'childInNeed' },
    'another authority took over': { endedOn: literal('2026-12-15'), reason: 'moved' },
  },
});
