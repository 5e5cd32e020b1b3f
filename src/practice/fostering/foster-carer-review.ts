import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const results = { suitable: 'Suitable, terms as they are', change: 'Terms to be changed', unsuitable: 'No longer suitable' } as const;

/** Whether they are still suitable and the terms still right: with what children, their workers and the carers say. */
export const fosterCarerReview = defineStep({
  name: 'fosterCarerReview',
  title: 'Review of foster carers',
  law: 'Fostering Services (England) Regulations 2011 reg 28',
  file: 'fosterCarer',
  fields: {
    reviewedOn: date('Date', { required: 'The next is owed within a year of it' }),
    result: code('Result', results, { required: 'The decision maker decides upon it', neverPrefilled: true }),
    childrensViews: text('What children placed there say, in their own words', { lines: 3, neverPrefilled: true }),
    othersViews: text('What carers and workers say', { lines: 3, neverPrefilled: true }),
    development: text('Training, support and what is asked for', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.reviewedOn,
  offers: (_history, today) => ({ reviewedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ result }) => `Review: ${inSentence(results[result])}`,
  decide: (_history, { reviewedOn }, today) => notAhead({ field: 'reviewedOn', what: 'The date', on: reviewedOn }, today),
  examples: {
    suitable: { reviewedOn: literal('2026-08-31'), result: 'suitable', childrensViews: '“She lets me cook.”' },
    changed: { reviewedOn: literal('2026-08-31'), result: 'change' },
  },
});
