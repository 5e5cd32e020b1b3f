import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { advocacyOffer } from './advocacy-offer.ts';
import { childTold } from './child-told.ts';
import { earlyReviewRequest } from './early-review-request.ts';
import { lookedAfterReview } from './looked-after-review.ts';
import { lookedAfterReviewRecord } from './looked-after-review-record.ts';
import { ownView } from './own-view.ts';
import { reviewConsultation } from './review-consultation.ts';
import { reviewDispute } from './review-dispute.ts';
import { reviewDisputeEnd } from './review-dispute-end.ts';
import { reviewDisputeStage } from './review-dispute-stage.ts';
import { reviewEventConsidered } from './review-event-considered.ts';
import { reviewMidwayCheck } from './review-midway-check.ts';
import { reviewingOfficerNamed } from './reviewing-officer-named.ts';

/** The independent review of a looked-after child's case, and what the child is told and says, in the order in which it happens. */
export const reviewSteps: readonly AnyStep[] = [
  erase(reviewingOfficerNamed),
  erase(advocacyOffer),
  erase(childTold),
  erase(ownView),
  erase(reviewConsultation),
  erase(lookedAfterReview),
  erase(lookedAfterReviewRecord),
  erase(reviewMidwayCheck),
  erase(reviewDispute),
  erase(reviewDisputeStage),
  erase(reviewDisputeEnd),
  erase(earlyReviewRequest),
  erase(reviewEventConsidered),
];
