import type { History } from '../../kernel/step/history.ts';
import { adviserVisitLimits, contactEnds, contactLimits, needsAssessmentLimits, pathwayReviewLimits } from './leaving-care-limits.ts';

/** What a personal adviser sees to (Care Leavers Regulations 2010 regs 5 to 8): needs, plan and its reviews, visits, and keeping in touch. */
export const adviserRules: ReadonlySet<string> = new Set(
  [needsAssessmentLimits, pathwayReviewLimits, adviserVisitLimits, contactLimits].flat().map(({ rule }) => rule),
);

/** Who was last named, by itself or in the pathway plan; nobody once a contact says that no more is owed. A case that is closed to others ends nothing here. */
export function adviserOf(history: History): string | undefined {
  const named = history.findLast(
    ({ step, answers }) => (step === 'personalAdviserNamed' || step === 'pathwayPlan') && typeof answers['adviser'] === 'string',
  );
  const isOver = history.some(
    ({ step, answers, happenedOn }) =>
      step === 'careLeaverContact' && contactEnds(String(answers['inTouch'])) && named !== undefined && happenedOn >= named.happenedOn,
  );
  const adviser = named?.answers['adviser'];
  return isOver || typeof adviser !== 'string' ? undefined : adviser;
}
