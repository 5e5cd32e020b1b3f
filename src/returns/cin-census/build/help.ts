import type { History, Statement } from '../../../kernel/step/history.ts';
import { isBefore, isShortBreak, statementsOf } from '../../../practice/pathway.ts';
import { group, value, type BuiltElement } from './element.ts';
import { isIn, isRunningIn, type Period } from '../../rule/period.ts';

/** A module with the entry that began it, by whose day its episode is found. */
export type Module = { readonly begun: Statement; readonly elements: readonly BuiltElement[] };

/** Assessments that ended in the year or have not ended. */
export function assessmentsIn(history: History, period: Period): readonly Module[] {
  const authorised = authorisations(history);
  return statementsOf('childAndFamilyAssessment', history).flatMap((begun) => {
    const end = authorised.get(begun.entry);
    return end === undefined || isIn(end.happenedOn, period) ? [{ begun, elements: assessment(begun, end) }] : [];
  });
}

function assessment(begun: Statement, end: Statement | undefined): readonly BuiltElement[] {
  const factors = end?.answers['factors'];
  return group(
    'Assessments',
    value('AssessmentActualStartDate', begun.happenedOn, begun),
    value('AssessmentInternalReviewDate', begun.answers['internalReviewOn'], begun),
    value('AssessmentAuthorisationDate', end?.happenedOn, end),
    group('FactorsIdentifiedAtAssessment', Array.isArray(factors) ? factors.flatMap((code) => value('AssessmentFactors', code, end)) : []),
  );
}

/** By the entry of each assessment: its authorisation, which names it or is the first after it that names none. */
export function authorisations(history: History): ReadonlyMap<string, Statement> {
  const ends = new Map<string, Statement>();
  const starts = statementsOf('childAndFamilyAssessment', history);
  for (const end of statementsOf('assessmentAuthorisation', history)) {
    const named = end.answers['assessment'];
    const start = starts.findLast((one) =>
      named === undefined ? one.happenedOn <= end.happenedOn && !ends.has(one.entry) : one.entry === named,
    );
    if (start !== undefined) ends.set(start.entry, end);
  }
  return ends;
}

/** A plan that a file gives, or that was made while none ran. Made anew while one runs, it is the same plan going on. */
const beginsOne = (plan: Statement, before: Statement | undefined, history: History): boolean =>
  plan.source !== undefined || before === undefined || (endOf(before, history)?.happenedOn ?? plan.happenedOn) < plan.happenedOn;

/**
 * A child in need plan ends when it is ended, when the case is closed, or when a child protection plan or the plan of a looked-after child takes its place.
 * Of a plan that a file gave the file says when it ended: care that began meanwhile does not end it.
 */
const ending: ReadonlySet<string> = new Set(['childInNeedPlanEnd', 'closure', 'childProtectionPlan']);
const endOf = (plan: Statement, history: History): Statement | undefined =>
  history.find((one) => isBefore(plan, one) && (ending.has(one.step) || (plan.source === undefined && beginsCare(one, history))));

/** The child becomes looked after; short breaks, beside which a plan goes on, are none of it. */
function beginsCare(one: Statement, history: History): boolean {
  if (isShortBreak(String(one.answers['legalStatus']))) return false;
  if (one.step === 'periodOfCare') return true;
  if (one.step !== 'legalStatus') return false;
  const before = history.findLast((other) => (other.step === 'periodOfCare' || other.step === 'legalStatus') && isBefore(other, one));
  return before !== undefined && isShortBreak(String(before.answers['legalStatus']));
}

/** Each child in need plan with what ended it. */
export function childInNeedPlansOf(history: History): readonly { readonly begun: Statement; readonly end: Statement | undefined }[] {
  const plans: Statement[] = [];
  for (const plan of statementsOf('childInNeedPlan', history)) if (beginsOne(plan, plans.at(-1), history)) plans.push(plan);
  return plans.map((begun) => ({ begun, end: endOf(begun, history) }));
}

export function childInNeedPlansIn(history: History, period: Period): readonly Module[] {
  return childInNeedPlansOf(history).flatMap(({ begun, end }) => {
    if (!isRunningIn(begun.happenedOn, end?.happenedOn, period)) return [];
    const elements = group(
      'CINPlanDates',
      value('CINPlanStartDate', begun.happenedOn, begun),
      value('CINPlanEndDate', end?.happenedOn, end),
    );
    return [{ begun, elements }];
  });
}
