import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { caseloadDecision } from './caseload-decision.ts';
import { directObservation } from './direct-observation.ts';
import { inductionEnd } from './induction-end.ts';
import { inductionEvidence } from './induction-evidence.ts';
import { inductionProgramme } from './induction-programme.ts';
import { inductionReview } from './induction-review.ts';
import { mentorMeeting } from './mentor-meeting.ts';

/** What somebody newly qualified is promised, and whether it is kept: in a file of their own, beside their staff file. */
export const inductionSteps: readonly AnyStep[] = [
  erase(inductionProgramme),
  erase(mentorMeeting),
  erase(directObservation),
  erase(inductionEvidence),
  erase(inductionReview),
  erase(caseloadDecision),
  erase(inductionEnd),
];
