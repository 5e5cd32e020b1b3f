import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore, statementsOf } from '../checks.ts';

/** The referral that a decision is about: the one that it names, else the last before it, else one of its day that was written down after it. */
export function referralDecided(decision: Statement, history: History): Statement | undefined {
  const referrals = statementsOf('referral', history);
  const named = decision.answers['referral'];
  if (named !== undefined) return referrals.find((one) => one.entry === named);
  return referrals.findLast((one) => isBefore(one, decision)) ?? referrals.find((one) => one.happenedOn === decision.happenedOn);
}

/** The decision that stands on a referral, or that stood on a day: the last one about it. A manager may think again. */
export const decisionOn = (referral: Statement, history: History, day?: LocalDate): Statement | undefined =>
  statementsOf('referralDecision', history).findLast(
    (one) => (day === undefined || one.happenedOn <= day) && referralDecided(one, history)?.entry === referral.entry,
  );

/** Working Together: the response may be that no assessment is needed. Early help is the work of others. */
export const needsNoAssessment = (decision: Statement | undefined): boolean =>
  ['earlyHelp', 'noFurtherAction'].includes(String(decision?.answers['response']));

/** Referred for nothing more: said so by the file that it came in, or decided here. */
export const leadsNowhere = (referral: Statement, history: History): boolean =>
  referral.answers['noFurtherAction'] === true || needsNoAssessment(decisionOn(referral, history));

/** An assessment begun on a day answers a referral, unless no assessment was then, and is now, thought to be needed. */
export const callsForAssessment = (referral: Statement, history: History, day: LocalDate): boolean =>
  referral.answers['noFurtherAction'] !== true &&
  !(needsNoAssessment(decisionOn(referral, history)) && needsNoAssessment(decisionOn(referral, history, day)));
