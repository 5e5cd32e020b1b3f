import { addDays, addMonths } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { calendarDays, months, until, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { adoptionOn, cameFromAdopters, lookedAfterSince, reviewedUnderCarePlanningRules } from './care.ts';
import {
  alreadyLookedAfter,
  becameLookedAfter,
  endsForAdoption,
  endsOfCare,
  localStandard,
  regulations1991,
  regulations2010,
  reviewHeld,
  reviewsBetween,
  withRelaxationOf2020,
} from './care-moments.ts';
import { accommodationEndLimits } from './accommodation-end-limits.ts';
import { custodyLimits } from './custody-limits.ts';
import { placementEndLimits } from './placement-end-limits.ts';
import { firstReview, howMany, ordinalOf } from './review-ordinal.ts';
import { adjournedReviewLimit } from './review-record-limits.ts';

const laterReview: Moment = {
  step: 'lookedAfterReview',
  on: (review, history) => ((ordinalOf(review, history) ?? 0) > 1 ? review.happenedOn : undefined),
};

/** A placement for adoption ended, and the agency may no longer place the child: looked after and reviewed as before. */
const disrupted: Moment = {
  step: 'placement',
  on: (placement, history) =>
    cameFromAdopters(placement, history) && reviewedUnderCarePlanningRules(history, placement.happenedOn)
      ? placement.happenedOn
      : undefined,
};

/** The authority to place ended while the child waited: reviewed as before. */
const noLongerToBePlaced = (step: string): Moment => ({
  step,
  on: ({ happenedOn }, history) =>
    reviewedUnderCarePlanningRules(history, happenedOn) && adoptionOn(history, addDays(happenedOn, -1)) === 'waiting'
      ? happenedOn
      : undefined,
});

/** After adoption is no more, the time runs from the last review, whatever its kind; with none, the child has as long as one newly looked after. */
function sixMonths(start: Statement, history: History): Limit {
  if (!['placement', 'legalStatus', 'adoptionDecisionEnd'].includes(start.step)) return months(6);
  const since = lookedAfterSince(history, start.happenedOn) ?? start.happenedOn;
  const reviews = reviewsBetween(history, since, start.happenedOn);
  const last = reviews.at(-1);
  return last === undefined ? workingDays(20) : until(addMonths(last.happenedOn, howMany(reviews) === 1 ? 3 : 6));
}

const ends = [...endsOfCare, ...endsForAdoption];

export const reviewLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'firstLookedAfterReview',
    title: 'First looked-after review',
    limit: workingDays(20),
    starts: becameLookedAfter,
    meets: reviewHeld,
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 33(1): within 20 working days of becoming looked after',
  },
  {
    ...regulations1991,
    rule: 'firstLookedAfterReview',
    title: 'First looked-after review',
    limit: calendarDays(28),
    starts: becameLookedAfter,
    meets: reviewHeld,
    endedBy: ends,
    law: 'Review of Children’s Cases Regulations 1991 reg 3(1): within four weeks',
  },
  ...withRelaxationOf2020({
    ...regulations2010,
    inForce: regulations1991.inForce,
    version: '1991 and 2010 Regulations',
    rule: 'secondLookedAfterReview',
    title: 'Second looked-after review',
    limit: months(3),
    starts: [firstReview],
    meets: reviewHeld,
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 33(1), 1991 Regulations reg 3(2): within three months of the first review',
  }),
  ...withRelaxationOf2020({
    ...regulations2010,
    inForce: regulations1991.inForce,
    version: '1991 and 2010 Regulations',
    rule: 'laterLookedAfterReview',
    title: 'Looked-after review',
    limit: sixMonths,
    starts: [laterReview, alreadyLookedAfter, disrupted, noLongerToBePlaced('legalStatus'), noLongerToBePlaced('adoptionDecisionEnd')],
    meets: reviewHeld,
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 33(2), 1991 Regulations reg 3(2): at most six months after the last review',
  }),
  {
    ...localStandard,
    rule: 'earlyLookedAfterReview',
    title: 'Early looked-after review',
    limit: (request) =>
      typeof request.answers['reviewBy'] === 'string' ? until(request.answers['reviewBy'] as typeof request.happenedOn) : workingDays(20),
    starts: [{ step: 'earlyReviewRequest' }, saying('reviewEventConsidered', 'decision', 'earlyReview')],
    meets: reviewHeld,
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 33(3): a review when one of its events happens; by the day the reviewing officer names, else 20 working days (local)',
  },
  ...custodyLimits,
  ...placementEndLimits,
  ...accommodationEndLimits,
  adjournedReviewLimit,
];
