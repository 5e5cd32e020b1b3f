import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayMakeBodies } from './readers.ts';

/** A body is closed: nothing is due of it any more, nobody opens it by a seat, and its record stays. */
export const bodyClosed = defineStep({
  name: 'bodyClosed',
  title: 'Closing of the body',
  law: 'Children and Social Work Act 2017 s30: the boards of 2004 ended with the arrangements of the three partners',
  file: 'body',
  fields: {
    on: date('Last day', { required: 'Nothing is due of it after' }),
    after: text('What took its place', { longest: 300 }),
  },
  happenedOn: (answers) => answers.on,
  may: mayMakeBodies,
  summary: ({ after }) => `Closed${after === undefined ? '' : `: ${after} took its place`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The last day', on }, today),
  examples: { '2019': { on: literal('2019-09-28'), after: 'The arrangements of the three safeguarding partners' } },
});
