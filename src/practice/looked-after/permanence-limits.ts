import type { History, Statement } from '../../kernel/step/history.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { months, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom } from '../checks.ts';
import { lookedAfterSince, periodAt } from './care.ts';
import { endsForAdoption, endsOfCare, localStandard } from './care-moments.ts';
import { firstReview } from './review-ordinal.ts';

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
    alsoMetBy: [saying('lookedAfterReview', 'planNow', 'agreed', 'placedForAdoption')],
    endedBy: [...endsOfCare, ...endsForAdoption],
    law: 'Children Act 1989 guidance volume 2 (2021): every child has a plan for permanence by the second review',
  },
];
