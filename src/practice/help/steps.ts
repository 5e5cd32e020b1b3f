import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { familyHelp } from './family-help.ts';
import { leadPractitioner } from './lead-practitioner.ts';
import { familyHelpPlan } from './family-help-plan.ts';
import { familyHelpReview } from './family-help-review.ts';
import { changeOfHelp } from './change-of-help.ts';
import { familyHelpEnd } from './family-help-end.ts';
import { agreementToHelp } from './agreement-to-help.ts';
import { sharingOfInformation } from './sharing-of-information.ts';
import { needsAssessment } from './needs-assessment.ts';
import { homelessYoungPerson } from './homeless-young-person.ts';

/** Early help and family help, and what goes with any help. */
export const helpSteps: readonly AnyStep[] = [
  erase(familyHelp),
  erase(leadPractitioner),
  erase(familyHelpPlan),
  erase(familyHelpReview),
  erase(changeOfHelp),
  erase(familyHelpEnd),
  erase(agreementToHelp),
  erase(sharingOfInformation),
  erase(needsAssessment),
  erase(homelessYoungPerson),
];
