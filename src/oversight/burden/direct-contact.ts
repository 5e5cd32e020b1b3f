/**
 * What brings a worker and a child or family together, by step. Nobody is asked how long it lasted: that would be one more question for each visit.
 * An hour is taken for each, which is what services plan with; the page says so.
 */
const meetings: ReadonlySet<string> = new Set([
  'visit',
  'childInNeedReview',
  'coreGroupMeeting',
  'initialConference',
  'reviewConference',
  'lookedAfterReview',
  'familyHelpReview',
  'familyGroupMeeting',
  'preProceedingsMeeting',
  'returnHomeInterview',
  'careLeaverContact',
  'pathwayPlanReview',
]);

export const contactMinutesOf = (step: string): number => (meetings.has(step) ? 60 : 0);
