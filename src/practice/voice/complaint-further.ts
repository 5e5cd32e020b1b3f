import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const stages = { two: 'Stage 2, an investigation with an independent person', three: 'Stage 3, a review panel' } as const;

/** Whoever complained is not content, and asks for an investigation or a panel. */
export const complaintFurther = defineStep({
  name: 'complaintFurther',
  title: 'Complaint goes further',
  law: 'Children Act 1989 s26; SI 2006/1738; Getting the best from complaints (2006)',
  file: 'complaint',
  fields: {
    askedOn: date('Date on which they asked', { required: 'The limit of the next stage runs from it' }),
    stage: code('To which stage', stages, { required: 'Each stage has a limit of its own' }),
    words: text('Why, in their own words', { lines: 4, neverPrefilled: true }),
    investigator: text('Investigating officer, and independent person', { longest: 200 }),
  },
  happenedOn: (answers) => answers.askedOn,
  offers: (_history, today) => ({ askedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ stage }) => `Asked for ${stages[stage].toLowerCase()}`,
  decide: (_history, { askedOn }, today) => notAhead({ field: 'askedOn', what: 'The date', on: askedOn }, today),
  examples: {
    'stage 2': {
      askedOn: literal('2026-04-07'),
      stage: 'two',
      words: 'You said sorry and it happened again.',
      investigator: 'An officer from elsewhere; an independent person',
    },
    'a panel': { askedOn: literal('2026-07-20'), stage: 'three', words: 'The report says it and nothing follows.' },
  },
});
