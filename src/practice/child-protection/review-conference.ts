import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { yesNo } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { months, type Moment } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { endsOfPlan, sinceInitialConference, whileOnPlan } from './plan-moments.ts';

const wasHeld = (review: Statement): boolean => review.answers['held'] !== false;
/** Only a review that was held counts; one on the census return was. */
const held: Moment = { step: 'reviewConference', on: (review) => (wasHeld(review) ? review.happenedOn : undefined) };
const heldOnPlan = (review: Statement, history: History) => (wasHeld(review) ? whileOnPlan(review.happenedOn, history) : undefined);

const law = 'Working Together: within three months of the initial conference, then at most every six months';

export const reviewConference = defineStep({
  name: 'reviewConference',
  title: 'Review child protection conference',
  law: 'Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the review conference', {
      required: 'Children in need census, and the start of the limit for the next review',
      returns: { cin: 'CPPreviewDate' },
    }),
    held: yesNo('The conference was held', { hint: 'A conference that was put off does not count as a review' }),
    continues: yesNo('The child protection plan continues', {
      neverPrefilled: true,
      askedWhen: (answers: SoFar) => answers['held'] !== false,
    }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  timescales: [
    {
      rule: 'firstReviewConference',
      version: 'Working Together 1999',
      title: 'First review conference',
      limit: months(3),
      starts: sinceInitialConference,
      meets: held,
      endedBy: endsOfPlan,
      reading: 2,
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'guidance',
      law,
    },
    {
      rule: 'laterReviewConference',
      version: 'Working Together 1999',
      title: 'Review conference',
      limit: months(6),
      starts: [{ step: 'reviewConference', on: heldOnPlan }],
      meets: held,
      endedBy: endsOfPlan,
      reading: 2,
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'guidance',
      law,
    },
  ],
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ held: took, continues }) =>
    `Review conference${took === false ? ' not held' : continues === undefined ? '' : continues ? ': plan continues' : ': plan to end'}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review conference', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childProtectionPlan', 'the first child protection plan started')];
  },
  dependsOn: ['childProtectionPlan'],
  carriedBy: { cin: 'ChildProtectionPlans' },
  examples: { 'plan continues': { heldOn: literal('2026-06-18'), held: true, continues: true } },
});
