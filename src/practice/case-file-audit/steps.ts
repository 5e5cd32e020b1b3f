import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { auditModeration } from './audit-moderation.ts';
import { auditProgramme } from './audit-programme.ts';
import { auditsTakenOn } from './audits-taken-on.ts';
import { caseFileAudit } from './case-file-audit.ts';
import { caseFileAuditOutcome } from './case-file-audit-outcome.ts';
import { chairsAudit } from './chairs-audit.ts';
import { childFoundUnsafe } from './child-found-unsafe.ts';
import { concernAnswer } from './concern-answer.ts';

export const caseFileAuditSteps: readonly AnyStep[] = [
  erase(childFoundUnsafe),
  erase(chairsAudit),
  erase(concernAnswer),
  erase(caseFileAuditOutcome),
  erase(auditProgramme),
  erase(auditsTakenOn),
  erase(caseFileAudit),
  erase(auditModeration),
];
