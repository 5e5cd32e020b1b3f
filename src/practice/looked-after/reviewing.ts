import { ties } from './review-independence.ts';

/** What the reviewing officer's desk and the child's own view say, by name: codes and their words, and which limits they are about. */
export { professionalRoles } from '../people/professional.ts';
export { notToldToChild, toldOn, toldTopics, type ToldTopic } from './child-told.ts';
export { standByAnswers, standBys } from './advocacy-offer.ts';
export { reviewEvents, type ReviewEventKind } from './review-events.ts';
export { waysOfMaking, type WayOfMaking } from './own-view.ts';
export { reviewPapers } from './review-consultation.ts';
export { places } from './review-independence.ts';
export { placementAreas } from './placement.ts';
export { disputeLevels } from './review-dispute.ts';

/** What ties somebody to a case, in words; undefined: nothing does, or no word is known for the code. */
export const tieWords = (tie: string | undefined): string | undefined => Object.entries(ties).find(([code]) => code === tie)?.[1];

/** What is owed after a review. */
export const afterReview: ReadonlySet<string> = new Set([
  'reviewDecisionsSent',
  'reviewRecordWritten',
  'reviewRecordSent',
  'adjournedLookedAfterReview',
]);

/** Visits on which a child in care is seen: one that is late calls for the officer’s eye as much as one at which the child was not there. */
export const visitsInCare: ReadonlySet<string> = new Set([
  'firstVisitInPlacement',
  'visitAfterCareOrderAtHome',
  'lookedAfterVisit',
  'visitAfterConcern',
]);

/** IRO Handbook 2010 chapter 7: for a full-time officer. */
export const caseloadGuidance = { from: 50, to: 70 } as const;

/** Attended, or conveyed their views by whatever means: of a child under four, or who did neither, nothing can be said of taking part. */
export const tookPart: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN5', 'PN6']);
