import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { accommodationAgreement } from './accommodation-agreement.ts';
import { accommodationAgreementEnd } from './accommodation-agreement-end.ts';
import { consent } from './consent.ts';
import { delegatedAuthority } from './delegated-authority.ts';
import { deprivationOfLibertyOrder } from './deprivation-of-liberty-order.ts';
import { familyTime } from './family-time.ts';
import { familyTimePlan } from './family-time-plan.ts';
import { lifeStoryWork } from './life-story-work.ts';
import { placedHere } from './placed-here.ts';
import { placedHereChange } from './placed-here-change.ts';
import { pupilPremiumPlus } from './pupil-premium-plus.ts';
import { schoolAttendance } from './school-attendance.ts';
import { schoolExclusion } from './school-exclusion.ts';
import { unregisteredPlacement } from './unregistered-placement.ts';
import { unregisteredSignOff } from './unregistered-sign-off.ts';

/** By whose agreement a child is in care, who decides what, whom of the family they see, their school, and where they must not be for long. */
export const lifeInCareSteps: readonly AnyStep[] = [
  erase(accommodationAgreement),
  erase(accommodationAgreementEnd),
  erase(delegatedAuthority),
  erase(consent),
  erase(familyTimePlan),
  erase(familyTime),
  erase(lifeStoryWork),
  erase(unregisteredPlacement),
  erase(unregisteredSignOff),
  erase(deprivationOfLibertyOrder),
  erase(placedHere),
  erase(placedHereChange),
  erase(schoolAttendance),
  erase(schoolExclusion),
  erase(pupilPremiumPlus),
];
