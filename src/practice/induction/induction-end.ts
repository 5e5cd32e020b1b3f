import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfManagers } from './readers.ts';

export const outcomes = {
  passed: 'Passed',
  notPassed: 'Not passed',
  paused: 'Paused: long leave. A new programme begins it again',
  left: 'Left the service',
} as const;

/** Nothing is owed after it, and nothing is protected. */
export const inductionEnd = defineStep({
  name: 'inductionEnd',
  title: 'Induction ended',
  law: 'Assessed and supported year in employment: final assessment',
  file: 'induction',
  fields: {
    endedOn: date('Last day', { required: 'Nothing is owed after it' }),
    outcome: code('How it ended', outcomes, { required: 'Long leave is no end: it begins again', neverPrefilled: true }),
    why: text('On what evidence', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  may: mayOfManagers,
  summary: ({ outcome }) => `Induction ended: ${outcomes[outcome].toLowerCase()}`,
  decide: (_history, { endedOn }, today) => notAhead({ field: 'endedOn', what: 'The last day', on: endedOn }, today),
  examples: {
    passed: { endedOn: literal('2027-01-12'), outcome: 'passed', why: 'Four observations, evidence of each part, and what families said.' },
  },
});
