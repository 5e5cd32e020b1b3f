import type { History, Statement } from '../../kernel/step/history.ts';
import { months, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom } from '../checks.ts';
import { lookedAfterSince, periodAt, reviewedUnderCarePlanningRules } from './care.ts';
import { endsForAdoption, endsOfCare, localStandard, reviewsBetween, wasHeld } from './care-moments.ts';

/** The first review of this stretch of care, of which the record holds the beginning. */
const firstReview: Moment = {
  step: 'lookedAfterReview',
  on: (review, history) => {
    const since = lookedAfterSince(history, review.happenedOn);
    if (since === undefined || !wasHeld(review) || !reviewedUnderCarePlanningRules(history, review.happenedOn)) return undefined;
    if (periodAt(history, review.happenedOn)?.beganEarlier === true) return undefined;
    return reviewsBetween(history, since, review.happenedOn)[0]?.entry === review.entry ? review.happenedOn : undefined;
  },
};

const decided = new Set<unknown>(['agreed', 'placedForAdoption']);

/** A plan made in this stretch of care before the first review counts; one of an earlier time in care does not. */
function planned(plan: Statement, history: History, start?: Statement) {
  const { permanence } = plan.answers;
  if (permanence === undefined || permanence === 'notYetDecided') return undefined;
  if (start === undefined) return plan.happenedOn;
  const since = lookedAfterSince(history, start.happenedOn) ?? start.happenedOn;
  return plan.happenedOn < since && periodAt(history, plan.happenedOn) !== undefined ? undefined : countedFrom(start, plan);
}

export const permanenceLimits: readonly Timescale[] = [
  {
    ...localStandard,
    standing: 'guidance',
    version: 'guidance volume 2, 2015',
    rule: 'permanencePlan',
    title: 'Plan for permanence, by the second review',
    limit: months(3),
    starts: [firstReview],
    meets: { step: 'carePlan', on: planned },
    alsoMetBy: [{ step: 'lookedAfterReview', on: ({ answers, happenedOn }) => (decided.has(answers['planNow']) ? happenedOn : undefined) }],
    endedBy: [...endsOfCare, ...endsForAdoption],
    law: 'Children Act 1989 guidance volume 2 (2021): every child has a plan for permanence by the second review',
  },
];
