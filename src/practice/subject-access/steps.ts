import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { subjectAccessClarification } from './clarification.ts';
import { subjectAccessExtension } from './extension.ts';
import { subjectAccessIdentity } from './identity.ts';
import { subjectAccessQuestion } from './question.ts';
import { redactionConfirmation } from './redaction-confirmation.ts';
import { redaction } from './redaction.ts';
import { subjectAccessRefusal } from './refusal.ts';
import { subjectAccessRelease } from './release.ts';
import { subjectAccessRequest } from './request.ts';
import { subjectAccessWithdrawal } from './withdrawal.ts';

/** From the request for one’s own record to the copy that goes. */
export const subjectAccessSteps: readonly AnyStep[] = [
  erase(subjectAccessRequest),
  erase(subjectAccessQuestion),
  erase(subjectAccessIdentity),
  erase(subjectAccessClarification),
  erase(subjectAccessExtension),
  erase(redaction),
  erase(redactionConfirmation),
  erase(subjectAccessRelease),
  erase(subjectAccessRefusal),
  erase(subjectAccessWithdrawal),
];
