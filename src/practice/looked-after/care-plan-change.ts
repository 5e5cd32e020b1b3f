import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { statementsOf } from '../checks.ts';
import { heldBack } from '../gates/gate.ts';
import { lookedAfterSince } from './care.ts';
import { reviewsBetween } from './care-moments.ts';

type Plan = {
  readonly madeOn: LocalDate;
  readonly permanence: string | undefined;
  readonly changes: readonly string[];
  readonly cannotWait: string | undefined;
};

/**
 * Regulation 32(2): no significant change of the care plan before a review has considered it, unless that is not reasonably practicable. What is planned to
 * last is what matters most, and the plan says what else it changes; a first plan, or a first decision on permanence, changes nothing.
 */
export function carePlanChange(history: History, { madeOn, permanence, changes, cannotWait }: Plan): readonly Problem[] {
  const since = lookedAfterSince(history, madeOn);
  const before = statementsOf('carePlan', history).filter(
    ({ happenedOn }) => happenedOn <= madeOn && since !== undefined && happenedOn >= since,
  );
  const decided = before.findLast(({ answers }) => answers['permanence'] !== undefined);
  const was = decided?.answers['permanence'];
  const last = before.at(-1);
  const heldUntilReviewed = (plan: Statement, field: string): readonly Problem[] =>
    heldBack('carePlanAfterReview', {
      history,
      on: madeOn,
      field,
      isMet: isReviewedSince(plan, history, madeOn) || cannotWait !== undefined,
    });
  const isAnother = permanence !== undefined && was !== 'notYetDecided' && was !== permanence;
  const ofPermanence = decided === undefined || !isAnother ? [] : heldUntilReviewed(decided, 'permanence');
  return ofPermanence.length > 0 || last === undefined || changes.length === 0 ? ofPermanence : heldUntilReviewed(last, 'changes');
}

const isReviewedSince = (plan: Statement, history: History, madeOn: LocalDate): boolean =>
  reviewsBetween(history, plan.happenedOn, madeOn).some((review) => review.position > plan.position || review.happenedOn > plan.happenedOn);
