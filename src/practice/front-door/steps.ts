import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { closure } from './closure.ts';
import { contact } from './contact.ts';
import { contactDecision } from './contact-decision.ts';
import { thresholdConsultation } from './threshold-consultation.ts';
import { triageRating } from './triage-rating.ts';
import { agencyChecks } from './agency-checks.ts';
import { agencyCheckAnswer } from './agency-check-answer.ts';
import { outcomeToReferrer } from './outcome-to-referrer.ts';
import { emergencyDutyEntry } from './emergency-duty-entry.ts';
import { dutyHandover } from './duty-handover.ts';
import { referralDecision } from './referral-decision.ts';
import { referral } from './referral.ts';

/** How a child comes to the authority, in the order of the work. */
export const frontDoorSteps: readonly AnyStep[] = [
  erase(contact),
  erase(contactDecision),
  erase(thresholdConsultation),
  erase(triageRating),
  erase(agencyChecks),
  erase(agencyCheckAnswer),
  erase(outcomeToReferrer),
  erase(emergencyDutyEntry),
  erase(dutyHandover),
  erase(referral),
  erase(referralDecision),
  erase(closure),
];
