import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { dueAfter, months, until, type Limit, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom, isBefore } from '../checks.ts';
import { lookedAfterSince, periodAt } from './care.ts';
import { endsForAdoption, endsOfCare, localStandard } from './care-moments.ts';
import { firstReview, ordinalOf } from './review-ordinal.ts';

/** A plan made in this stretch of care before the first review counts; one of an earlier time in care does not. */
function planned(plan: Statement, history: History, start?: Statement) {
  const { permanence } = plan.answers;
  if (permanence === undefined || permanence === 'notYetDecided') return undefined;
  if (start === undefined) return plan.happenedOn;
  const since = lookedAfterSince(history, start.happenedOn) ?? start.happenedOn;
  return plan.happenedOn < since && periodAt(history, plan.happenedOn) !== undefined ? undefined : countedFrom(start, plan);
}

/** Three months from the first review, as the second has; where the second was held sooner, that day. One that is held late makes the plan no less late. */
function bySecondReview(first: Statement, history: History, on: LocalDate): Limit {
  const second = history.find((one) => one.step === 'lookedAfterReview' && isBefore(first, one) && ordinalOf(one, history) === 2);
  return second !== undefined && second.happenedOn < dueAfter(months(3), on) ? until(second.happenedOn) : months(3);
}

export const permanenceLimits: readonly Timescale[] = [
  {
    ...localStandard,
    standing: 'guidance',
    version: 'guidance volume 2, 2015',
    rule: 'permanencePlan',
    reading: 2,
    title: 'Plan for permanence, by the second review',
    limit: bySecondReview,
    starts: [firstReview],
    meets: { step: 'carePlan', on: planned },
    alsoMetBy: [saying('lookedAfterReview', 'planNow', 'agreed', 'placedForAdoption')],
    endedBy: [...endsOfCare, ...endsForAdoption],
    law: 'Children Act 1989 guidance volume 2 (2021): every child has a plan for permanence by the second review',
  },
];
