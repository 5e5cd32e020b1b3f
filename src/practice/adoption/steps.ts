import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { adoptionDecision } from './adoption-decision.ts';
import { adoptionDecisionEnd } from './adoption-decision-end.ts';
import { adoptionMatch } from './adoption-match.ts';
import { adoptionOrder } from './adoption-order.ts';
import { consentToPlacement } from './consent-to-placement.ts';
import { kinshipSupport } from './kinship-support.ts';
import { lifeStory } from './life-story.ts';

/** From the decision that a child should be placed for adoption to the order; and what relatives who bring a child up are given. */
export const adoptionSteps: readonly AnyStep[] = [
  erase(adoptionDecision),
  erase(consentToPlacement),
  erase(adoptionMatch),
  erase(adoptionDecisionEnd),
  erase(adoptionOrder),
  erase(lifeStory),
  erase(kinshipSupport),
];
