import type { History, Statement } from '../../kernel/step/history.ts';
import type { Moment } from '../../kernel/step/timescale.ts';
import { lookedAfterSince, periodAt, reviewedUnderCarePlanningRules } from './care.ts';
import { reviewsBetween, wasHeld } from './care-moments.ts';

/** Which review of this stretch of care a review is, from 1; nothing where it is none; infinite where the first are not on record. Two entries of one day are one review. */
export function ordinalOf(review: Statement, history: History): number | undefined {
  const from = lookedAfterSince(history, review.happenedOn);
  if (from === undefined || !wasHeld(review) || !reviewedUnderCarePlanningRules(history, review.happenedOn)) return undefined;
  const days = reviewsBetween(history, from, review.happenedOn);
  if (days.find(({ happenedOn }) => happenedOn === review.happenedOn)?.entry !== review.entry) return undefined;
  return periodAt(history, review.happenedOn)?.beganEarlier === true ? Infinity : howMany(days);
}

/** How many reviews these are, by their days. */
export const howMany = (reviews: readonly Statement[]): number => new Set(reviews.map(({ happenedOn }) => happenedOn)).size;

/** The first review of this stretch of care, of which the record holds the beginning. */
export const firstReview: Moment = {
  step: 'lookedAfterReview',
  on: (review, history) => (ordinalOf(review, history) === 1 ? review.happenedOn : undefined),
};
