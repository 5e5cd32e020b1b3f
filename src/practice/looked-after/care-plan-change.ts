import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { statementsOf } from '../checks.ts';
import { heldBack } from '../gates/gate.ts';
import { lookedAfterSince } from './care.ts';
import { reviewsBetween } from './care-moments.ts';

type Plan = { readonly madeOn: LocalDate; readonly permanence: string | undefined; readonly cannotWait: string | undefined };

/**
 * Regulation 32(2): no significant change of the care plan before a review has considered it, unless that is not reasonably practicable. What is planned to
 * last is what matters most; a first decision on it changes nothing.
 */
export function carePlanChange(history: History, { madeOn, permanence, cannotWait }: Plan): readonly Problem[] {
  const since = lookedAfterSince(history, madeOn);
  const before = statementsOf('carePlan', history).findLast(
    ({ answers, happenedOn }) => answers['permanence'] !== undefined && happenedOn <= madeOn && since !== undefined && happenedOn >= since,
  );
  const was = before?.answers['permanence'];
  if (before === undefined || permanence === undefined || was === 'notYetDecided' || was === permanence) return [];
  const isReviewed = reviewsBetween(history, before.happenedOn, madeOn).some(
    (review) => review.position > before.position || review.happenedOn > before.happenedOn,
  );
  return heldBack('carePlanAfterReview', { history, on: madeOn, field: 'permanence', isMet: isReviewed || cannotWait !== undefined });
}
