import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { caseConsultation } from './case-consultation.ts';
import { consultationAdvice } from './consultation-advice.ts';

export const consultationSteps: readonly AnyStep[] = [erase(caseConsultation), erase(consultationAdvice)];
