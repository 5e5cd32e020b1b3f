import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { allegation } from './allegation.ts';
import { allegationConsideration } from './allegation-consideration.ts';
import { allegationEnquiry } from './allegation-enquiry.ts';
import { allegationEnquiryEnd } from './allegation-enquiry-end.ts';
import { allegationMeeting } from './allegation-meeting.ts';
import { allegationOutcome } from './allegation-outcome.ts';
import { allegationReview } from './allegation-review.ts';
import { barringReferral } from './barring-referral.ts';

/** Allegations against people who work with children, each in a file of its own. */
export const allegationSteps: readonly AnyStep[] = [
  erase(allegation),
  erase(allegationConsideration),
  erase(allegationMeeting),
  erase(allegationEnquiry),
  erase(allegationEnquiryEnd),
  erase(allegationOutcome),
  erase(barringReferral),
  erase(allegationReview),
];
