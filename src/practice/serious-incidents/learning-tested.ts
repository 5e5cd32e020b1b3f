import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const results = { holds: 'It holds', partly: 'It holds in part', not: 'It does not hold' } as const;

/** Whether what was learnt has stuck: said of one piece of learning, from an audit that can be named. */
export const learningTested = defineStep({
  name: 'learningTested',
  title: 'Whether the learning holds',
  law: 'Working Together 2023, chapter 5: partners check that learning makes a difference',
  file: 'caseReview',
  fields: {
    on: date('Date', { required: 'Says whether it was looked at by its day' }),
    learning: link('Which learning', 'entry', { required: 'The proof is of one piece of learning, and ends the limit of that one alone' }),
    result: code('Does it hold?', results, { required: 'What does not hold is learnt again', neverPrefilled: true }),
    evidence: text('Which audit, of how many, and what it found', {
      lines: 3,
      required: 'A result that names no audit proves nothing',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ result, evidence }) => `${results[result]}: ${evidence}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  dependsOn: ['reviewLearning'],
  examples: {
    'in part': {
      on: literal('2027-01-08'),
      learning: '44444444-4444-4444-8444-444444444444',
      result: 'partly',
      evidence: 'Audit of December 2026: 17 of 20 babies were referred on the day, 3 after two days or more.',
    },
    holds: {
      on: literal('2027-07-08'),
      learning: '44444444-4444-4444-8444-444444444444',
      result: 'holds',
      evidence: 'Audit of June 2027: 20 of 20.',
    },
  },
});
