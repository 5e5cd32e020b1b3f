import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** A year of a return runs into the next one. */
const notAYear = (year: string | undefined): readonly Problem[] =>
  year === undefined || (Number(year.slice(2, 4)) + 1) % 100 === Number(year.slice(5))
    ? []
    : [{ field: 'year', message: `The year of the return is ${year}: a year runs into the next one, for example 2025-26` }];

/** Explains what a rule of a return finds in a record that is right as it is: in one entry, for one year. The reason goes with the notes of that year's return; an error is still one. */
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
    about: link('Which entry', 'entry', { hint: 'What the rule finds in another entry is not explained by this' }),
    year: text('Of the return of the year', {
      hint: 'Empty: the year in which the explanation is given. Of the year that is over: for example 2025-26',
      pattern: /^20\d\d-\d\d$/,
      patternSays: 'must be two years, for example 2025-26',
    }),
    explainedOn: date('Date of the explanation', {
      required: 'It explains the return of the year that this day is in, unless it names another',
    }),
    reason: text('Why the record is right as it is', {
      lines: 3,
      required: 'Children in need census: the reason goes with the return',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.explainedOn,
  offers: (_history, today) => ({ explainedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService', 'dutyWorker'], read: practitioners },
  summary: ({ rule, reason }) => `Explained for the return (${rule}): ${reason}`,
  decide: (_history, { explainedOn, year }, today) => [
    ...notAhead({ field: 'explainedOn', what: 'The date of the explanation', on: explainedOn }, today),
    ...notAYear(year),
  ],
  examples: {
    'an assessment that took long': {
      rule: '8670Q',
      explainedOn: literal('2026-11-20'),
      reason: 'The court asked that the assessment wait for the paediatrician’s report of 4 December.',
    },
  },
});
