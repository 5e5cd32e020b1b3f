import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { agencyAssessment, agencyAssessmentChallenge } from './agency-assessment.ts';
import { agencyData } from './agency-data.ts';
import { bodyForwardPlan, bodyPaper, bodyReport, bodyWorkPlan } from './body-business.ts';
import { bodyChallenge } from './body-challenge.ts';
import { bodyChallengeAnswer } from './body-challenge-answer.ts';
import { bodyClosed } from './body-closed.ts';
import { bodyConstitution } from './body-constitution.ts';
import { bodyMeeting } from './body-meeting.ts';
import { bodyMember } from './body-member.ts';
import { bodyMemberEnd } from './body-member-end.ts';
import { bodyPriority, bodyPriorityProgress } from './body-priority.ts';
import { bodyRisk } from './body-risk.ts';
import { localIssue } from './local-issue.ts';
import { localIssueAnswer } from './local-issue-answer.ts';

/** The business of the Safeguarding Board of 2009, of today’s three partners, and of their panels and sub-groups, in files of their own. */
export const safeguardingBoardSteps: readonly AnyStep[] = [
  erase(bodyConstitution),
  erase(bodyMember),
  erase(bodyMemberEnd),
  erase(bodyForwardPlan),
  erase(bodyPaper),
  erase(bodyMeeting),
  erase(bodyPriority),
  erase(bodyPriorityProgress),
  erase(bodyWorkPlan),
  erase(bodyRisk),
  erase(bodyChallenge),
  erase(bodyChallengeAnswer),
  erase(localIssue),
  erase(localIssueAnswer),
  erase(agencyAssessment),
  erase(agencyAssessmentChallenge),
  erase(agencyData),
  erase(bodyReport),
  erase(bodyClosed),
];
