import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { titlesOf } from '../../kernel/field/code.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { isBefore, statementsOf } from '../checks.ts';

/** A condition that law or guidance sets before a decision: not before anything that is only written down as it happened. */
export type Gate = {
  readonly title: string;
  readonly law: string;
  /** The step that takes the decision. */
  readonly decision: string;
  /** What must come first, in words: "Family group decision-making has been offered, or …". */
  readonly asks: string;
};

/** Every gate. A new one is one line here, and `heldBack` in the step that takes the decision. */
export const gates = {
  familyGroupDecisionMaking: {
    title: 'Family group decision-making before an application for a care or supervision order',
    law: 'Children Act 1989 s31ZA, from the day on which regulations bring the Children’s Wellbeing and Schools Act 2026 s1 into force; until then Court orders and pre-proceedings 2014',
    decision: 'decisionToIssue',
    asks: 'Record the offer and, if accepted, the meeting; or why it was not in the child’s interests',
  },
  letterBeforeProceedings: {
    title: 'Letter before proceedings and meeting with the parents before an application',
    law: 'Court orders and pre-proceedings 2014; Family Procedure Rules 2010, Practice Direction 12A',
    decision: 'decisionToIssue',
    asks: 'Record the letter before proceedings, or say in the decision why the child cannot wait for one',
  },
  planEndsAtReview: {
    title: 'A child protection plan ends at a review conference',
    law: 'Working Together 2023, chapter 3',
    decision: 'childProtectionPlanEnd',
    asks: 'Record the review conference at which it was decided, or another reason for the end',
  },
  transferInConference: {
    title: 'A child protection plan is not ended before the other authority has held its conference',
    law: 'Working Together 2023, chapter 3: children who move',
    decision: 'childProtectionPlanEnd',
    asks: 'Record the day on which the other authority held its conference',
  },
  carePlanAfterReview: {
    title: 'A looked-after child’s care plan does not change in what matters before a review has considered the change',
    law: 'Care Planning, Placement and Case Review Regulations 2010 reg 32(2)',
    decision: 'carePlan',
    asks: 'Record the review, or say in the plan why the change could not wait for one',
  },
  independentReview: {
    title: 'A looked-after review is chaired by somebody independent of the case and its budget',
    law: 'Children Act 1989 s25A–25B; Care Planning, Placement and Case Review Regulations 2010 reg 46(2)',
    decision: 'lookedAfterReview',
    asks: 'Name who was in the chair, or hold the review again under another officer and record this one as not held',
  },
  matchAfterDecision: {
    title: 'A child is matched with adopters after the decision that they should be placed for adoption',
    law: 'Adoption and Children Act 2002 s18; Adoption Agencies Regulations 2005 regs 19, 31',
    decision: 'adoptionMatch',
    asks: 'Record the decision that the child should be placed, or the day of it here',
  },
  matchAfterPanel: {
    title: 'A match is decided upon the recommendation of the adoption panel',
    law: 'Adoption Agencies Regulations 2005 reg 33(1)',
    decision: 'adoptionMatch',
    asks: 'Record what the panel said of this match',
  },
  placedAfterMatch: {
    title: 'A child is placed for adoption after the decision on the match',
    law: 'Adoption Agencies Regulations 2005 regs 33, 35(1)',
    decision: 'placement',
    asks: 'Record the match; until it is decided the placement is one with foster carers, and recorded as such',
  },
  placedWithAuthority: {
    title: 'A child is placed for adoption under a placement order or with the parents’ consent',
    law: 'Adoption and Children Act 2002 ss18–19, 21; Adoption Agencies Regulations 2005 reg 35(3)',
    decision: 'placement',
    asks: 'Record the placement order as the legal status, or the consent',
  },
} as const satisfies Readonly<Record<string, Gate>>;

export type GateName = keyof typeof gates;

export const gateTitles = titlesOf(gates);

/** The decision that an override lets through: the first of its kind from that day on. */
const usedBy = (override: Statement, decision: string, history: History): Statement | undefined =>
  statementsOf(decision, history).find((one) => one.happenedOn >= override.happenedOn && isBefore(override, one));

/** The named officer has decided all the same, by that day, and no other decision has gone through on it. */
const isOverridden = (gate: GateName, history: History, on: LocalDate): boolean =>
  statementsOf('gateOverride', history).some(
    (one) => one.answers['gate'] === gate && one.happenedOn <= on && usedBy(one, gates[gate].decision, history) === undefined,
  );

/**
 * Stands between a decision and the record of it, with its law, until what it asks is recorded or the named officer has decided all the same. Nothing
 * else is ever held back: neither what happened nor what anybody saw.
 */
export function heldBack(
  gate: GateName,
  { history, on, field, isMet }: { readonly history: History; readonly on: LocalDate; readonly field: string; readonly isMet: boolean },
): readonly Problem[] {
  if (isMet || isOverridden(gate, history, on)) return [];
  const { title, law, asks } = gates[gate];
  const message = `On ${formatDate(on)} this stood against the decision: ${inSentence(title)} (${law}). ${asks}; or the head of service records “Decision taken against a condition of law”, with the reason`;
  return [{ field, message }];
}
