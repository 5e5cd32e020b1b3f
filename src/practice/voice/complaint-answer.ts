import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { answerLimits } from './complaint-limits.ts';

const stages = { one: 'Stage 1, local resolution', two: 'Stage 2, after the investigation', three: 'Stage 3, after the panel' } as const;
const verdicts = { upheld: 'Upheld', partly: 'Upheld in part', not: 'Not upheld' } as const;

/** What was answered at a stage, and whether it was upheld; what is learnt goes to the register of themes. */
export const complaintAnswer = defineStep({
  name: 'complaintAnswer',
  title: 'Answer to a complaint',
  law: 'Children Act 1989 s26; SI 2006/1738; Getting the best from complaints (2006)',
  file: 'complaint',
  fields: {
    answeredOn: date('Date of the answer', { required: 'The limit of the stage ends with it' }),
    stage: code('Stage', stages, { required: 'Each stage has a limit of its own' }),
    upheld: code('Is it upheld?', verdicts, { required: 'What is upheld is put right', neverPrefilled: true }),
    answer: text('What was answered', { lines: 5, neverPrefilled: true }),
    remedy: text('What is put right, for them', { lines: 3, neverPrefilled: true }),
    learning: text('What we do otherwise from now on', { lines: 3, neverPrefilled: true }),
    agreedActions,
  },
  happenedOn: (answers) => answers.answeredOn,
  timescales: answerLimits,
  offers: (_history, today) => ({ answeredOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ stage, upheld }) => `${stages[stage]}: ${verdicts[upheld].toLowerCase()}`,
  decide: (_history, { answeredOn }, today) => notAhead({ field: 'answeredOn', what: 'The date', on: answeredOn }, today),
  examples: {
    upheld: {
      answeredOn: literal('2026-03-20'),
      stage: 'one',
      upheld: 'upheld',
      answer: 'You should have been told. I am sorry that you were not.',
      remedy: 'Your last worker comes to say goodbye on Thursday, if you still want it.',
      learning: 'No worker leaves without a goodbye visit in their last two weeks.',
    },
    'stage 2': { answeredOn: literal('2026-06-20'), stage: 'two', upheld: 'partly', answer: 'See the letter of today.' },
  },
});
