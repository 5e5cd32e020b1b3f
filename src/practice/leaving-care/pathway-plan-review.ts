import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { pathwayReviewLimits } from './leaving-care-limits.ts';

export const pathwayPlanReview = defineStep({
  name: 'pathwayPlanReview',
  title: 'Pathway plan review',
  law: 'Children Act 1989 s23E(1D); Care Leavers Regulations 2010 reg 7',
  fields: {
    heldOn: date('Date of the review', { required: 'The next review of the pathway plan is counted from it' }),
    held: yesNo('The review was held', { hint: 'A review that was put off does not count' }),
    progress: text('What has changed', { lines: 5, neverPrefilled: true }),
    view: text('What the young person said', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  timescales: pathwayReviewLimits,
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: ({ held }) => (held === false ? 'Pathway plan review put off' : 'Pathway plan review'),
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'pathwayPlan', 'the pathway plan was made')];
  },
  dependsOn: ['pathwayPlan'],
  examples: { 'on course': { heldOn: literal('2026-12-08'), held: true, progress: 'Passport held; college going well.' } },
});
