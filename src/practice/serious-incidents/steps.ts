import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { agencyChronology } from './agency-chronology.ts';
import { agencyEvent } from './agency-event.ts';
import { caseReviewDecision } from './case-review-decision.ts';
import { caseReviewPublished } from './case-review-published.ts';
import { childDeathReview } from './child-death-review.ts';
import { incidentNotification } from './incident-notification.ts';
import { learningTested } from './learning-tested.ts';
import { missedConnection } from './missed-connection.ts';
import { nationalPanelAnswer } from './national-panel-answer.ts';
import { rapidReview } from './rapid-review.ts';
import { reviewLearning } from './review-learning.ts';
import { reviewedChild } from './reviewed-child.ts';
import { seriousIncident } from './serious-incident.ts';

/** Serious incidents, and the reviews that learn from them. */
export const seriousIncidentSteps: readonly AnyStep[] = [
  erase(seriousIncident),
  erase(reviewedChild),
  erase(incidentNotification),
  erase(rapidReview),
  erase(nationalPanelAnswer),
  erase(caseReviewDecision),
  erase(agencyChronology),
  erase(agencyEvent),
  erase(missedConnection),
  erase(childDeathReview),
  erase(reviewLearning),
  erase(learningTested),
  erase(caseReviewPublished),
];
