import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** Regulation 33(3): what makes a review necessary before the next one is due; the last two are good practice, and no event of the regulation. */
export const earlyReviewReasons = {
  officerAsks: 'The reviewing officer asks for it',
  placementConcern: 'Concern about the placement (regulation 30)',
  custodyEnds: 'The child is to leave custody',
  arrestOrRemandEnds: 'Accommodation after an arrest or on remand is to end',
  endOfAccommodation: 'Proposal to end section 20 accommodation',
  childAsks: 'The child asks for it',
  otherChange: 'Another significant change of the care plan',
} as const;

export const earlyReviewRequest = defineStep({
  name: 'earlyReviewRequest',
  title: 'Early looked-after review needed',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 33(3)',
  fields: {
    requestedOn: date('Date it became necessary', { required: 'Regulation 33(3): the review is owed from that day' }),
    reason: code('Why', earlyReviewReasons, { required: 'Regulation 33(3) names the events that make a review necessary' }),
    reviewBy: date('Review to be held by', { hint: 'As the reviewing officer says. Left empty: within 20 working days' }),
    note: text('What happened', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.requestedOn,
  offers: (_history, today) => ({ requestedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer', 'dutyWorker'], read: practitioners },
  summary: ({ reason }) => `Early review needed: ${earlyReviewReasons[reason].toLowerCase()}`,
  decide: (_history, { requestedOn, reviewBy }, today) => [
    ...notAhead({ field: 'requestedOn', what: 'The date on which it became necessary', on: requestedOn }, today),
    ...(reviewBy !== undefined && reviewBy < requestedOn
      ? [{ field: 'reviewBy', message: 'The review must be held on or after the date on which it became necessary' }]
      : []),
  ],
  examples: { 'as the officer asks': { requestedOn: literal('2026-03-09'), reason: 'officerAsks', reviewBy: literal('2026-03-27') } },
});
