import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { guardianAssessment } from './guardian-assessment.ts';
import { guardianSupportDecision } from './guardian-support-decision.ts';
import { guardianSupportProposal } from './guardian-support-proposal.ts';
import { guardianSupportRequest } from './guardian-support-request.ts';
import { guardianSupportReview } from './guardian-support-review.ts';
import { guardianshipEnd } from './guardianship-end.ts';
import { guardianshipNotice } from './guardianship-notice.ts';
import { guardianshipOrderEnd } from './guardianship-order-end.ts';
import { guardianshipReport } from './guardianship-report.ts';

/** Special guardianship, from the notice of whoever wishes it to the order, and support until it ends. */
export const guardianshipSteps: readonly AnyStep[] = [
  erase(guardianshipNotice),
  erase(guardianAssessment),
  erase(guardianshipReport),
  erase(guardianSupportRequest),
  erase(guardianSupportProposal),
  erase(guardianSupportDecision),
  erase(guardianshipEnd),
  erase(guardianSupportReview),
  erase(guardianshipOrderEnd),
];
