import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { adopterApproval } from './adopter-approval.ts';
import { adopterApprovalEnd } from './adopter-approval-end.ts';
import { adopterConcern } from './adopter-concern.ts';
import { adopterEnquiry } from './adopter-enquiry.ts';
import { adopterPanel } from './adopter-panel.ts';
import { adopterPlacement } from './adopter-placement.ts';
import { adopterReview } from './adopter-review.ts';
import { adopterStage } from './adopter-stage.ts';
import { adoptionDecision } from './adoption-decision.ts';
import { adoptionDecisionTold } from './adoption-decision-told.ts';
import { adoptionDeclined } from './adoption-declined.ts';
import { adoptionDecisionEnd } from './adoption-decision-end.ts';
import { adoptionMatch } from './adoption-match.ts';
import { adoptionOrder } from './adoption-order.ts';
import { adoptionRecommendation } from './adoption-recommendation.ts';
import { consentToPlacement } from './consent-to-placement.ts';
import { kinshipSupport } from './kinship-support.ts';
import { lifeStory } from './life-story.ts';
import { recordSealed } from './record-sealed.ts';

/** From the decision that a child should be placed for adoption to the order; and what relatives who bring a child up are given. */
export const adoptionSteps: readonly AnyStep[] = [
  erase(adoptionRecommendation),
  erase(adoptionDecision),
  erase(consentToPlacement),
  erase(adoptionMatch),
  erase(adoptionDeclined),
  erase(adoptionDecisionTold),
  erase(adoptionDecisionEnd),
  erase(adoptionOrder),
  erase(lifeStory),
  erase(recordSealed),
  erase(kinshipSupport),
];

/** Those who adopt, each household in a file of its own, from the enquiry to the end of the approval. */
export const adopterSteps: readonly AnyStep[] = [
  erase(adopterEnquiry),
  erase(adopterStage),
  erase(adopterPanel),
  erase(adopterApproval),
  erase(adopterReview),
  erase(adopterConcern),
  erase(adopterPlacement),
  erase(adopterApprovalEnd),
];
