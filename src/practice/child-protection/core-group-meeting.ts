import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { weeks, workingDays } from '../../kernel/step/timescale.ts';
import { lastActions, plannedActions } from '../actions/planned-actions.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';
import { endsOfPlan, sinceInitialConference, whileOnPlan } from './plan-moments.ts';

export const coreGroupMeeting = defineStep({
  name: 'coreGroupMeeting',
  title: 'Core group meeting',
  law: 'Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the core group meeting', { required: 'The limit for the next core group runs from it' }),
    actions: plannedActions('The plan, action by action'),
    cameFrom: text('Who came', { lines: 2 }),
  },
  each: {
    childsView: text('What the child said, or somebody for the child', { lines: 3, neverPrefilled: true }),
    progress: text('What has changed for the child', { lines: 5, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({ heldOn: { value: today }, actions: lastActions(history) }),
  timescales: [
    {
      rule: 'firstCoreGroup',
      version: 'Working Together 1999',
      title: 'First core group',
      limit: workingDays(10),
      starts: sinceInitialConference,
      meets: { step: 'coreGroupMeeting' },
      endedBy: endsOfPlan,
      reading: 2,
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'guidance',
      law: 'Working Together: within ten working days of the initial conference',
    },
    {
      rule: 'laterCoreGroup',
      version: 'local',
      title: 'Core group',
      limit: weeks(6),
      starts: [{ step: 'coreGroupMeeting', on: (meeting, history) => whileOnPlan(meeting.happenedOn, history) }],
      meets: { step: 'coreGroupMeeting' },
      endedBy: endsOfPlan,
      reading: 2,
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: six weeks from the last core group',
    },
  ],
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Core group meeting',
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the core group meeting', on: heldOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: { 'first meeting': { heldOn: literal('2026-04-02'), progress: 'Attending nursery every day.' } },
});
