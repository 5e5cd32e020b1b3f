import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, type Limit } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const theirFifteenDays = ({ answers }: Statement, _history: History, on: LocalDate): Limit | undefined =>
  answers['kind'] === undefined || answers['kind'] === 'plan' ? until(addWorkingDays(on, 15)) : undefined;

export const transferOutHeld = defineStep({
  name: 'transferOutHeld',
  title: 'Conference held by the other authority',
  law: 'Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of their conference', { required: 'From this day our plan may end' }),
    outcome: text('What it decided', { lines: 2, neverPrefilled: true, required: 'Our plan ends only for what takes its place' }),
    confirmedBy: text('Who told us, and how', { longest: 200 }),
  },
  happenedOn: (answers) => answers.heldOn,
  timescales: [
    {
      rule: 'transferOutConference',
      version: 'Working Together 2010',
      title: 'Conference of the other authority, else ask them',
      limit: theirFifteenDays,
      starts: [{ step: 'transferOut' }],
      meets: { step: 'transferOutHeld' },
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2010-03-17') },
      announcedOn: literal('2010-03-17'),
      standing: 'guidance',
      law: 'Working Together: the receiving authority convenes a conference within 15 working days of being told; until then the first authority’s plan stands',
    },
  ],
  offers: (_history, today) => ({ heldOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: () => 'The other authority’s conference was held',
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of their conference', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'transferOut', 'they were told of the move')];
  },
  dependsOn: ['transferOut'],
  examples: {
    'their plan': { heldOn: literal('2026-03-20'), outcome: 'A child protection plan, neglect', confirmedBy: 'Their chair, by e-mail' },
  },
});
