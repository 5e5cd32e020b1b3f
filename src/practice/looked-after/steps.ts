import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { carePlan } from './care-plan.ts';
import { carerDecision } from './carer-decision.ts';
import { conviction } from './conviction.ts';
import { dentalCheck } from './dental-check.ts';
import { healthAssessment } from './health-assessment.ts';
import { immunisations } from './immunisations.ts';
import { reviewSteps } from './review-steps.ts';
import { legalStatus } from './legal-status.ts';
import { missingEpisode } from './missing-episode.ts';
import { outOfAreaPlacement } from './out-of-area-placement.ts';
import { outcomesOfTheYear } from './outcomes-of-the-year.ts';
import { periodOfCare } from './period-of-care.ts';
import { periodOfCareEnd } from './period-of-care-end.ts';
import { personalEducationPlan } from './personal-education-plan.ts';
import { placement } from './placement.ts';
import { placementPlan } from './placement-plan.ts';
import { previousPermanence } from './previous-permanence.ts';
import { returnFromMissing } from './return-from-missing.ts';
import { returnHomeInterview } from './return-home-interview.ts';
import { schoolPlace } from './school-place.ts';
import { secureAccommodationOrder } from './secure-accommodation-order.ts';
import { secureAccommodationReview } from './secure-accommodation-review.ts';
import { secureApproval } from './secure-approval.ts';
import { strengthsAndDifficulties } from './strengths-and-difficulties.ts';
import { substanceUse } from './substance-use.ts';
import { ageAssessment } from './age-assessment.ts';
import { nationalReferral } from './national-referral.ts';
import { nationalTransfer } from './national-transfer.ts';
import { unaccompaniedChild } from './unaccompanied-child.ts';
import { visitRequest } from './visit-request.ts';
import { lifeInCareSteps } from './life-in-care-steps.ts';

/** From becoming looked after to the end of it: where and with whom, by which power, plans, reviews, health and education. */
export const lookedAfterSteps: readonly AnyStep[] = [
  erase(periodOfCare),
  erase(legalStatus),
  erase(placement),
  erase(periodOfCareEnd),
  erase(carePlan),
  erase(placementPlan),
  erase(carerDecision),
  erase(outOfAreaPlacement),
  erase(secureApproval),
  erase(secureAccommodationOrder),
  erase(secureAccommodationReview),
  ...reviewSteps,
  erase(visitRequest),
  erase(healthAssessment),
  erase(dentalCheck),
  erase(immunisations),
  erase(strengthsAndDifficulties),
  erase(substanceUse),
  erase(conviction),
  erase(personalEducationPlan),
  erase(schoolPlace),
  erase(outcomesOfTheYear),
  erase(missingEpisode),
  erase(returnFromMissing),
  erase(returnHomeInterview),
  erase(unaccompaniedChild),
  erase(ageAssessment),
  erase(nationalTransfer),
  erase(nationalReferral),
  erase(previousPermanence),
  ...lifeInCareSteps,
];
