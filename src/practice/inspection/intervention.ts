import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const events = {
  notice: 'Improvement notice',
  adviser: 'Adviser appointed',
  direction: 'Statutory direction',
  commissioner: 'Commissioner appointed',
  interim: 'Interim findings',
  final: 'Final findings',
  ended: 'Intervention ended',
} as const;

/** The government intervenes: a notice, an adviser, a direction, a commissioner; and when progress is sustained it ends. */
export const intervention = defineStep({
  name: 'intervention',
  title: 'Intervention',
  law: 'Education Act 1996 s497A, as applied by Children Act 2004 s50',
  file: 'inspection',
  fields: {
    on: date('Date', { required: 'Says how long it lasted' }),
    what: code('What happened', events, { required: 'It begins, changes or ends' }),
    who: text('Adviser, commissioner or body', { longest: 200 }),
    words: text('What is required, in its words', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ what }) => events[what],
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    began: {
      on: literal('2026-03-16'),
      what: 'notice',
      who: 'Department for Education',
      words: 'Improve supervision, visits and the response to missing children.',
    },
    ended: { on: literal('2028-03-16'), what: 'ended' },
  },
});
