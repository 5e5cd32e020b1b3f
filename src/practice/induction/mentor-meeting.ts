import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfBoth } from './readers.ts';

/** A meeting with the mentor: written by either. It is for the one who learns; what is said of a child is on the child’s record. */
export const mentorMeeting = defineStep({
  name: 'mentorMeeting',
  title: 'Meeting with the mentor',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 5: the newly qualified are supported',
  file: 'induction',
  fields: {
    on: date('Date', { required: 'The next is due from it' }),
    about: text('What we talked about, and what to try', { lines: 4, hint: 'No child’s name', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  recordsAtOnce: true,
  may: mayOfBoth,
  summary: () => 'Met with the mentor',
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'after a hard week': {
      on: literal('2026-02-03'),
      about: 'The removal. What she did well, and why it still hurts. Next: ask for somebody to come along.',
    },
  },
});
