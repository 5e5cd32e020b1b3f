import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfOwnTraining } from './readers.ts';
import { topics } from './topics.ts';

/** What was learnt elsewhere: at a university, with another employer, from an on-line course. It counts for what is mandatory on the same topic. */
export const trainingElsewhere = defineStep({
  name: 'trainingElsewhere',
  title: 'Training somewhere else',
  law: 'Social Work England professional standard 4: continuing professional development is recorded',
  file: 'staff',
  fields: {
    heldOn: date('Day on which it ended', { required: 'What is mandatory is due again from it' }),
    topic: code('Topic', topics, { required: 'It counts for what is mandatory on it' }),
    what: text('What it was, and with whom', { longest: 300, required: 'A training record says what was done' }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  may: mayOfOwnTraining,
  summary: ({ topic, what }) => `Trained elsewhere: ${what} (${topics[topic].toLowerCase()})`,
  decide: (_history, { heldOn }, today) => notAhead({ field: 'heldOn', what: 'The day on which it ended', on: heldOn }, today),
  examples: {
    'with another employer': { heldOn: literal('2025-09-12'), topic: 'safeguardingBasics', what: 'Safeguarding level 3, hospital trust' },
  },
});
