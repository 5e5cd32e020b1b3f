import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { briefingAnswer } from './briefing-answer.ts';
import { complaint } from './complaint.ts';
import { complaintAnswer } from './complaint-answer.ts';
import { complaintExtension } from './complaint-extension.ts';
import { complaintFindings } from './complaint-findings.ts';
import { complaintFurther } from './complaint-further.ts';
import { complaintPanel } from './complaint-panel.ts';
import { complaintWithdrawn } from './complaint-withdrawn.ts';
import { themeBriefing } from './theme-briefing.ts';
import { themeResponse } from './theme-response.ts';
import { voiceExercise } from './voice-exercise.ts';
import { voiceTheme } from './voice-theme.ts';
import { whatChanged } from './what-changed.ts';

/** Complaints, each in a file of its own; and what people say otherwise, what is done about it, and what changed. */
export const voiceSteps: readonly AnyStep[] = [
  erase(complaint),
  erase(complaintExtension),
  erase(complaintAnswer),
  erase(complaintFurther),
  erase(complaintPanel),
  erase(complaintFindings),
  erase(complaintWithdrawn),
  erase(voiceExercise),
  erase(voiceTheme),
  erase(themeResponse),
  erase(whatChanged),
  erase(themeBriefing),
  erase(briefingAnswer),
];
