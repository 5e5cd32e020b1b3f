import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const stages = { one: 'Stage 1: to twenty working days', two: 'Stage 2: to 65 working days at most' } as const;

/** Stage 1 may take ten working days more where it is complex or there is no advocate yet; stage 2 up to 65 in all. */
export const complaintExtension = defineStep({
  name: 'complaintExtension',
  title: 'More time for a complaint',
  law: 'Children Act 1989 s26; SI 2006/1738; Getting the best from complaints (2006)',
  file: 'complaint',
  fields: {
    toldOn: date('Date they were told', { required: 'More time counts only if they are told before the first runs out' }),
    stage: code('Stage', stages, { required: 'Each stage has a limit of its own' }),
    why: text('Why it takes longer', { lines: 2, required: 'They are told why', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.toldOn,
  offers: (_history, today) => ({ toldOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ stage }) => `More time: ${stages[stage].toLowerCase()}`,
  decide: (_history, { toldOn }, today) => notAhead({ field: 'toldOn', what: 'The date', on: toldOn }, today),
  examples: {
    'no advocate yet': { toldOn: literal('2026-03-20'), stage: 'one', why: 'Her advocate begins on Monday.' },
    'an investigation': { toldOn: literal('2026-05-20'), stage: 'two', why: 'Two of those who must be heard have left.' },
  },
});
