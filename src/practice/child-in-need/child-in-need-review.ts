import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { code } from '../../kernel/field/code.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { months, type Timescale } from '../../kernel/step/timescale.ts';
import { lastActions, plannedActions } from '../actions/planned-actions.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** A review that was put off is not one. */
const ifHeld = (review: Statement): LocalDate | undefined => (review.answers['held'] === false ? undefined : review.happenedOn);

const next = {
  goesOn: 'The plan goes on',
  ends: 'The plan ends: what was needed is there',
  stepsDown: 'The plan ends: family help goes on without it',
  stepsUp: 'A strategy discussion: reasonable cause to suspect significant harm',
} as const;

const local = {
  meets: { step: 'childInNeedReview', on: ifHeld },
  endedBy: [
    { step: 'childInNeedPlanEnd', because: 'child in need plan ended' },
    { step: 'closure', because: 'case closed' },
  ],
  version: 'local',
  inForce: { from: literal('2000-04-01') },
  announcedOn: literal('2000-04-01'),
  standing: 'local',
} as const satisfies Partial<Timescale>;

export const childInNeedReview = defineStep({
  name: 'childInNeedReview',
  title: 'Child in need plan review',
  law: 'Children Act 1989 s17; Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the review', { required: 'The limit for the next review runs from it' }),
    held: yesNo('The review was held', { hint: 'A review that was put off does not count' }),
    actions: plannedActions('The plan, action by action'),
    cameFrom: text('Who took part', { lines: 2 }),
  },
  each: {
    progress: text('What has changed for the child', { lines: 5, neverPrefilled: true }),
    childsView: text('What the child says and wants', { lines: 3, neverPrefilled: true }),
    decision: code('What happens now', next, { neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({ heldOn: { value: today }, held: { value: true }, actions: lastActions(history) }),
  timescales: [
    {
      ...local,
      rule: 'firstChildInNeedReview',
      title: 'First child in need plan review',
      limit: months(3),
      starts: [{ step: 'childInNeedPlan' }],
      law: 'Local standard: three months from the start of the plan',
    },
    {
      ...local,
      rule: 'laterChildInNeedReview',
      title: 'Child in need plan review',
      limit: months(6),
      starts: [{ step: 'childInNeedReview', on: ifHeld }],
      law: 'Local standard: six months from the last review',
    },
  ],
  may: { record: ['socialWorker', 'teamManager', 'leadPractitioner'], read: practitionersAndLeads },
  summary: ({ held }) => (held === false ? 'Child in need plan review put off' : 'Child in need plan review'),
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childInNeedPlan', 'the child in need plan started')];
  },
  dependsOn: ['childInNeedPlan'],
  examples: {
    'first review': {
      heldOn: literal('2026-07-14'),
      held: true,
      progress: 'Attendance is up; the flat is warm.',
      childsView: '“Nan comes on Fridays.”',
      decision: 'goesOn',
    },
  },
});
