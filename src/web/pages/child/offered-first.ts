import type { ListedChild } from '../../../record/contract.ts';

type Standing = Pick<ListedChild['standing'], 'onPlanSince' | 'lookedAfterSince' | 'shortBreaksSince'>;

/** What belongs to a child protection plan, and to being looked after: what happened once comes next only while it lasts. */
const ofPlan: ReadonlySet<string> = new Set(['coreGroupMeeting', 'reviewConference', 'categoryChange', 'childProtectionPlanEnd']);
const ofCare: ReadonlySet<string> = new Set([
  'lookedAfterReview',
  'lookedAfterReviewRecord',
  'reviewConsultation',
  'reviewMidwayCheck',
  'reviewDispute',
  'earlyReviewRequest',
  'placement',
  'placementPlan',
  'carePlan',
  'familyTime',
  'familyTimePlan',
  'endOfCareApproval',
]);

/** What is written most often of a child who stands so. */
const often = (standing: Standing): readonly string[] => [
  'visit',
  ...(standing.onPlanSince === undefined ? [] : ['coreGroupMeeting', 'reviewConference']),
  ...(standing.lookedAfterSince === undefined ? [] : ['lookedAfterReview', 'healthAssessment', 'placement', 'missingEpisode']),
];

/** What is written most often, and what comes next, stands first; the rest unfolds. */
export function isOfferedFirst(step: string, comesNext: ReadonlySet<string>, standing: Standing): boolean {
  if (often(standing).includes(step)) return true;
  const isInCare = standing.lookedAfterSince !== undefined || standing.shortBreaksSince !== undefined;
  if (ofPlan.has(step) && standing.onPlanSince === undefined) return false;
  return comesNext.has(step) && (isInCare || !ofCare.has(step));
}
