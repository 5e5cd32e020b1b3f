import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, workingDays, type Limit } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

/** The offices open at nine: what happened in the small hours is taken over on the same day. */
const opening = '09:00';

function nextOpening({ answers }: Statement, _history: History, on: LocalDate): Limit {
  const { at } = answers;
  return typeof at === 'string' && at < opening && isWorkingDay(on) ? until(on) : workingDays(1);
}

function takenOver(handover: Statement, _history: History, start?: Statement): LocalDate | undefined {
  const named = handover.answers['entry'];
  return start === undefined || named === undefined || named === start.entry ? handover.happenedOn : undefined;
}

export const dutyHandover = defineStep({
  name: 'dutyHandover',
  title: 'Taken over from emergency duty',
  law: 'Working Together 2023, chapter 3; a local standard for the handover',
  fields: {
    takenOverOn: date('Date it was taken over', { required: 'Says that the day team has read it, and when' }),
    entry: link('Which entry', 'entry', { hint: 'Leave empty for all of them' }),
    done: text('What is done about it', { lines: 3 }),
  },
  happenedOn: (answers) => answers.takenOverOn,
  timescales: [
    {
      rule: 'dutyHandover',
      version: 'local',
      title: 'Taken over from emergency duty',
      limit: nextOpening,
      starts: [{ step: 'emergencyDutyEntry' }],
      meets: { step: 'dutyHandover', on: takenOver },
      endedBy: [],
      inForce: { from: literal('2013-04-15') },
      announcedOn: literal('2013-04-15'),
      standing: 'local',
      law: 'Local standard: the day team takes over on the next working day whatever happened outside office hours',
    },
  ],
  offers: (_history, today) => ({ takenOverOn: { value: today } }),
  togetherWith: 'siblings',
  recordsAtOnce: true,
  among: (history) => statementsOf('emergencyDutyEntry', history),
  may: { record: ['dutyWorker', 'socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: () => 'Taken over from emergency duty',
  decide: (history, { takenOverOn }, today) => {
    const day = { field: 'takenOverOn', what: 'The date it was taken over', on: takenOverOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'emergencyDutyEntry', 'the first entry of emergency duty')];
  },
  dependsOn: ['emergencyDutyEntry'],
  examples: { 'on Monday': { takenOverOn: literal('2026-03-09'), done: 'Visit arranged for two o’clock.' } },
});
