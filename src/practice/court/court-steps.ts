import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { careProceedings } from './care-proceedings.ts';
import { decisionToIssue } from './decision-to-issue.ts';
import { familyGroupMeeting } from './family-group-meeting.ts';
import { familyGroupOffer } from './family-group-offer.ts';
import { legalPlanningMeeting } from './legal-planning-meeting.ts';
import { letterBeforeProceedings } from './letter-before-proceedings.ts';
import { preProceedingsEnd } from './pre-proceedings-end.ts';
import { preProceedingsMeeting } from './pre-proceedings-meeting.ts';
import { proceedingsEnd } from './proceedings-end.ts';
import { proceedingsExtension } from './proceedings-extension.ts';

/** From the family’s own meeting to the court’s last order. */
export const courtSteps: readonly AnyStep[] = [
  erase(familyGroupOffer),
  erase(familyGroupMeeting),
  erase(legalPlanningMeeting),
  erase(letterBeforeProceedings),
  erase(preProceedingsMeeting),
  erase(preProceedingsEnd),
  erase(decisionToIssue),
  erase(careProceedings),
  erase(proceedingsExtension),
  erase(proceedingsEnd),
];
