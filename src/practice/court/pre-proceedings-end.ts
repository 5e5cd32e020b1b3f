import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const outcomes = {
  improved: 'Enough has changed: the work goes on without the court',
  familyPlan: 'The family’s own plan is safe enough',
  issue: 'A decision to issue is asked for',
  other: 'Something else',
} as const;

export const preProceedingsEnd = defineStep({
  name: 'preProceedingsEnd',
  title: 'Pre-proceedings ended',
  law: 'Court orders and pre-proceedings 2014',
  fields: {
    endedOn: date('Date they ended', { required: 'Every limit of pre-proceedings ends on it' }),
    outcome: code('How they ended', outcomes, {
      required: 'Court orders and pre-proceedings 2014: the parents are told in writing how they ended',
      neverPrefilled: true,
    }),
    parentsTold: date('Date the parents were told in writing'),
    reason: text('Why', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => `Pre-proceedings ended. ${outcomes[outcome]}`,
  decide: (history, { endedOn, parentsTold }, today) => {
    const day = { field: 'endedOn', what: 'The date on which pre-proceedings ended', on: endedOn };
    return [
      ...notAhead(day, today),
      ...notAhead({ field: 'parentsTold', what: 'The date on which the parents were told', on: parentsTold }, today),
      ...notBeforeStart(day, history, 'letterBeforeProceedings', 'the letter before proceedings'),
    ];
  },
  dependsOn: ['letterBeforeProceedings'],
  examples: {
    'to court': { endedOn: literal('2026-06-29'), outcome: 'issue', reason: 'Two tests were positive and the third was missed.' },
  },
});
