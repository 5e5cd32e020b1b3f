import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { courtReportOrdered } from './court-report-ordered.ts';
import { courtReportFiled } from './court-report-filed.ts';

/** What a court asks of the authority when parents are in dispute. */
export const privateLawSteps: readonly AnyStep[] = [erase(courtReportOrdered), erase(courtReportFiled)];
