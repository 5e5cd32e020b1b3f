import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { months, type Moment } from '../../kernel/step/timescale.ts';
import { lastActions, plannedActions } from '../actions/planned-actions.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { chairBefore, peopleOffered, reviewColumns } from './conference-people.ts';
import { reportsInTime, withReports } from './reports-in-time.ts';
import { endsOfPlan, sinceInitialConference, whileOnPlan } from './plan-moments.ts';

const wasHeldSoFar = (answers: SoFar): boolean => answers['held'] !== false;
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
    chair: link('In the chair', 'member'),
    people: rows('Who was asked, and who agrees', reviewColumns, { line: 'Person', shown: 4, askedWhen: wasHeldSoFar }),
    actions: plannedActions('The plan, action by action'),
  },
  each: {
    childsView: text('What the child said, or somebody for the child', { lines: 3, neverPrefilled: true }),
    continues: yesNo('The child protection plan continues', { neverPrefilled: true }),
    reason: text('Why; and where an agency sees it otherwise', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({
    heldOn: { value: today },
    held: { value: true },
    chair: chairBefore(history),
    people: peopleOffered(history, today),
    actions: lastActions(history),
  }),
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
  summary: ({ held: took, continues, heldOn, people }) =>
    withReports(
      `Review conference${took === false ? ' not held' : continues === undefined ? '' : continues ? ': plan continues' : ': plan to end'}`,
      took === false ? undefined : reportsInTime(people, heldOn, 'review'),
    ),
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review conference', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childProtectionPlan', 'the first child protection plan started')];
  },
  dependsOn: ['childProtectionPlan'],
  carriedBy: { cin: 'ChildProtectionPlans' },
  examples: {
    'plan continues': {
      heldOn: literal('2026-06-18'),
      held: true,
      people: [
        { who: 'Health visitor: Joan Field', sharedOn: literal('2026-06-15'), view: 'agrees' },
        { who: 'Mother', view: 'noView' },
      ],
      childsView: 'It is quieter now. He still sleeps with his shoes on.',
      continues: true,
      reason: 'Six weeks without a call to the police are not yet a change that lasts. All agree.',
    },
    'put off': { heldOn: literal('2026-06-18'), held: false },
  },
});
