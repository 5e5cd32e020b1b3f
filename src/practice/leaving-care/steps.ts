import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { careLeaverContact } from './care-leaver-contact.ts';
import { endOfCareApproval } from './end-of-care-approval.ts';
import { leavingCareAccommodation } from './leaving-care-accommodation.ts';
import { leavingCareAccommodationEnd } from './leaving-care-accommodation-end.ts';
import { pathwayNeedsAssessment } from './pathway-needs-assessment.ts';
import { pathwayPlan } from './pathway-plan.ts';
import { pathwayPlanReview } from './pathway-plan-review.ts';
import { stayingOn } from './staying-on.ts';
import { documentsHeld } from './documents-held.ts';
import { settingUpAllowance } from './setting-up-allowance.ts';
import { localOfferExplained } from './local-offer-explained.ts';
import { personalAdviserNamed } from './personal-adviser-named.ts';

/** What a young person is owed on the way out of care and after it. */
export const leavingCareSteps: readonly AnyStep[] = [
  erase(endOfCareApproval),
  erase(pathwayNeedsAssessment),
  erase(pathwayPlan),
  erase(pathwayPlanReview),
  erase(leavingCareAccommodation),
  erase(leavingCareAccommodationEnd),
  erase(careLeaverContact),
  erase(stayingOn),
  erase(documentsHeld),
  erase(settingUpAllowance),
  erase(localOfferExplained),
  erase(personalAdviserNamed),
];
