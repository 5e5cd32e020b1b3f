import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { allocation } from './allocation.ts';
import { caseloadStandard } from './caseload-standard.ts';
import { coWorkingEnd } from './co-working-end.ts';
import { employment } from './employment.ts';
import { employmentEnd } from './employment-end.ts';
import { exitInterview } from './exit-interview.ts';
import { safetyIncident } from './safety-incident.ts';
import { socialWorkerEpisode } from './social-worker-episode.ts';
import { staffAbsence } from './staff-absence.ts';
import { staffAbsenceEnd } from './staff-absence-end.ts';
import { staffDetails } from './staff-details.ts';
import { staffRegistration } from './staff-registration.ts';
import { teamPosts } from './team-posts.ts';

/** Who carries what, and the staff and posts that the record rests on. */
export const workforceSteps: readonly AnyStep[] = [
  erase(socialWorkerEpisode),
  erase(allocation),
  erase(coWorkingEnd),
  erase(employment),
  erase(employmentEnd),
  erase(staffAbsence),
  erase(staffAbsenceEnd),
  erase(staffRegistration),
  erase(staffDetails),
  erase(exitInterview),
  erase(safetyIncident),
  erase(teamPosts),
  erase(caseloadStandard),
];
