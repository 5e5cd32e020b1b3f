import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { fosterAssessmentStage } from './foster-assessment-stage.ts';
import { fosterCarerApproval } from './foster-carer-approval.ts';
import { fosterCarerApprovalEnd } from './foster-carer-approval-end.ts';
import { fosterCarerEnquiry } from './foster-carer-enquiry.ts';
import { fosterCarerReview } from './foster-carer-review.ts';
import { fosterCarerVisit } from './foster-carer-visit.ts';
import { fosterConcern } from './foster-concern.ts';
import { fosterConcernEnd } from './foster-concern-end.ts';
import { fosterExemption } from './foster-exemption.ts';
import { fosterPanel } from './foster-panel.ts';

/** Fostering as a service: carers, each household in a file of its own, from the enquiry to the end of the approval. */
export const fosteringSteps: readonly AnyStep[] = [
  erase(fosterCarerEnquiry),
  erase(fosterAssessmentStage),
  erase(fosterPanel),
  erase(fosterCarerApproval),
  erase(fosterCarerReview),
  erase(fosterCarerVisit),
  erase(fosterConcern),
  erase(fosterConcernEnd),
  erase(fosterExemption),
  erase(fosterCarerApprovalEnd),
];
