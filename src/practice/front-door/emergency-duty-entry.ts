import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** What happened while the offices were closed: the day team reads it first thing, and says that it has. */
export const emergencyDutyEntry = defineStep({
  name: 'emergencyDutyEntry',
  title: 'Emergency duty',
  law: 'Children Act 1989 s17, s20, s44 and s47: duties that have no office hours',
  fields: {
    happenedOn: date('Date', { required: 'The day team must take it over on the next working day' }),
    at: time('Time'),
    happened: text('What happened, and what was done', { lines: 6, required: 'Whoever takes over was not there', neverPrefilled: true }),
    mustBeDone: text('What must be done now', { lines: 3, neverPrefilled: true }),
    who: text('By whom', { longest: 200 }),
    by: date('By when'),
  },
  happenedOn: (answers) => answers.happenedOn,
  offers: (_history, today) => ({ happenedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['dutyWorker', 'socialWorker', 'teamManager'], read: practitioners },
  summary: ({ at, mustBeDone }) =>
    `Emergency duty${at === undefined ? '' : `, ${at}`}${mustBeDone === undefined ? '' : '. Something must be done'}`,
  decide: (_history, { happenedOn, by }, today) => [
    ...notAhead({ field: 'happenedOn', what: 'The date', on: happenedOn }, today),
    ...(by !== undefined && by < happenedOn ? [{ field: 'by', message: 'By when is before it happened' }] : []),
  ],
  examples: {
    'a night at the police station': {
      happenedOn: literal('2026-03-06'),
      at: '23:40',
      happened: 'Amira was brought to the station by officers. Her aunt came for her at 01:10 and was checked.',
      mustBeDone: 'See Amira and her mother today; ask the police for their record.',
      who: 'North Assessment',
      by: literal('2026-03-09'),
    },
    'nothing to do': { happenedOn: literal('2026-03-06'), happened: 'Her mother rang to say that she is home.' },
  },
});
