import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { homeEvent } from './home-event.ts';
import { improvementProgress } from './improvement-progress.ts';
import { qualityRecord } from './quality-record.ts';
import { inspectionRecommendation } from './inspection-recommendation.ts';
import { inspectionReport } from './inspection-report.ts';
import { intervention } from './intervention.ts';

/** What others judge of a service, what it must improve, and whether it has. */
export const inspectionSteps: readonly AnyStep[] = [
  erase(qualityRecord),
  erase(inspectionReport),
  erase(homeEvent),
  erase(inspectionRecommendation),
  erase(improvementProgress),
  erase(intervention),
];
