import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** Explains what a rule of a return finds in a record that is right as it is. The reason goes with the notes of that year's return; an error is still one. */
export const returnExplanation = defineStep({
  name: 'returnExplanation',
  title: 'Explanation for the return',
  law: 'Children in need census and children looked after return: a query is put right or explained',
  fields: {
    rule: text('Which rule', {
      required: 'Children in need census: each query is explained by its rule',
      pattern: /^(\d{3,4}[A-Za-z]?Q?|SW\d\d[a-c]?STG\d|INT\d\d)$/,
      patternSays: 'must be the code of a rule, for example 8670Q',
    }),
    explainedOn: date('Date of the explanation', { required: 'It explains the return of the year that this day is in' }),
    reason: text('Why the record is right as it is', {
      lines: 3,
      required: 'Children in need census: the reason goes with the return',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.explainedOn,
  offers: (_history, today) => ({ explainedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ rule, reason }) => `Explained for the return (${rule}): ${reason}`,
  decide: (_history, { explainedOn }, today) =>
    notAhead({ field: 'explainedOn', what: 'The date of the explanation', on: explainedOn }, today),
  examples: {
    'an assessment that took long': {
      rule: '8670Q',
      explainedOn: literal('2026-11-20'),
      reason: 'The court asked that the assessment wait for the paediatrician’s report of 4 December.',
    },
  },
});
