import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { caseDiscussion } from './case-discussion.ts';
import { staffSupervision } from './staff-supervision.ts';
import { staffSupervisionAgreement } from './staff-supervision-agreement.ts';
import { staffSupervisionComment } from './staff-supervision-comment.ts';
import { staffSupervisionEnd } from './staff-supervision-end.ts';
import { supervisionQuality } from './supervision-quality.ts';

export const supervisionSteps: readonly AnyStep[] = [
  erase(caseDiscussion),
  erase(staffSupervisionAgreement),
  erase(staffSupervision),
  erase(staffSupervisionComment),
  erase(staffSupervisionEnd),
  erase(supervisionQuality),
];
